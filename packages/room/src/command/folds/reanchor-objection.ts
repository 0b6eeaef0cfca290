import { withThing } from "../debate-state.ts";
import type { reanchorObjection } from "../kinds/reanchor-objection.ts";
import type { Fold } from "../rule.ts";

/** What a `reanchor-objection` does to the room. */
export const foldReanchorObjection: Fold<typeof reanchorObjection> = (
  state,
  { objection, anchor, rows },
  _meta,
) => {
  const found = state.debate.objections[objection];
  if (!found) return state;
  return { ...state, debate: withThing(state.debate, "objections", { ...found, anchor, rows }) };
};
