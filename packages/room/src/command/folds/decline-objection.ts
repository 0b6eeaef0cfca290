import type { declineObjection } from "../kinds/decline-objection.ts";
import type { Fold } from "../rule.ts";
import { settled } from "../settled.ts";

/** What a `decline-objection` does to the room. */
export const foldDeclineObjection: Fold<typeof declineObjection> = (
  state,
  { objection, reason },
  { by, seq },
) => settled(state, objection, { kind: "declined", by, seq, reason });
