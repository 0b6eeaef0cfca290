import type { lockTerm } from "../kinds/lock-term.ts";
import { withSession } from "../room-state.ts";
import type { Fold } from "../rule.ts";

/** What a `lock-term` does to the room. */
export const foldLockTerm: Fold<typeof lockTerm> = (state, { person, row, locked }, { seq }) => {
  const { [row]: _old, ...others } = state.session.locks;
  return withSession(state, { locks: locked ? { ...others, [row]: { by: person, seq } } : others });
};
