import type { lowerHand } from "../kinds/lower-hand.ts";
import { withSession } from "../room-state.ts";
import type { Fold } from "../rule.ts";

/** What a `lower-hand` does to the room. */
export const foldLowerHand: Fold<typeof lowerHand> = (state, { person }, _meta) => {
  const { floor } = state.session;
  const { [person]: _lowered, ...hands } = floor.hands;
  return withSession(state, { floor: { ...floor, hands } });
};
