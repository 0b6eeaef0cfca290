import type { recognise } from "../kinds/recognise.ts";
import { withSession } from "../room-state.ts";
import type { Fold } from "../rule.ts";
import { spotlightOf } from "../spotlight.ts";
import { startedTimer } from "../timer.ts";

/** What a `recognise` does to the room. */
export const foldRecognise: Fold<typeof recognise> = (state, { person, seconds }, { seq, at, by }) => {
  const { floor, timers, timePercent } = state.session;
  const { [person]: hand, ...hands } = floor.hands;
  const isAnswer = hand !== undefined && hand.thread !== null && hand.thread === floor.thread;
  const timer = startedTimer(seconds ?? floor.seconds, timePercent, at, seq);
  return withSession(state, {
    floor: {
      hands,
      speaker: { person, seq, at },
      thread: isAnswer ? floor.thread : seq,
      turns: { ...floor.turns, [person]: (floor.turns[person] ?? 0) + 1 },
      seconds: seconds ?? floor.seconds,
    },
    timers: { ...timers, speaker: timer },
    spotlight: { what: spotlightOf(hand?.about ?? null) ?? { kind: "person", person }, by, seq },
  });
};
