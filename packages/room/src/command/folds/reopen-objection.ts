import type { reopenObjection } from "../kinds/reopen-objection.ts";
import type { Fold } from "../rule.ts";
import { settled } from "../settled.ts";

/** What a `reopen-objection` does to the room. */
export const foldReopenObjection: Fold<typeof reopenObjection> = (state, event, _meta) =>
  settled(state, event.objection, null);
