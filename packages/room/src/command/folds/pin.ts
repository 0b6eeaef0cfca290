import { placed } from "../estimates.ts";
import type { pin } from "../kinds/pin.ts";
import type { Fold } from "../rule.ts";

/** What a `pin` does to the room. */
export const foldPin: Fold<typeof pin> = (state, event, _meta) =>
  placed(state, event, (mine) => ({ ...mine, g: event.g }));
