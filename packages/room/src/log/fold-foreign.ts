import { readEvent } from "../command/events.ts";
import type { NewEntry } from "../store/store.ts";
import type { OwnEntry, WireEntry } from "../wire/messages.ts";
import { foldEntry, type Replica } from "./replica.ts";
import { tellEvent } from "./tell.ts";

/** Brings the log's next entries, which another process wrote, into the replica; what its connections hear of them. */
export function foldForeign(
  replica: Replica,
  entries: readonly NewEntry[],
): { readonly list: readonly WireEntry[]; readonly own: readonly OwnEntry[] } {
  const list: WireEntry[] = [];
  const own: OwnEntry[] = [];
  for (const entry of entries) {
    const { at, by, kind, payload } = entry;
    const before = replica.state;
    foldEntry(replica, { ...entry, seq: replica.seq + 1 });
    if (kind === "scenario-update") list.push({ kind: "update", update: payload });
    else {
      const told = tellEvent(before, replica.state, readEvent(payload), { by, at });
      own.push(...told.own.map((one) => ({ ...one, index: list.length })));
      list.push(told.wire);
    }
  }
  return { list, own };
}
