import { placeShare } from "../estimates.ts";
import type { setApplicability } from "../kinds/set-applicability.ts";
import type { Fold } from "../rule.ts";

/** What a `set-applicability` does to the room. */
export const foldSetApplicability: Fold<typeof setApplicability> = (state, event, _meta) =>
  placeShare(state, event, "applicability", event.objection);
