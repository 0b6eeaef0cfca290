import { must, ok } from "@crux/core";
import * as z from "zod/mini";
import { defineCommand } from "../rule.ts";

/** Gives the room a new code; the old one lets nobody in any more. */
export const renewCode = defineCommand({
  kind: "renew-code",
  input: z.strictObject({ kind: z.literal("renew-code") }),
  roles: ["moderator"],
  needsCode: true,
  decide: (_state, _by, _input, prepared) =>
    ok({ value: must(prepared.freshCode, "the code was claimed before") }),
});
