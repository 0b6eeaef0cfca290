import { randomBytes } from "node:crypto";
import { chmodSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import type { Server } from "node:http";
import { join } from "node:path";
import {
  type AttachedRooms,
  attachRooms,
  claimDatabase,
  claimFile,
  createPostgresStore,
  createSqliteStore,
  meetAtRedis,
  type RoomOptions,
  type Store,
} from "@crux/room/server";
import { addressOf } from "./address-of.ts";
import type { Environment } from "./environment.ts";
import type { Log } from "./log.ts";
import type { Metrics } from "./metrics.ts";

/** Rooms of this process, and whether their store answers. */
export type RoomDoor = {
  readonly handle: AttachedRooms["handle"];
  readonly lookIn: AttachedRooms["lookIn"];
  /** Has the store write something; false when it can't, or not in time. Asked often, it writes once a second. */
  readonly answers: () => Promise<boolean>;
  readonly close: () => Promise<void>;
};

const PATIENCE_MS = 1_000;

/** Where rooms are kept, and which pages may open them. */
export type RoomDoorOptions = Pick<Environment, "data" | "origins" | "database" | "redis" | "proxies"> & {
  readonly dev: boolean;
  /** Another process has the database now: this one has to end. */
  readonly lost: () => void;
  readonly log: Log;
  readonly metrics: Metrics;
};

/**
 * Attaches rooms to `server`; they are kept in the database, or else in the folder `data`, which is made at the
 * first start. Rejects with a sentence that says what to do when the database belongs to other processes.
 */
export async function openRoomDoor(server: Server, options: RoomDoorOptions): Promise<RoomDoor> {
  const { store: bare, key, nodes, release } = await openStore(options);
  const { log, metrics } = options;
  const store = metrics.meter(bare);
  const rooms = attachRooms(server, {
    store,
    key,
    ...(nodes && { nodes }),
    addressOf: (request) => addressOf(request, options.proxies),
    watch: metrics.watch,
    origins: options.origins,
    keepForeignUpgrades: options.dev,
    report: (error) => log.error("a bug in a room", error),
  });
  metrics.count(rooms.counts);
  if (nodes)
    metrics.gauge("crux_redis_up", "Whether Redis answers (1) or not (0)", () => (nodes.meet.isUp() ? 1 : 0));
  let asked = { at: Number.NEGATIVE_INFINITY, answer: Promise.resolve(false) };
  return {
    handle: rooms.handle,
    lookIn: rooms.lookIn,
    answers() {
      // Not by the clock on the wall, which may be set back.
      const now = performance.now();
      if (now - asked.at >= PATIENCE_MS) asked = { at: now, answer: writes(store, Date.now()) };
      return asked.answer;
    },
    close: async () => {
      await rooms.close();
      await release();
    },
  };
}

/** Whether the store writes: it marks a token as used that nobody has, and forgets it with the next one. */
function writes(store: Store, now: number): Promise<boolean> {
  const late = new Promise<boolean>((resolve) => setTimeout(resolve, PATIENCE_MS, false).unref());
  const token = `ready ${randomBytes(8).toString("hex")}`;
  return Promise.race([store.spend(token, now, now).catch(() => false), late]);
}

type Opened = Pick<RoomOptions, "store" | "key"> & {
  readonly nodes: RoomOptions["nodes"];
  readonly release: () => Promise<void>;
};

async function openStore({ data, database, redis, lost, log }: RoomDoorOptions): Promise<Opened> {
  if (database === null) {
    const file = join(data, "rooms.sqlite");
    const release = await claimFile(file);
    if (release === null)
      throw new Error(
        `another process serves the rooms in ${data}: stop it, or let several share a database (docs/deploy.md)`,
      );
    const store = createSqliteStore(file);
    return { store, key: readKey(join(data, "key")), nodes: undefined, release: async () => release() };
  }
  const claim = await claimDatabase({ url: database, how: redis === null ? "alone" : "together" });
  if (claim === null)
    throw new Error(
      redis === null
        ? "another process serves this database: stop it, or set REDIS_URL for both so that they hear of each other"
        : "a process without REDIS_URL serves this database: stop it, or set its REDIS_URL too",
    );
  void claim.lost.then(lost);
  const store = createPostgresStore({
    url: database,
    report: (error) => log.error("a connection to the database broke", error),
  });
  const key = await store.secret(randomBytes(32));
  const nodes = redis === null ? undefined : { meet: meetAtRedis(redis), store };
  return { store, key, nodes, release: claim.release };
}

/** The secret that signs tickets: made once, and readable only by who runs the server. */
function readKey(path: string): Uint8Array {
  if (!existsSync(path)) {
    writeFileSync(path, randomBytes(32).toString("hex"), { mode: 0o600, flag: "wx" });
    chmodSync(path, 0o600);
  }
  const key = Buffer.from(readFileSync(path, "utf8").trim(), "hex");
  if (key.length !== 32)
    throw new Error(`${path} does not hold 64 hexadecimal digits: delete it to get a new key`);
  return key;
}
