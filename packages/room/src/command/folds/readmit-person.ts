import type { readmitPerson } from "../kinds/readmit-person.ts";
import { withPerson } from "../room-state.ts";
import type { Fold } from "../rule.ts";

/** What a `readmit-person` does to the room. */
export const foldReadmitPerson: Fold<typeof readmitPerson> = (state, { person }, _meta) => {
  const found = state.people[person];
  if (!found) return state;
  const { removed: _removed, ...back } = found;
  return withPerson(state, back);
};
