import { err, ok } from "@crux/core";
import * as z from "zod/mini";
import { refuse } from "../../protocol/refusal.ts";
import { editors } from "../../protocol/role.ts";
import type { Estimates } from "../estimate-state.ts";
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
});
