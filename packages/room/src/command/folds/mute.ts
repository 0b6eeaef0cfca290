import type { mute } from "../kinds/mute.ts";
import { withSession } from "../room-state.ts";
import type { Fold } from "../rule.ts";

/** What a `mute` does to the room. */
export const foldMute: Fold<typeof mute> = (state, { moderator, person, until }, { seq }) =>
  withSession(state, { muted: { ...state.session.muted, [person]: { by: moderator, seq, until } } });
