import type { blindPoll } from "../kinds/blind-poll.ts";
import { withPoll } from "../polls.ts";
import type { Fold } from "../rule.ts";
import { withCauses } from "../with-causes.ts";

/** What a `blind-poll` does to the room. */
export const foldBlindPoll: Fold<typeof blindPoll> = (state, { poll }, _meta) =>
  withPoll(state, poll, (old) =>
    old.blind
      ? old
      : { ...withCauses(old, {}), blind: true, closed: false, answers: {}, count: 0, before: old.answers },
  );
