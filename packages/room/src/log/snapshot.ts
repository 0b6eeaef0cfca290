import { assert } from "@crux/core";
import type { Snapshot, Store } from "../store/store.ts";
import { aside } from "./aside.ts";
import { mostAtOnce, type Replica, stateTextOf } from "./replica.ts";

const pageSize = 1_000;

/**
 * The room as of the replica's newest entry, which is on disk. A large document is put together aside from what the
 * store has, for to encode it would hold everybody up. `replica.bytes` follows what the document takes.
 */
export async function takeSnapshot(replica: Replica, store: Store, room: string): Promise<Snapshot> {
  const { seq, bytes } = replica;
  const state = stateTextOf(replica);
  const document = bytes > mostAtOnce ? await foldAside(store, room, seq) : replica.whole().update;
  replica.bytes += document.length - bytes;
  return { seq, document, state };
}

async function foldAside(store: Store, room: string, seq: number): Promise<Uint8Array> {
  const base = await store.snapshot(room);
  const updates: Uint8Array[] = [];
  let last = base?.seq ?? 0;
  while (last < seq) {
    const page = await store.read(room, last, Math.min(pageSize, seq - last));
    for (const { kind, payload } of page) if (kind === "scenario-update") updates.push(payload);
    last = page.at(-1)?.seq ?? Number.POSITIVE_INFINITY;
  }
  assert(last === seq, "the log has what the room has");
  const [document] = await aside({ kind: "fold", document: base?.document ?? null, updates });
  assert(document !== undefined, "one document comes back");
  return document;
}
