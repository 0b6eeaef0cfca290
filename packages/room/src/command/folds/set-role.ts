import type { setRole } from "../kinds/set-role.ts";
import { withPerson } from "../room-state.ts";
import type { Fold } from "../rule.ts";

/** What a `set-role` does to the room. */
export const foldSetRole: Fold<typeof setRole> = (state, event, _meta) => {
  const person = state.people[event.person];
  return person ? withPerson(state, { ...person, role: event.role }) : state;
};
