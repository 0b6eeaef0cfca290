import { withThing } from "../debate-state.ts";
import type { pinClaim } from "../kinds/pin-claim.ts";
import type { Fold } from "../rule.ts";

/** What a `pin-claim` does to the room. */
export const foldPinClaim: Fold<typeof pinClaim> = (state, { claim, by, text }, { seq }) => ({
  ...state,
  debate: withThing(state.debate, "claims", { id: claim, by, text, seq }),
});
