import { withEstimates } from "../estimates.ts";
import type { blindEstimates } from "../kinds/blind-estimates.ts";
import type { Fold } from "../rule.ts";

/** What a `blind-estimates` does to the room. */
export const foldBlindEstimates: Fold<typeof blindEstimates> = (state, _event, _meta) => {
  const { blind, values, count, before } = state.estimates;
  if (blind === true) return state;
  return withEstimates(state, { blind: true, values: {}, count: 0, before: count > 0 ? values : before });
};
