import { err, ok } from "@crux/core";
import * as z from "zod/mini";
import { refuse } from "../../protocol/refusal.ts";
import { personId } from "../../protocol/shapes.ts";
import { checkLead, leaders } from "../lead.ts";
import { defineCommand } from "../rule.ts";

/** Passes over someone in the queue: their hand stays up, behind all others, and everybody sees that. */
export const skipHand = defineCommand({
  kind: "skip-hand",
  input: z.strictObject({ kind: z.literal("skip-hand"), person: personId }),
  roles: leaders,
  decide(state, by, { person }, prepared) {
    const refusal = checkLead(by, prepared);
    if (refusal) return err(refusal);
    return state.session.floor.hands[person] ? ok({ person }) : err(refuse("no-such-thing", "hand"));
  },
});
