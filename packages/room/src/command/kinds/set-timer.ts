import { err, ok, unreachable } from "@crux/core";
import * as z from "zod/mini";
import { refuse } from "../../protocol/refusal.ts";
import { duration } from "../../protocol/session-shapes.ts";
import { checkLead, leaders } from "../lead.ts";
import { withSession } from "../room-state.ts";
import { defineCommand } from "../rule.ts";
import { addedTimer, pausedTimer, resumedTimer, startedTimer, type Timer } from "../timer.ts";

/** What can be done to a timer. */
export const timerChange = z.discriminatedUnion("do", [
  z.strictObject({ do: z.literal("start"), seconds: duration }),
  z.strictObject({ do: z.literal("pause") }),
  z.strictObject({ do: z.literal("resume") }),
  z.strictObject({ do: z.literal("add"), seconds: duration }),
  z.strictObject({ do: z.literal("stop") }),
]);

/** Starts, pauses, resumes, lengthens or stops the phase's or the speaker's timer. */
export const setTimer = defineCommand({
  kind: "set-timer",
  input: z.strictObject({
    kind: z.literal("set-timer"),
    timer: z.enum(["phase", "speaker"]),
    set: timerChange,
  }),
  roles: leaders,
  decide(state, by, { timer, set }, prepared) {
    const refusal = checkLead(by, prepared);
    if (refusal) return err(refusal);
    if (set.do !== "start" && state.session.timers[timer] === null)
      return err(refuse("no-such-thing", `${timer} timer`));
    return ok({ person: by.id, timer, set });
  },
  apply(state, { timer, set }, { seq, at }) {
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
  },
});
