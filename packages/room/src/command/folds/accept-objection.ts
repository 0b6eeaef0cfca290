import type { acceptObjection } from "../kinds/accept-objection.ts";
import type { Fold } from "../rule.ts";
import { settled } from "../settled.ts";

/** What a `accept-objection` does to the room. */
export const foldAcceptObjection: Fold<typeof acceptObjection> = (
  state,
  { objection, as, residue },
  { by, seq },
) => settled(state, objection, { kind: as, by, seq, residue });
