import type { concedeObjection } from "../kinds/concede-objection.ts";
import type { Fold } from "../rule.ts";
import { settled } from "../settled.ts";

/** What a `concede-objection` does to the room. */
export const foldConcedeObjection: Fold<typeof concedeObjection> = (state, event, { by, seq }) =>
  settled(state, event.objection, { kind: "conceded", by, seq, residue: "" });
