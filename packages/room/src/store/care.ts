import { existsSync } from "node:fs";
import Database from "better-sqlite3";
import { Client } from "pg";
import { schemaName } from "./postgres-schema.ts";
import { configOf } from "./postgres-store.ts";

/** One room as its operator sees it: no names, and nothing of what was said. */
export type RoomInfo = {
  readonly room: string;
  readonly entries: number;
  readonly bytes: number;
  /** When its newest entry was written, in milliseconds since 1970. */
  readonly last: number;
};

/** What an operator does with the rooms of a store, also while servers use it. */
export type Care = {
  rooms(): Promise<readonly RoomInfo[]>;
  roomOfCode(code: string): Promise<string | null>;
  /**
   * Takes everything about a room out of the store; false when there was nothing. Who is in it then is told that
   * their edits can't be saved; the room does not come back.
   */
  erase(room: string): Promise<boolean>;
  /** Writes a copy of the whole store to a new file; null where the database has its own tool for that. */
  readonly backUp: ((file: string) => Promise<void>) | null;
  close(): Promise<void>;
};

/** Care for the rooms of one SQLite file. Throws a sentence that says what to do when there is none. */
export function careForSqlite(file: string): Care {
  if (!existsSync(file)) throw new Error(`there is no file ${file}: name the data folder of a server`);
  const database = new Database(file);
  database.pragma("busy_timeout = 10000");
  // What is erased is overwritten, not only unlinked.
  database.pragma("secure_delete = ON");
  const list = database.prepare(
    "SELECT room, count(*) AS entries, sum(length(payload)) AS bytes, max(at) AS last FROM entries GROUP BY room",
  );
  const owner = database.prepare("SELECT room FROM codes WHERE code = ?").pluck();
  const wipe = ["entries", "snapshots", "codes"].map((name) =>
    database.prepare(`DELETE FROM ${name} WHERE room = ?`),
  );
  const erase = database.transaction((room: string): boolean =>
    wipe.map((statement) => statement.run(room).changes > 0).includes(true),
  );
  return {
    rooms: async () => list.all() as RoomInfo[],
    roomOfCode: async (code) => (owner.get(code) as string | undefined) ?? null,
    async erase(room) {
      const isErased = erase.immediate(room);
      // The log of the database still holds the old pages until they are written back.
      database.pragma("wal_checkpoint(TRUNCATE)");
      return isErased;
    },
    async backUp(to) {
      if (existsSync(to)) throw new Error(`${to} is there already: name a new file`);
      database.prepare("VACUUM INTO ?").run(to);
    },
    close: async () => void database.close(),
  };
}

/** Care for the rooms of a PostgreSQL database; backups are `pg_dump`'s work. */
export async function careForPostgres(url: string, schema = "crux"): Promise<Care> {
  const name = schemaName(schema);
  const client = new Client(configOf(url));
  await client.connect();
  return {
    async rooms() {
      const { rows } = await client.query<RoomInfo>(
        `SELECT room, count(*) AS entries, sum(length(payload))::bigint AS bytes, max(at) AS last
         FROM ${name}.entries GROUP BY room`,
      );
      return rows;
    },
    async roomOfCode(code) {
      const { rows } = await client.query<{ room: string }>(
        `SELECT room FROM ${name}.codes WHERE code = $1`,
        [code],
      );
      return rows[0]?.room ?? null;
    },
    async erase(room) {
      let count = 0;
      await client.query("BEGIN");
      // The room's row first: whoever has the room's turn finishes before.
      for (const table of ["rooms", "entries", "snapshots", "codes"])
        count += (await client.query(`DELETE FROM ${name}.${table} WHERE room = $1`, [room])).rowCount ?? 0;
      await client.query("COMMIT");
      return count > 0;
    },
    backUp: null,
    close: () => client.end(),
  };
}
