import type { LogEvent } from "../command/events.ts";
import { readEvent } from "../command/events.ts";
import type { RoomState } from "../command/room-state.ts";
import type { Entry, Store } from "../store/store.ts";
import { emptyReplica, foldEntry, type Replica } from "./replica.ts";

/** One entry of a log with what it did. */
export type Step = {
  readonly entry: Entry;
  /** Null for an update of the scenario. */
  readonly event: LogEvent | null;
  /** The state before it; the replica has it folded in. */
  readonly before: RoomState;
  readonly replica: Replica;
};

/** Small pages, so that folding a long log never keeps the process from its live rooms for long. */
const pageSize = 200;

/**
 * Folds a room's log from its beginning up to entry `to`, and shows each step to `visit`. Lets other work go on
 * between the pages. The replica it ends with; one without entries when there is no such room.
 */
export async function walkLog(
  store: Pick<Store, "read">,
  room: string,
  to: number,
  visit: (step: Step) => void,
): Promise<Replica> {
  const replica = emptyReplica();
  while (replica.seq < to) {
    const page = await store.read(room, replica.seq, Math.min(pageSize, to - replica.seq));
    for (const entry of page) {
      const { state: before } = replica;
      foldEntry(replica, entry);
      visit({ entry, event: entry.kind === "event" ? readEvent(entry.payload) : null, before, replica });
    }
    if (page.length === 0) break;
    await new Promise((resolve) => setImmediate(resolve));
  }
  return replica;
}
