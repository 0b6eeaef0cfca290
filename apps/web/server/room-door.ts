import { randomBytes } from "node:crypto";
import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import type { Server } from "node:http";
import { join } from "node:path";
import { type AttachedRooms, attachRooms, createSqliteStore } from "@crux/room/server";

/** Rooms of this process, and whether their store answers. */
export type RoomDoor = {
  readonly handle: AttachedRooms["handle"];
  /** Asks the store for something; false when it does not answer in time. */
  readonly answers: () => Promise<boolean>;
  readonly close: () => Promise<void>;
};

const PATIENCE_MS = 1_000;

/** Attaches rooms to `server`; they are kept in the folder `data`, which is made at the first start. */
export function openRoomDoor(
  server: Server,
  options: { readonly data: string; readonly origins: readonly string[]; readonly dev: boolean },
): RoomDoor {
  mkdirSync(options.data, { recursive: true });
  const store = createSqliteStore(join(options.data, "rooms.sqlite"));
  const rooms = attachRooms(server, {
    store,
    key: readKey(join(options.data, "key")),
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
    close: rooms.close,
  };
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
