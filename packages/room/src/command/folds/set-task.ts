import { type PublishedOverlay, withThing } from "../debate-state.ts";
import type { setTask } from "../kinds/set-task.ts";
import type { Fold } from "../rule.ts";

/** What a `set-task` does to the room. */
export const foldSetTask: Fold<typeof setTask> = (
  state,
  { person, overlay: id, group, objection },
  { seq },
) => {
  const { task: _old, ...found }: PublishedOverlay = state.debate.overlays[id] ?? {
    id,
    group,
    members: [],
    by: person,
    patch: [],
    g: null,
    seq,
  };
  const overlay = objection === null ? found : { ...found, task: objection };
  return { ...state, debate: withThing(state.debate, "overlays", overlay) };
};
