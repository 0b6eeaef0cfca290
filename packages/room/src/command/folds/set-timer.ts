import { unreachable } from "@crux/core";
import type { setTimer } from "../kinds/set-timer.ts";
import { withSession } from "../room-state.ts";
import type { Fold } from "../rule.ts";
import { addedTimer, pausedTimer, resumedTimer, startedTimer, type Timer } from "../timer.ts";

/** What a `set-timer` does to the room. */
export const foldSetTimer: Fold<typeof setTimer> = (state, { timer, set }, { seq, at }) => {
  const { timers, timePercent } = state.session;
  const old = timers[timer];
  const next = (): Timer | null => {
    if (set.do === "start") return startedTimer(set.seconds, timePercent, at, seq);
    if (old === null || set.do === "stop") return null;
    switch (set.do) {
      case "pause":
        return pausedTimer(old, at);
      case "resume":
        return resumedTimer(old, at);
      case "add":
        return addedTimer(old, set.seconds * 1_000, at);
      default:
        return unreachable(set);
    }
  };
  return withSession(state, { timers: { ...timers, [timer]: next() } });
};
