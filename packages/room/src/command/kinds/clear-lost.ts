import { ok } from "@crux/core";
import * as z from "zod/mini";
import { thingRef } from "../../protocol/debate-shapes.ts";
import { defineCommand } from "../rule.ts";

/** Takes "lost me" off a thing, once it was explained; null: off everything. */
export const clearLost = defineCommand({
  kind: "clear-lost",
  input: z.strictObject({ kind: z.literal("clear-lost"), to: z.nullable(thingRef) }),
  roles: ["moderator"],
  decide: (_state, by, { to }) => ok({ person: by.id, to }),
});
