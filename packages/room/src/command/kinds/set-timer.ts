import { err, ok } from "@crux/core";
import * as z from "zod/mini";
import { refuse } from "../../protocol/refusal.ts";
import { duration } from "../../protocol/session-shapes.ts";
import { checkLead, leaders } from "../lead.ts";
import { defineCommand } from "../rule.ts";

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
});
