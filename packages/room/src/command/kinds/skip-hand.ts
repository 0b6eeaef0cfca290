import { err, ok } from "@crux/core";
import * as z from "zod/mini";
import { refuse } from "../../protocol/refusal.ts";
import { personId } from "../../protocol/shapes.ts";
import { checkLead, leaders } from "../lead.ts";
import { withSession } from "../room-state.ts";
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
  apply(state, { person }, { seq }) {
    const { floor } = state.session;
    const hand = floor.hands[person];
    if (!hand) return state;
    const skipped = { ...hand, seq, skipped: true };
    return withSession(state, { floor: { ...floor, hands: { ...floor.hands, [person]: skipped } } });
  },
});
