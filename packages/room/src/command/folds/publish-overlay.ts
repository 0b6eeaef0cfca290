import { withThing } from "../debate-state.ts";
import type { publishOverlay } from "../kinds/publish-overlay.ts";
import type { Fold } from "../rule.ts";

/** What a `publish-overlay` does to the room. */
export const foldPublishOverlay: Fold<typeof publishOverlay> = (
  state,
  { overlay: id, group, person, patch, g },
  { seq },
) => {
  const old = state.debate.overlays[id];
  const members = old?.members ?? [person];
  const task = old?.task === undefined ? {} : { task: old.task };
  const published = { id, group, members, by: person, patch, g, seq, ...task };
  return { ...state, debate: withThing(state.debate, "overlays", published) };
};
