import { withThing } from "../debate-state.ts";
import type { editObjection } from "../kinds/edit-objection.ts";
import type { Fold } from "../rule.ts";

/** What a `edit-objection` does to the room. */
export const foldEditObjection: Fold<typeof editObjection> = (state, event, { seq }) => {
  const objection = state.debate.objections[event.objection];
  if (!objection) return state;
  const edited = { ...objection, ...event.changed, stamp: { version: String(seq), map: event.map } };
  return { ...state, debate: withThing(state.debate, "objections", edited) };
};
