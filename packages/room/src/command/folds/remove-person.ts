import type { removePerson } from "../kinds/remove-person.ts";
import { withPerson, withSession } from "../room-state.ts";
import type { Fold } from "../rule.ts";

/** What a `remove-person` does to the room. */
export const foldRemovePerson: Fold<typeof removePerson> = (state, { person }, _meta) => {
  const found = state.people[person];
  if (!found) return state;
  const { floor, timers } = state.session;
  const { [person]: _lowered, ...hands } = floor.hands;
  const isSpeaking = floor.speaker?.person === person;
  return withSession(withPerson(state, { ...found, removed: true }), {
    floor: { ...floor, hands, speaker: isSpeaking ? null : floor.speaker },
    timers: isSpeaking ? { ...timers, speaker: null } : timers,
  });
};
