import { ok } from "@crux/core";
import * as z from "zod/mini";
import { defineCommand } from "../rule.ts";

/** Gives everybody more time, in per cent of what is planned (100: as planned), also on timers that run. */
export const setExtraTime = defineCommand({
  kind: "set-extra-time",
  input: z.strictObject({
    kind: z.literal("set-extra-time"),
    percent: z.int().check(z.minimum(100), z.maximum(300)),
  }),
  roles: ["moderator"],
  decide: (_state, by, { percent }) => ok({ person: by.id, percent }),
});
