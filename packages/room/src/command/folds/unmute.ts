import type { unmute } from "../kinds/unmute.ts";
import { withSession } from "../room-state.ts";
import type { Fold } from "../rule.ts";

/** What a `unmute` does to the room. */
export const foldUnmute: Fold<typeof unmute> = (state, { person }, _meta) => {
  const { [person]: _lifted, ...muted } = state.session.muted;
  return withSession(state, { muted });
};
