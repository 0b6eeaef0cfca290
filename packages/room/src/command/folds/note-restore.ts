import type { noteRestore } from "../kinds/note-restore.ts";
import type { Fold } from "../rule.ts";

/** What a `note-restore` does to the room. */
export const foldNoteRestore: Fold<typeof noteRestore> = (state, _event, _meta) => state;
