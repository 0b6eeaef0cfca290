import type { setExtraTime } from "../kinds/set-extra-time.ts";
import { withSession } from "../room-state.ts";
import type { Fold } from "../rule.ts";
import { scaledTimer, type Timer } from "../timer.ts";

/** What a `set-extra-time` does to the room. */
export const foldSetExtraTime: Fold<typeof setExtraTime> = (state, { percent }, { at }) => {
  const { timers, timePercent } = state.session;
  const scaled = (timer: Timer | null) => timer && scaledTimer(timer, timePercent, percent, at);
  return withSession(state, {
    timePercent: percent,
    timers: { phase: scaled(timers.phase), speaker: scaled(timers.speaker) },
  });
};
