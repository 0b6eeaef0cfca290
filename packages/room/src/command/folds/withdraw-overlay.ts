import { withoutThing } from "../debate-state.ts";
import { overlayRef } from "../hideable.ts";
import type { withdrawOverlay } from "../kinds/withdraw-overlay.ts";
import type { Fold } from "../rule.ts";

/** What a `withdraw-overlay` does to the room. */
export const foldWithdrawOverlay: Fold<typeof withdrawOverlay> = (state, { overlay }, _meta) => {
  const ids = Object.keys(state.debate.overlays);
  const id = ids.find((one) => one === overlay || overlayRef(one) === overlay);
  if (id === undefined) return state;
  return { ...state, debate: withoutThing(state.debate, "overlays", id) };
};
