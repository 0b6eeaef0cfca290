import type { yieldFloor } from "../kinds/yield-floor.ts";
import { withSession } from "../room-state.ts";
import type { Fold } from "../rule.ts";

/** What a `yield-floor` does to the room. */
export const foldYieldFloor: Fold<typeof yieldFloor> = (state, _event, _meta) => {
  const { floor, timers, spotlight } = state.session;
  const isPerson = spotlight?.what.kind === "person";
  return withSession(state, {
    floor: { ...floor, speaker: null },
    timers: { ...timers, speaker: null },
    spotlight: isPerson ? null : spotlight,
  });
};
