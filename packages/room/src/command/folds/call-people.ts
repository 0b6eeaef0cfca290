import type { callPeople } from "../kinds/call-people.ts";
import type { Fold } from "../rule.ts";

/** What a `call-people` does to the room. */
export const foldCallPeople: Fold<typeof callPeople> = (state, event, meta) => ({
  ...state,
  call: { by: event.person, place: event.place, seq: meta.seq },
});
