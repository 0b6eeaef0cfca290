import type { mergeObjection } from "../kinds/merge-objection.ts";
import type { Fold } from "../rule.ts";
import { settled } from "../settled.ts";

/** What a `merge-objection` does to the room. */
export const foldMergeObjection: Fold<typeof mergeObjection> = (state, { objection, reading }, { by, seq }) =>
  settled(state, objection, { kind: "merged", by, seq, reading });
