import { err, ok } from "@crux/core";
import * as z from "zod/mini";
import { refuse } from "../../protocol/refusal.ts";
import { duration } from "../../protocol/session-shapes.ts";
import { personId } from "../../protocol/shapes.ts";
import { checkLead, leaders } from "../lead.ts";
import { withSession } from "../room-state.ts";
import { defineCommand } from "../rule.ts";
import { spotlightOf } from "../spotlight.ts";
import { startedTimer } from "../timer.ts";

/** Gives someone the floor: their hand comes down, the speaker's timer starts, the screen shows them or their point. */
export const recognise = defineCommand({
  kind: "recognise",
  input: z.strictObject({
    kind: z.literal("recognise"),
    person: personId,
    /** How long; null: as long as turns take here. */
    seconds: z.nullable(duration),
  }),
  roles: leaders,
  decide(state, by, { person, seconds }, prepared) {
    const refusal = checkLead(by, prepared);
    if (refusal) return err(refusal);
    if (!state.people[person]) return err(refuse("no-such-person", person));
    return ok({ person, seconds });
  },
  apply(state, { person, seconds }, { seq, at, by }) {
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
  },
});
