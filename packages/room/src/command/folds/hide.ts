import type { hide } from "../kinds/hide.ts";
import { withSession } from "../room-state.ts";
import type { Fold } from "../rule.ts";

/** What a `hide` does to the room. */
export const foldHide: Fold<typeof hide> = (state, { person, to, reason }, { seq, at }) =>
  withSession(state, { hidden: { ...state.session.hidden, [to]: { by: person, seq, at, reason } } });
