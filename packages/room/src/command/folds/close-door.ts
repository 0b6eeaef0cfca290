import type { closeDoor } from "../kinds/close-door.ts";
import { withSession } from "../room-state.ts";
import type { Fold } from "../rule.ts";

/** What a `close-door` does to the room. */
export const foldCloseDoor: Fold<typeof closeDoor> = (state, { closed }, _meta) =>
  withSession(state, { doorClosed: closed });
