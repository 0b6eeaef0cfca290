import type { answerPoll } from "../kinds/answer-poll.ts";
import { withPoll } from "../polls.ts";
import type { Fold } from "../rule.ts";

/** What a `answer-poll` does to the room. */
export const foldAnswerPoll: Fold<typeof answerPoll> = (state, { person, poll, answer, count }, _meta) =>
  withPoll(state, poll, (old) => {
    const { [person]: _old, ...others } = old.answers;
    const answers = answer === null ? others : { ...others, [person]: answer };
    return { ...old, answers, count: count ?? Object.keys(answers).length };
  });
