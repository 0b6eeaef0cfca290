import type { answerPoll } from "../kinds/answer-poll.ts";
import { withPoll } from "../polls.ts";
import type { Fold } from "../rule.ts";
import { withCauses } from "../with-causes.ts";

/** What a `answer-poll` does to the room. */
export const foldAnswerPoll: Fold<typeof answerPoll> = (
  state,
  { person, poll, answer, because, count },
  _meta,
) =>
  withPoll(state, poll, (old) => {
    const { [person]: _old, ...others } = old.answers;
    const answers = answer === null ? others : { ...others, [person]: answer };
    const { [person]: _cause, ...causes } = old.because ?? {};
    const named = because === undefined ? causes : { ...causes, [person]: because };
    return { ...withCauses(old, named), answers, count: count ?? Object.keys(answers).length };
  });
