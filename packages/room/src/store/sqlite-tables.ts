import { statfsSync, statSync } from "node:fs";
import { dirname } from "node:path";
import Database from "better-sqlite3";
import type { Requests } from "./sqlite-requests.ts";
import type { Entry, Snapshot } from "./store.ts";

/** The database as functions, each a few statements; transactions are the caller's. */
export type Tables = {
  readonly [K in keyof Requests]: (...args: Requests[K]["args"]) => Requests[K]["result"];
};

/** The database file opened for durable writing, its tables made, and its functions. */
export function openTables(file: string): { database: Database.Database; tables: Tables } {
  const database = new Database(file);
  database.pragma("journal_mode = WAL");
  database.pragma("synchronous = FULL");
  database.pragma("busy_timeout = 5000");
  // The thread does it itself when nobody waits for the commit; this is for a thread that never has the time.
  database.pragma(`wal_autocheckpoint = ${4 * pagesPerCheckpoint}`);
  migrate(database);
  layOutLog(database, file);
  return { database, tables: { ...logTables(database), ...aliasTables(database) } };
}

/** A further connection to a database that `openTables` has made, to append with: it neither waits nor checkpoints. */
export function openLog(file: string): { database: Database.Database; append: Tables["append"] } {
  const database = new Database(file, { fileMustExist: true, timeout: 0 });
  database.pragma("synchronous = FULL");
  database.pragma("wal_autocheckpoint = 0");
  database.pragma("cache_size = -1000");
  return { database, append: logTables(database).append };
}

/** Pages in the write-ahead log after which they are brought into the database. */
export const pagesPerCheckpoint = 1_000;

/** A fifth more pages than a checkpoint waits for, each with the head that it has in the write-ahead log. */
const logBytes = 4_944 * pagesPerCheckpoint;

/**
 * Gives the write-ahead log the size that it comes to anyway. A commit that makes the file longer waits for the file
 * system's own journal, too, which takes several times as long; one that overwrites does not. What a transaction
 * spills to the log stays in the file when it is rolled back, and no reader takes it for anything.
 */
function layOutLog(database: Database.Database, file: string): void {
  const isLaidOut = (statSync(`${file}-wal`, { throwIfNoEntry: false })?.size ?? 0) >= logBytes;
  if (isLaidOut || freeBytes(dirname(file)) < 20 * logBytes) return;
  const cached = String(database.pragma("cache_size", { simple: true }));
  try {
    database.pragma("cache_size = 16");
    database.exec("BEGIN IMMEDIATE; CREATE TABLE filler (bytes BLOB)");
    database.prepare("INSERT INTO filler VALUES (zeroblob(?))").run(logBytes);
  } catch {
    // It is only for speed: the log grows as long as it can.
  }
  if (database.inTransaction) database.exec("ROLLBACK");
  database.pragma(`cache_size = ${cached}`);
}

function freeBytes(folder: string): number {
  const { bavail, bsize } = statfsSync(folder);
  return bavail * bsize;
}

const schemaVersion = 1;

function migrate(database: Database.Database): void {
  const version = database.pragma("user_version", { simple: true });
  if (version === schemaVersion) return;
  if (version !== 0)
    throw new Error(`the data folder was written by another version of Crux (${String(version)})`);
  database.exec(`
    CREATE TABLE IF NOT EXISTS entries (room TEXT NOT NULL, seq INTEGER NOT NULL, at INTEGER NOT NULL, by TEXT NOT NULL,
      kind TEXT NOT NULL, payload BLOB NOT NULL, PRIMARY KEY (room, seq)) WITHOUT ROWID;
    CREATE TABLE IF NOT EXISTS snapshots (room TEXT PRIMARY KEY, seq INTEGER NOT NULL, document BLOB NOT NULL,
      state TEXT NOT NULL);
    CREATE TABLE IF NOT EXISTS codes (code TEXT PRIMARY KEY, room TEXT NOT NULL) WITHOUT ROWID;
    CREATE TABLE IF NOT EXISTS spent (token TEXT PRIMARY KEY, expires INTEGER NOT NULL) WITHOUT ROWID;
    PRAGMA user_version = ${schemaVersion};`);
}

function logTables(
  database: Database.Database,
): Pick<Tables, "append" | "read" | "saveSnapshot" | "snapshot"> {
  // Through a subquery: SQLite plans a statement anew for each value of a bare parameter, which takes longer than its run.
  const last = database.prepare("SELECT max(seq) FROM entries WHERE room = (SELECT ?)").pluck();
  const insert = database.prepare("INSERT INTO entries VALUES (?, ?, ?, ?, ?, ?)");
  const select = database.prepare("SELECT * FROM entries WHERE room = ? AND seq > ? ORDER BY seq LIMIT ?");
  const replace = database.prepare(
    // Not of a room that has been erased meanwhile: that would bring it back.
    `INSERT INTO snapshots SELECT ?, ?, ?, ? WHERE EXISTS (SELECT 1 FROM entries WHERE room = ?)
     ON CONFLICT (room) DO UPDATE SET seq = excluded.seq, document = excluded.document, state = excluded.state WHERE excluded.seq > seq`,
  );
  const newest = database.prepare("SELECT seq, document, state FROM snapshots WHERE room = ?");
  return {
    append(room, after, entries) {
      if (((last.get(room) as number | null) ?? 0) !== after) return { kind: "conflict" };
      entries.forEach((one, at) => {
        insert.run(room, after + at + 1, one.at, one.by, one.kind, one.payload);
      });
      return { kind: "appended", from: after + 1 };
    },
    // reason: the columns are declared above; SQLite's rows carry no types
    read: (room, after, limit) => select.all(room, after, limit) as Entry[],
    saveSnapshot(room, snapshot) {
      replace.run(room, snapshot.seq, snapshot.document, snapshot.state, room);
      return undefined;
    },
    snapshot: (room) => (newest.get(room) as Snapshot | undefined) ?? null,
  };
}

function aliasTables(database: Database.Database): Pick<Tables, "claimCode" | "roomOfCode" | "spend"> {
  const claim = database.prepare("INSERT INTO codes VALUES (?, ?) ON CONFLICT DO NOTHING");
  const owner = database.prepare("SELECT room FROM codes WHERE code = ?").pluck();
  const sweep = database.prepare("DELETE FROM spent WHERE expires < ?");
  const spend = database.prepare("INSERT INTO spent VALUES (?, ?) ON CONFLICT DO NOTHING");
  return {
    claimCode(code, room) {
      claim.run(code, room);
      return owner.get(code) === room;
    },
    roomOfCode: (code) => (owner.get(code) as string | undefined) ?? null,
    spend(token, expires, now) {
      sweep.run(now);
      return spend.run(token, expires).changes === 1;
    },
  };
}
