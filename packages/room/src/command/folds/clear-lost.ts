import type { clearLost } from "../kinds/clear-lost.ts";
import { clearedLost } from "../lost.ts";
import { withSession } from "../room-state.ts";
import type { Fold } from "../rule.ts";

/** What a `clear-lost` does to the room. */
export const foldClearLost: Fold<typeof clearLost> = (state, { to }, _meta) =>
  withSession(state, { lost: clearedLost(state.session.lost, to) });
