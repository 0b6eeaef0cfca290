import { must } from "@crux/core";
import { Client, type ClientConfig, Pool, type PoolClient, types } from "pg";
import { appendedWhen, appendStatement, createAppender } from "./postgres-appender.ts";
import { migrate, schemaName } from "./postgres-schema.ts";
import type { Entry, SharedStore, Snapshot, Turn } from "./store.ts";

/** Where a PostgreSQL store keeps things. */
export type PostgresOptions = {
  /** `postgres://user:password@host:port/database`. */
  readonly url: string;
  /** The schema that holds the tables; made on first use. */
  readonly schema?: string;
  /** Hears of connections that broke while nobody used them. */
  readonly report?: (error: unknown) => void;
};

/** A store in PostgreSQL, which also keeps the secret that its processes share. */
export type PostgresStore = SharedStore & {
  /** The secret of all processes on this database; `fresh` becomes it when there is none yet. */
  secret(fresh: Uint8Array): Promise<Uint8Array>;
};

const bigint = 20;
const patienceMs = 5_000;

/** How every connection to `url` is made: nothing waits for ever, neither here nor there. */
export const configOf = (url: string): ClientConfig => ({
  connectionString: url,
  connectionTimeoutMillis: patienceMs,
  query_timeout: 2 * patienceMs,
  statement_timeout: patienceMs,
  idle_in_transaction_session_timeout: patienceMs,
  keepAlive: true,
  keepAliveInitialDelayMillis: 5_000,
  application_name: "crux",
  // Numbers and times of entries fit into a double.
  types: {
    getTypeParser: ((id: number, format: "text") =>
      id === bigint ? Number : types.getTypeParser(id, format)) as typeof types.getTypeParser,
  },
});

/**
 * A store in a PostgreSQL database, for one process or several. The tables are made or brought up to date before
 * the first request; while the database is away, requests reject within seconds.
 */
export function createPostgresStore(options: PostgresOptions): PostgresStore {
  const schema = schemaName(options.schema ?? "crux");
  const config = configOf(options.url);
  const pool = new Pool({ ...config, max: 12, idleTimeoutMillis: 30_000 });
  // Turns wait for other processes; the rest must not wait behind them.
  const turns = new Pool({ ...config, max: 8, idleTimeoutMillis: 30_000 });
  const report = (error: unknown): void => options.report?.(error);
  for (const one of [pool, turns])
    one
      .on("error", report)
      // One that breaks while it is in use fails its query; without a listener it would end the process as well.
      .on("connect", (client) => client.on("error", () => {}));
  const appendNow = createAppender(pool, schema);
  let isClosed = false;
  let ready: Promise<void> | null = null;

  /** Tried again by the next request when it failed: the database may not be up yet. */
  const prepared = (): Promise<void> => {
    if (isClosed) return Promise.reject(new Error("the store is closed"));
    ready ??= withClient(config, (client) => migrate(client, schema)).catch((error: unknown) => {
      ready = null;
      throw error;
    });
    return ready;
  };
  const ask = async <Row extends object>(statement: string, values: unknown[]): Promise<Row[]> => {
    await prepared();
    return (await pool.query<Row>(statement, values)).rows;
  };

  return {
    async append(room, after, entries) {
      await prepared();
      return appendNow(room, after, entries);
    },
    read: (room, after, limit) => ask<Entry>(...readStatement(schema, room, after, limit)),
    async saveSnapshot(room, { seq, document, state }) {
      await ask(
        // Not of a room that has been erased meanwhile: that would bring it back.
        `INSERT INTO ${schema}.snapshots AS old
         SELECT $1::text, $2::bigint, $3::bytea, $4::text
         WHERE EXISTS (SELECT 1 FROM ${schema}.rooms WHERE room = $1)
         ON CONFLICT (room) DO UPDATE SET seq = excluded.seq, document = excluded.document, state = excluded.state
         WHERE excluded.seq > old.seq`,
        [room, seq, Buffer.from(document), state],
      );
    },
    async snapshot(room) {
      const [found] = await ask<Snapshot>(
        `SELECT seq, document, state FROM ${schema}.snapshots WHERE room = $1`,
        [room],
      );
      return found ?? null;
    },
    async claimCode(code, room) {
      await ask(`INSERT INTO ${schema}.codes VALUES ($1, $2) ON CONFLICT DO NOTHING`, [code, room]);
      return (await roomOfCode(code)) === room;
    },
    roomOfCode,
    async spend(token, expires, now) {
      const [spent] = await ask<{ token: string }>(
        `WITH swept AS (DELETE FROM ${schema}.spent WHERE expires < $3 AND token <> $1)
         INSERT INTO ${schema}.spent AS old VALUES ($1, $2)
         ON CONFLICT (token) DO UPDATE SET expires = excluded.expires WHERE old.expires < $3 RETURNING token`,
        [token, expires, now],
      );
      return spent !== undefined;
    },
    async turn(room) {
      await prepared();
      return beginTurn(await turns.connect(), schema, room);
    },
    async lasts(rooms) {
      const found = await ask<{ room: string; last: number }>(
        `SELECT room, last FROM ${schema}.rooms WHERE room = ANY($1)`,
        [rooms],
      );
      return new Map(found.map(({ room, last }) => [room, last]));
    },
    async secret(fresh) {
      await ask(`INSERT INTO ${schema}.settings VALUES ('secret', $1) ON CONFLICT DO NOTHING`, [
        Buffer.from(fresh),
      ]);
      const [kept] = await ask<{ value: Uint8Array }>(
        `SELECT value FROM ${schema}.settings WHERE name = 'secret'`,
        [],
      );
      return must(kept, "the secret that was just kept").value;
    },
    async close() {
      if (isClosed) return;
      isClosed = true;
      await Promise.all([pool.end(), turns.end()]);
    },
  };

  async function roomOfCode(code: string): Promise<string | null> {
    const [found] = await ask<{ room: string }>(`SELECT room FROM ${schema}.codes WHERE code = $1`, [code]);
    return found?.room ?? null;
  }
}

const readStatement = (schema: string, room: string, after: number, limit: number): [string, unknown[]] => [
  `SELECT seq, at, by, kind, payload FROM ${schema}.entries WHERE room = $1 AND seq > $2 ORDER BY seq LIMIT $3`,
  [room, after, limit],
];

/** The room's row is locked from here until the turn ends, on a connection that does nothing else meanwhile. */
async function beginTurn(client: PoolClient, schema: string, room: string): Promise<Turn> {
  let isOver = false;
  const over = (error?: unknown): void => {
    if (!isOver) client.release(error !== undefined);
    isOver = true;
  };
  /** A connection of which we don't know how far it came is thrown away, and its transaction with it. */
  const guarded = async <T>(task: () => Promise<T>): Promise<T> => {
    try {
      return await task();
    } catch (error) {
      over(error);
      throw error;
    }
  };
  const last = await guarded(async () => {
    await client.query("BEGIN ISOLATION LEVEL READ COMMITTED");
    const { rows } = await client.query<{ last: number }>(
      `SELECT last FROM ${schema}.rooms WHERE room = $1 FOR UPDATE`,
      [room],
    );
    return rows[0]?.last ?? 0;
  });
  return {
    last,
    read: (after, limit) =>
      guarded(async () => (await client.query<Entry>(...readStatement(schema, room, after, limit))).rows),
    append: (entries) =>
      guarded(async () => {
        const asked = appendStatement(schema, [{ room, after: last, entries }]);
        const { rows } = await client.query<{ done: boolean[] }>(...asked);
        await client.query("COMMIT");
        over();
        return appendedWhen(rows[0]?.done[0] === true, last);
      }),
    async end() {
      if (isOver) return;
      await guarded(() => client.query("ROLLBACK")).catch(() => {});
      over();
    },
  };
}

/** Runs `task` on a connection of its own. */
async function withClient<T>(config: ClientConfig, task: (client: Client) => Promise<T>): Promise<T> {
  const client = new Client(config);
  client.on("error", () => {});
  await client.connect();
  try {
    return await task(client);
  } finally {
    await client.end().catch(() => {});
  }
}
