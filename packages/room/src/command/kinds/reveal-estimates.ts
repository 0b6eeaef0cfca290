import { err, ok } from "@crux/core";
import * as z from "zod/mini";
import { refuse } from "../../protocol/refusal.ts";
import { editors } from "../../protocol/role.ts";
import type { Estimates } from "../estimate-state.ts";
import { withEstimates } from "../estimates.ts";
import { defineCommand } from "../rule.ts";

/** Shows everybody's numbers to everybody: the moderator does, or a debater while no moderator is there. */
export const revealEstimates = defineCommand({
  kind: "reveal-estimates",
  input: z.strictObject({ kind: z.literal("reveal-estimates") }),
  roles: editors,
  decide(_state, by, _input, prepared) {
    if (by.role !== "moderator" && prepared.isModeratorPresent)
      return err(refuse("not-allowed", "a moderator is there to reveal"));
    // The values travel to clients only: the log has them already, one by one.
    const event: { person: string; values?: Estimates["values"] } = { person: by.id };
    return ok(event);
  },
  apply(state, event, _meta) {
    // A page knows its own numbers, with a reason that is hidden from the others.
    const values = { ...event.values, ...state.estimates.values };
    const count = Object.keys(values).length;
    return withEstimates(state, { ...state.estimates, blind: false, values, count });
  },
});
