import { err, ok } from "@crux/core";
import * as z from "zod/mini";
import { thingId } from "../../protocol/debate-shapes.ts";
import { refuse } from "../../protocol/refusal.ts";
import { speakers } from "../../protocol/role.ts";
import { checkAnswer } from "../poll.ts";
import { defineCommand } from "../rule.ts";

/** Answers a poll, or changes one's answer (null takes it back), until it is closed. */
export const answerPoll = defineCommand({
  kind: "answer-poll",
  input: z.strictObject({
    kind: z.literal("answer-poll"),
    poll: thingId,
    answer: z.nullable(z.string().check(z.maxLength(60))),
    /** The objection that moved them to it. */
    because: z.optional(thingId),
  }),
  roles: speakers,
  permission: "answer",
  isAnonymous: ({ session }, { poll }) => session.polls[poll]?.anonymous === true,
  decide(state, by, { poll, answer, because }) {
    const found = state.session.polls[poll];
    if (!found) return err(refuse("no-such-thing", poll));
    if (found.closed) return err(refuse("poll-closed", poll));
    if (state.session.hidden[`answer/${poll}/${by.id}`]) return err(refuse("is-hidden", poll));
    const refusal = answer === null ? null : checkAnswer(found.form, answer);
    if (refusal) return err(refusal);
    if (because !== undefined && !state.debate.objections[because])
      return err(refuse("no-such-thing", because));
    // Only to the person's own connections, which can't count the others.
    const event: {
      person: string;
      poll: string;
      answer: string | null;
      because?: string;
      count?: number;
    } = { person: by.id, poll, answer, ...(answer !== null && because !== undefined && { because }) };
    return ok(event);
  },
});
