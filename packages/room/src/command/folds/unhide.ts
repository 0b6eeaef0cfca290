import { putAt } from "../hideable.ts";
import type { unhide } from "../kinds/unhide.ts";
import { withSession } from "../room-state.ts";
import type { Fold } from "../rule.ts";

/** What a `unhide` does to the room. */
export const foldUnhide: Fold<typeof unhide> = (state, { to, thing }, _meta) => {
  const { [to]: _shown, ...hidden } = state.session.hidden;
  return putAt(withSession(state, { hidden }), to, thing);
};
