import type { revealPoll } from "../kinds/reveal-poll.ts";
import { withPoll } from "../polls.ts";
import type { Fold } from "../rule.ts";
import { withCauses } from "../with-causes.ts";

/** What a `reveal-poll` does to the room. */
export const foldRevealPoll: Fold<typeof revealPoll> = (state, { poll, answers, because }, _meta) =>
  withPoll(state, poll, (old) => {
    if (!old.blind) return old;
    // A page knows its own answer, also where it is hidden from the others.
    const shown = answers ? { ...answers, ...old.answers } : old.answers;
    return {
      ...withCauses(old, { ...because, ...old.because }),
      blind: false,
      answers: shown,
      count: Object.keys(shown).length,
      before: old.before ?? shown,
    };
  });
