import type { closePoll } from "../kinds/close-poll.ts";
import { withPoll } from "../polls.ts";
import type { Fold } from "../rule.ts";

/** What a `close-poll` does to the room. */
export const foldClosePoll: Fold<typeof closePoll> = (state, { poll, closed }, _meta) =>
  withPoll(state, poll, (old) => ({ ...old, closed }));
