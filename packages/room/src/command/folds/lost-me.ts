import type { lostMe } from "../kinds/lost-me.ts";
import { pressedLost } from "../lost.ts";
import { withSession } from "../room-state.ts";
import type { Fold } from "../rule.ts";

/** What a `lost-me` does to the room. */
export const foldLostMe: Fold<typeof lostMe> = (state, { to, ...press }, _meta) =>
  withSession(state, { lost: pressedLost(state.session.lost, to, press) });
