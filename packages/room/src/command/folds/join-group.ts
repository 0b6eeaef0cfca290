import { withThing } from "../debate-state.ts";
import type { joinGroup } from "../kinds/join-group.ts";
import type { Fold } from "../rule.ts";

/** What a `join-group` does to the room. */
export const foldJoinGroup: Fold<typeof joinGroup> = (state, { overlay, person }, _meta) => {
  const found = state.debate.overlays[overlay];
  if (!found || found.members.includes(person)) return state;
  const members = [...found.members, person];
  return { ...state, debate: withThing(state.debate, "overlays", { ...found, members }) };
};
