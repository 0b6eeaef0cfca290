import type { raiseHand } from "../kinds/raise-hand.ts";
import { withSession } from "../room-state.ts";
import type { Fold } from "../rule.ts";

/** What a `raise-hand` does to the room. */
export const foldRaiseHand: Fold<typeof raiseHand> = (state, { person, thread, about }, { seq, at }) => {
  const { floor } = state.session;
  const old = floor.hands[person];
  const hand = {
    person,
    seq: old?.seq ?? seq,
    at: old?.at ?? at,
    thread,
    about,
    skipped: old?.skipped ?? false,
  };
  return withSession(state, { floor: { ...floor, hands: { ...floor.hands, [person]: hand } } });
};
