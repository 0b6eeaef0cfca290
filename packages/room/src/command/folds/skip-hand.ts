import type { skipHand } from "../kinds/skip-hand.ts";
import { withSession } from "../room-state.ts";
import type { Fold } from "../rule.ts";

/** What a `skip-hand` does to the room. */
export const foldSkipHand: Fold<typeof skipHand> = (state, { person }, { seq }) => {
  const { floor } = state.session;
  const hand = floor.hands[person];
  if (!hand) return state;
  const skipped = { ...hand, seq, skipped: true };
  return withSession(state, { floor: { ...floor, hands: { ...floor.hands, [person]: skipped } } });
};
