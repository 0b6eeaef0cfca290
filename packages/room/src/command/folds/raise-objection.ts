import { withThing } from "../debate-state.ts";
import type { raiseObjection } from "../kinds/raise-objection.ts";
import type { Fold } from "../rule.ts";

/** What a `raise-objection` does to the room. */
export const foldRaiseObjection: Fold<typeof raiseObjection> = (state, { raised, map }, { seq, at }) => {
  const objection = { ...raised, stamp: { version: String(seq), map }, seq, at, outcome: null };
  return { ...state, debate: withThing(state.debate, "objections", objection) };
};
