import type { rename } from "../kinds/rename.ts";
import { withPerson } from "../room-state.ts";
import type { Fold } from "../rule.ts";

/** What a `rename` does to the room. */
export const foldRename: Fold<typeof rename> = (state, event, _meta) => {
  const person = state.people[event.person];
  return person ? withPerson(state, { ...person, name: event.name }) : state;
};
