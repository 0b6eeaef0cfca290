import type { pinGloss } from "../kinds/pin-gloss.ts";
import { withSession } from "../room-state.ts";
import type { Fold } from "../rule.ts";

/** What a `pin-gloss` does to the room. */
export const foldPinGloss: Fold<typeof pinGloss> = (state, { person, to, text }, { seq }) => {
  const { [to]: _old, ...others } = state.session.glosses;
  const glosses = text === null ? others : { ...others, [to]: { text, by: person, seq } };
  return withSession(state, { glosses });
};
