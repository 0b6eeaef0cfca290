import type { showOnScreen } from "../kinds/show-on-screen.ts";
import { withSession } from "../room-state.ts";
import type { Fold } from "../rule.ts";

/** What a `show-on-screen` does to the room. */
export const foldShowOnScreen: Fold<typeof showOnScreen> = (state, { person, what }, { seq }) =>
  withSession(state, { spotlight: what && { what, by: person, seq } });
