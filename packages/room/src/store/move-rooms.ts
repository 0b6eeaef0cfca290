import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import Database from "better-sqlite3";
import type { Entry, Snapshot, Store } from "./store.ts";

/** What a move came to. */
export type Moved = { readonly rooms: number; readonly entries: number; readonly codes: number };

type Room = { readonly room: string; readonly last: number };

const pageSize = 500;

/**
 * Copies every room of the SQLite file into `to`, and compares what is there then with what was here, entry by
 * entry. A room that is there already must be equal so far, so that a move that was interrupted can be run again.
 * Rejects with a sentence that says what to do. The file is only read.
 */
export async function moveRooms(file: string, to: Store, told: (line: string) => void): Promise<Moved> {
  if (!existsSync(file)) throw new Error(`there is no file ${file}: name the data folder of a server`);
  const from = new Database(file, { readonly: true });
  try {
    const rooms = from.prepare("SELECT room, max(seq) AS last FROM entries GROUP BY room").all() as Room[];
    const read = readerOf(from);
    for (const [at, { room, last }] of rooms.entries()) {
      await copyRoom(room, last, read, to);
      if ((at + 1) % 1_000 === 0) told(`${at + 1} of ${rooms.length} rooms copied`);
    }
    const codes = from.prepare("SELECT code, room FROM codes").all() as { code: string; room: string }[];
    for (const { code, room } of codes)
      if (!(await to.claimCode(code, room)))
        throw new Error(`the code ${code} leads to another room there: move into an empty database`);
    told(`comparing ${rooms.length} rooms`);
    for (const { room, last } of rooms) await compareRoom(room, last, read, to);
    const entries = rooms.reduce((sum, { last }) => sum + last, 0);
    const now = from.prepare("SELECT count(*) FROM entries").pluck().get() as number;
    if (now !== entries)
      throw new Error(
        `${file} has grown from ${entries} to ${now} entries: stop its server and run this again`,
      );
    return { rooms: rooms.length, entries, codes: codes.length };
  } finally {
    from.close();
  }
}

type Reader = {
  entries(room: string, after: number): readonly Entry[];
  snapshot(room: string): Snapshot | null;
};

function readerOf(from: Database.Database): Reader {
  const entries = from.prepare(
    "SELECT seq, at, by, kind, payload FROM entries WHERE room = ? AND seq > ? ORDER BY seq LIMIT ?",
  );
  const snapshot = from.prepare("SELECT seq, document, state FROM snapshots WHERE room = ?");
  return {
    entries: (room, after) => entries.all(room, after, pageSize) as Entry[],
    snapshot: (room) => (snapshot.get(room) as Snapshot | undefined) ?? null,
  };
}

async function copyRoom(room: string, last: number, read: Reader, to: Store): Promise<void> {
  let done = await lastOf(room, to);
  if (done > last)
    throw new Error(`room ${room} has ${done} entries there and ${last} here: move into an empty database`);
  while (done < last) {
    const page = read.entries(room, done).filter(({ seq }) => seq <= last);
    const appended = await to.append(room, done, page);
    if (appended.kind === "conflict")
      throw new Error(`someone else writes to room ${room} there: stop the servers and run this again`);
    done += page.length;
  }
  const snapshot = read.snapshot(room);
  if (snapshot && snapshot.seq <= last) await to.saveSnapshot(room, snapshot);
}

/** The newest entry that a store has of a room. */
async function lastOf(room: string, store: Store): Promise<number> {
  for (let last = 0; ; ) {
    const page = await store.read(room, last, pageSize);
    last += page.length;
    if (page.length < pageSize) return last;
  }
}

async function compareRoom(room: string, last: number, read: Reader, to: Store): Promise<void> {
  for (let after = 0; after < last; after += pageSize) {
    const here = read.entries(room, after).filter(({ seq }) => seq <= last);
    const there = await to.read(room, after, here.length);
    if (digestOf(here) !== digestOf(there))
      throw new Error(`room ${room} differs after entry ${after}: move into an empty database`);
  }
}

function digestOf(entries: readonly Entry[]): string {
  const hash = createHash("sha256");
  for (const { seq, at, by, kind, payload } of entries)
    hash.update(JSON.stringify([seq, at, by, kind, payload.length])).update(payload);
  return hash.digest("hex");
}
