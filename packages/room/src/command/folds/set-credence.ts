import { placeShare } from "../estimates.ts";
import type { setCredence } from "../kinds/set-credence.ts";
import type { Fold } from "../rule.ts";

/** What a `set-credence` does to the room. */
export const foldSetCredence: Fold<typeof setCredence> = (state, event, _meta) =>
  placeShare(state, event, "credences", event.program);
