import type { setAnonymous } from "../kinds/set-anonymous.ts";
import { withSession } from "../room-state.ts";
import type { Fold } from "../rule.ts";

/** What a `set-anonymous` does to the room. */
export const foldSetAnonymous: Fold<typeof setAnonymous> = (state, { on }, _meta) =>
  withSession(state, { anonymous: on });
