import { withEstimates } from "../estimates.ts";
import type { revealEstimates } from "../kinds/reveal-estimates.ts";
import type { Fold } from "../rule.ts";

/** What a `reveal-estimates` does to the room. */
export const foldRevealEstimates: Fold<typeof revealEstimates> = (state, event, _meta) => {
  // A page knows its own numbers, with a reason that is hidden from the others.
  const values = { ...event.values, ...state.estimates.values };
  const count = Object.keys(values).length;
  return withEstimates(state, { ...state.estimates, blind: false, values, count });
};
