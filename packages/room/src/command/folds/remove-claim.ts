import { withoutThing } from "../debate-state.ts";
import type { removeClaim } from "../kinds/remove-claim.ts";
import type { Fold } from "../rule.ts";

/** What a `remove-claim` does to the room. */
export const foldRemoveClaim: Fold<typeof removeClaim> = (state, event, _meta) => ({
  ...state,
  debate: withoutThing(state.debate, "claims", event.claim),
});
