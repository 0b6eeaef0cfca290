import { randomBytes } from "node:crypto";
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import type { Server } from "node:http";
import { join } from "node:path";
import {
  type AttachedRooms,
  attachRooms,
  claimDatabase,
  createPostgresStore,
  createSqliteStore,
  meetAtRedis,
  type RoomOptions,
} from "@crux/room/server";
import type { Environment } from "./environment.ts";

/** Rooms of this process, and whether their store answers. */
export type RoomDoor = {
  readonly handle: AttachedRooms["handle"];
  /** Asks the store for something; false when it does not answer in time. */
  readonly answers: () => Promise<boolean>;
  readonly close: () => Promise<void>;
};

const PATIENCE_MS = 1_000;

/** Where rooms are kept, and which pages may open them. */
export type RoomDoorOptions = Pick<Environment, "data" | "origins" | "database" | "redis"> & {
  readonly dev: boolean;
  /** Another process has the database now: this one has to end. */
  readonly lost: () => void;
};

/**
 * Attaches rooms to `server`; they are kept in the database, or else in the folder `data`, which is made at the
 * first start. Rejects with a sentence that says what to do when the database belongs to other processes.
 */
export async function openRoomDoor(server: Server, options: RoomDoorOptions): Promise<RoomDoor> {
  const { store, key, nodes, release } = await openStore(options);
  const rooms = attachRooms(server, {
    store,
    key,
    ...(nodes && { nodes }),
    origins: options.origins,
    keepForeignUpgrades: options.dev,
    report: (error) => console.error("crux: a bug in a room:", error),
  });
  return {
    handle: rooms.handle,
    answers: () => {
      const late = new Promise<boolean>((resolve) => setTimeout(resolve, PATIENCE_MS, false).unref());
      const asked = store.roomOfCode("").then(
        () => true,
        () => false,
      );
      return Promise.race([asked, late]);
    },
    close: async () => {
      await rooms.close();
      await release();
    },
  };
}

type Opened = Pick<RoomOptions, "store" | "key"> & {
  readonly nodes: RoomOptions["nodes"];
  readonly release: () => Promise<void>;
};

async function openStore({ data, database, redis, lost }: RoomDoorOptions): Promise<Opened> {
  if (database === null) {
    mkdirSync(data, { recursive: true });
    const store = createSqliteStore(join(data, "rooms.sqlite"));
    return { store, key: readKey(join(data, "key")), nodes: undefined, release: async () => {} };
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
    report: (error) => console.error("crux: a connection to the database broke:", messageOf(error)),
  });
  const key = await store.secret(randomBytes(32));
  const nodes = redis === null ? undefined : { meet: meetAtRedis(redis), store };
  return { store, key, nodes, release: claim.release };
}

const messageOf = (error: unknown): string => (error instanceof Error ? error.message : String(error));

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
