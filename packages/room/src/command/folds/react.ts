import type { react } from "../kinds/react.ts";
import type { Fold } from "../rule.ts";

/** What a `react` does to the room. */
export const foldReact: Fold<typeof react> = (state, { person, to, reaction, on }, _meta) => {
  const { [person]: mine = [], ...others } = state.debate.reactions[to] ?? {};
  const left = [...mine.filter((one) => one !== reaction), ...(on ? [reaction] : [])].sort();
  const people = left.length > 0 ? { ...others, [person]: left } : others;
  const { [to]: _old, ...things } = state.debate.reactions;
  const reactions = Object.keys(people).length > 0 ? { ...things, [to]: people } : things;
  return { ...state, debate: { ...state.debate, reactions } };
};
