import { oneForEach } from "../debate/room-cache.ts";
import { createListeners, type Listeners } from "../listeners.ts";

/** The one thing that a room tells its page. */
type News = "view";

/** The parts of a page that show a room; while a strip is on its way, what changed beside it waits for it. */
export const roomListeners = oneForEach((room): Listeners<News> => {
  const listeners = createListeners<News>();
  room.subscribe(() => listeners.tell(["view"]));
  return listeners;
});
