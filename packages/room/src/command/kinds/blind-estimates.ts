import { ok } from "@crux/core";
import * as z from "zod/mini";
import { defineCommand } from "../rule.ts";

/** Begins a new, blind round: what was revealed stays known as `before`, what comes now is hidden until it is revealed. */
export const blindEstimates = defineCommand({
  kind: "blind-estimates",
  input: z.strictObject({ kind: z.literal("blind-estimates") }),
  roles: ["moderator"],
  decide: (_state, by) => ok({ person: by.id }),
});
