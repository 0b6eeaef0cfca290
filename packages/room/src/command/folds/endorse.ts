import type { endorse } from "../kinds/endorse.ts";
import type { Fold } from "../rule.ts";

/** What a `endorse` does to the room. */
export const foldEndorse: Fold<typeof endorse> = (state, { person, to, version }, _meta) => {
  const { [person]: _mine, ...others } = state.debate.endorsements[to] ?? {};
  const people = version === null ? others : { ...others, [person]: version };
  const { [to]: _old, ...things } = state.debate.endorsements;
  const endorsements = Object.keys(people).length > 0 ? { ...things, [to]: people } : things;
  return { ...state, debate: { ...state.debate, endorsements } };
};
