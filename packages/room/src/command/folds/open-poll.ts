import type { openPoll } from "../kinds/open-poll.ts";
import { withSession } from "../room-state.ts";
import type { Fold } from "../rule.ts";

/** What a `open-poll` does to the room. */
export const foldOpenPoll: Fold<typeof openPoll> = (
  state,
  { person, poll: id, question, form, blind, anonymous },
  { seq },
) => {
  const opened = { id, by: person, question, form, blind, anonymous, closed: false, seq };
  const poll = { ...opened, answers: {}, count: 0, before: null };
  return withSession(state, { polls: { ...state.session.polls, [id]: poll } });
};
