import type { closeRoom } from "../kinds/close-room.ts";
import type { Fold } from "../rule.ts";

/** What a `close-room` does to the room. */
export const foldCloseRoom: Fold<typeof closeRoom> = (state, event, _meta) => ({
  ...state,
  closed: event.closed,
});
