import { assert } from "@crux/core";
import * as Y from "yjs";
import { withPauses } from "../base/pauses.ts";
import { applyEvent, isLease, isPseudonym, type LogEvent, readEvent, speakerOf } from "../command/events.ts";
import { emptyState, type RoomState, toRoomState } from "../command/room-state.ts";
import type { Self } from "../command/sight.ts";
import { createDocument } from "../document/document.ts";
import { limits } from "../protocol/limits.ts";
import type { CommandId } from "../protocol/shapes.ts";
import type { Entry, Snapshot, Store } from "../store/store.ts";
import { aside } from "./aside.ts";

/** A room folded from its log, in memory: the document, the public state, and the server's own bookkeeping. */
export type Replica = {
  /** The document; one that rests is read again from its bytes, so keep no hold of it. */
  readonly doc: Y.Doc;
  /** The whole document, encoded once however many come; a document that rests is not unfolded for it. */
  whole(): Whole;
  /** Takes a stored document in, first of all; it lets others have their turn. */
  unfold(document: Uint8Array): Promise<void>;
  /** Keeps only the document's bytes until it is wanted: a tenth of what it takes unfolded. */
  rest(): void;
  /** The newest entry that is folded in. */
  seq: number;
  state: RoomState;
  /** Client id of the document to the person who may write with it. */
  readonly leases: Map<number, string>;
  /** Per person, the pseudonym under which they speak when the room is anonymous. */
  readonly pseudonyms: Map<string, string>;
  /** Per person, the newest command of each stream: what came before it is done. */
  readonly streams: Map<string, Map<string, number>>;
  /** Bytes of the document, about; never less than what it takes to store. */
  bytes: number;
};

/** A document in bytes: all of it as one update, and its state vector. */
export type Whole = { readonly update: Uint8Array; readonly stateVector: Uint8Array };

/** A room of which nothing is known yet. */
export function emptyReplica(): Replica {
  let doc: Y.Doc | null = null;
  /** Until the document changes. */
  let whole: Whole | null = null;
  const changed = (): void => {
    whole = null;
  };
  const docOf = (): Y.Doc => {
    const fresh = createDocument();
    if (whole !== null) Y.applyUpdate(fresh, whole.update, "remote");
    fresh.on("afterTransaction", changed);
    return fresh;
  };
  const toWhole = (): Whole => {
    doc ??= docOf();
    return { update: Y.encodeStateAsUpdate(doc), stateVector: Y.encodeStateVector(doc) };
  };
  return {
    get doc() {
      doc ??= docOf();
      return doc;
    },
    whole() {
      whole ??= toWhole();
      return whole;
    },
    async unfold(document) {
      const target = docOf();
      doc = target;
      await withPauses(await partsOf(document), (part) => Y.applyUpdate(target, part, "remote"));
      whole = { update: document, stateVector: Y.encodeStateVector(target) };
    },
    rest() {
      if (doc === null) return;
      whole ??= toWhole();
      doc.destroy();
      doc = null;
    },
    seq: 0,
    state: emptyState,
    leases: new Map(),
    pseudonyms: new Map(),
    streams: new Map(),
    bytes: 0,
  };
}

/** Bytes of a document that may be encoded or taken in at once: a larger one holds everybody up. */
export const mostAtOnce = 100_000;

/** A large document in parts, unless its bytes are none. */
const partsOf = async (document: Uint8Array): Promise<readonly Uint8Array[]> =>
  document.length > mostAtOnce ? aside({ kind: "cut", document }).catch(() => [document]) : [document];

const pageSize = 1_000;

/** The room as its log says; null when it has no entries. */
export async function loadReplica(store: Store, room: string): Promise<Replica | null> {
  const snapshot = await store.snapshot(room);
  const replica = snapshot ? await fromSnapshot(snapshot) : emptyReplica();
  for (;;) {
    const page = await store.read(room, replica.seq, pageSize);
    await withPauses(page, (entry) => foldEntry(replica, entry));
    if (page.length < pageSize) return replica.seq === 0 ? null : replica;
  }
}

/** Brings the next entry of the log into the replica. */
export function foldEntry(replica: Replica, entry: Entry): void {
  assert(entry.seq === replica.seq + 1, "the log has no gap");
  replica.seq = entry.seq;
  if (entry.kind === "event") foldEvent(replica, readEvent(entry.payload), entry);
  else {
    Y.applyUpdate(replica.doc, entry.payload, "remote");
    replica.bytes += entry.payload.length;
  }
}

/** Brings one event into the replica. */
export function foldEvent(replica: Replica, event: LogEvent, meta: Pick<Entry, "seq" | "at" | "by">): void {
  if (isLease(event)) {
    for (const id of event.ids) replica.leases.set(id, event.person);
    return;
  }
  if (isPseudonym(event)) {
    replica.pseudonyms.set(event.person, event.as);
    return;
  }
  if ("id" in event && event.id) noteCommand(replica, meta.by, event.id);
  replica.state = applyEvent(replica.state, event, { ...meta, by: speakerOf(event, meta.by) });
}

/** Who `person` is to the room. */
export const selfOf = (replica: Replica, person: string): Self => ({
  person,
  pseudonym: replica.pseudonyms.get(person) ?? null,
});

/** Whether this command of `person` has been done. */
export const isDone = (replica: Replica, person: string, id: CommandId): boolean =>
  (replica.streams.get(person)?.get(id.stream) ?? 0) >= id.n;

function noteCommand(replica: Replica, person: string, id: CommandId): void {
  const streams = replica.streams.get(person) ?? new Map<string, number>();
  replica.streams.set(person, streams);
  // Taking it out first keeps the map in order of last use, so that the first one is the oldest.
  streams.delete(id.stream);
  streams.set(id.stream, id.n);
  const [oldest] = streams.keys();
  if (streams.size > limits.streamsPerPerson && oldest !== undefined) streams.delete(oldest);
}

type StoredState = {
  readonly state: RoomState;
  readonly leases: readonly (readonly [number, string])[];
  /** Absent in snapshots of earlier versions. */
  readonly pseudonyms?: readonly (readonly [string, string])[];
  readonly streams: readonly (readonly [string, readonly (readonly [string, number])[]])[];
};

/** All of the replica but its document, as a snapshot keeps it. */
export function stateTextOf(replica: Replica): string {
  const stored: StoredState = {
    state: replica.state,
    leases: [...replica.leases],
    pseudonyms: [...replica.pseudonyms],
    streams: [...replica.streams].map(([person, streams]) => [person, [...streams]] as const),
  };
  return JSON.stringify(stored);
}

async function fromSnapshot(snapshot: Snapshot): Promise<Replica> {
  const stored = JSON.parse(snapshot.state) as StoredState;
  const replica = emptyReplica();
  await replica.unfold(snapshot.document);
  for (const [id, person] of stored.leases) replica.leases.set(id, person);
  for (const [person, as] of stored.pseudonyms ?? []) replica.pseudonyms.set(person, as);
  for (const [person, streams] of stored.streams) replica.streams.set(person, new Map(streams));
  return Object.assign(replica, {
    seq: snapshot.seq,
    state: toRoomState(stored.state),
    bytes: snapshot.document.length,
  });
}
