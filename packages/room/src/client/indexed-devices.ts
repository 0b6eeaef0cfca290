import { type DBSchema, type IDBPDatabase, openDB } from "idb";
import * as Y from "yjs";
import { type Clock, systemClock } from "../base/doors.ts";
import type { RoomState } from "../command/room-state.ts";
import type { Device, Draft, Seen, Waiting } from "./device.ts";
import { createMemoryDevices, type Devices, type KnownRoom } from "./devices.ts";

/** What stands in the browser's database; every table but `rooms` has an index by room. */
interface Tables extends DBSchema {
  rooms: { key: string; value: KnownRoom };
  states: { key: string; value: { room: string; state: RoomState; seen?: Seen } };
  /** Yjs updates that make up a room's document. */
  updates: { key: number; value: { room: string; update: Uint8Array }; indexes: { room: string } };
  /** Local updates that were not acknowledged. */
  unsent: { key: number; value: { room: string; update: Uint8Array }; indexes: { room: string } };
  commands: {
    key: [string, string, number];
    value: { room: string; stream: string; n: number; at: number; waiting: Waiting };
    indexes: { room: string };
  };
  drafts: { key: string; value: { room: string; id: string; draft: Draft }; indexes: { room: string } };
  /** Leased client ids that no document uses yet. */
  ids: { key: number; value: { room: string; id: number }; indexes: { room: string } };
}

type Database = IDBPDatabase<Tables>;

const byRoom = ["updates", "unsent", "commands", "drafts", "ids"] as const;
const updatesPerMerge = 200;

/** This browser's own storage. Where there is none (a private window may refuse it), rooms are kept as long as the page lives. */
export function openDevices(name = "crux", clock: Clock = systemClock): Devices {
  const memory = createMemoryDevices();
  const database = openDatabase(name).catch(() => null);
  const either = async <T>(stored: (open: Database) => Promise<T>, instead: () => Promise<T>): Promise<T> => {
    const open = await database;
    return open ? stored(open).catch(instead) : instead();
  };
  const recent = (): Promise<readonly KnownRoom[]> =>
    either(
      async (open) => (await open.getAll("rooms")).sort((a, b) => b.visited - a.visited),
      () => memory.recent(),
    );
  return {
    recent,
    find: async (room) =>
      "id" in room
        ? either(
            async (open) => (await open.get("rooms", room.id)) ?? null,
            () => memory.find(room),
          )
        : ((await recent()).find((one) => one.code === room.code) ?? null),
    remember: (known) =>
      either(
        async (open) => void (await open.put("rooms", known)),
        () => memory.remember(known),
      ),
    forget: (room) =>
      either(
        (open) => forgetRoom(open, room),
        () => memory.forget(room),
      ),
    open: (room) => createIndexedDevice(database, room, clock, memory.open(room)),
  };
}

function openDatabase(name: string): Promise<Database> {
  return openDB<Tables>(name, 1, {
    upgrade(open) {
      open.createObjectStore("rooms", { keyPath: "room" });
      open.createObjectStore("states", { keyPath: "room" });
      open.createObjectStore("updates", { autoIncrement: true }).createIndex("room", "room");
      open.createObjectStore("unsent", { autoIncrement: true }).createIndex("room", "room");
      open.createObjectStore("commands", { keyPath: ["room", "stream", "n"] }).createIndex("room", "room");
      open.createObjectStore("drafts", { keyPath: "id" }).createIndex("room", "room");
      open.createObjectStore("ids", { keyPath: "id" }).createIndex("room", "room");
    },
  });
}

async function forgetRoom(open: Database, room: string): Promise<void> {
  const change = open.transaction(["rooms", "states", ...byRoom], "readwrite");
  await change.objectStore("rooms").delete(room);
  await change.objectStore("states").delete(room);
  for (const table of byRoom)
    for await (const cursor of change.objectStore(table).index("room").iterate(room)) await cursor.delete();
  await change.done;
}

/** Storage for one room; `instead` takes over where the database can't be used. */
function createIndexedDevice(
  database: Promise<Database | null>,
  room: string,
  clock: Clock,
  instead: Device,
): Device {
  const either = async <T>(
    stored: (open: Database) => Promise<T>,
    fallback: () => Promise<T>,
  ): Promise<T> => {
    const open = await database;
    return open ? stored(open).catch(fallback) : fallback();
  };
  return {
    load: () =>
      either(
        (open) => loadRoom(open, room),
        () => instead.load(),
      ),
    keepUpdate: (update, isLocal) =>
      either(
        (open) => keepUpdate(open, room, update, isLocal),
        () => instead.keepUpdate(update, isLocal),
      ),
    forgetUnsent: (keys) =>
      either(
        async (open) => {
          const change = open.transaction("unsent", "readwrite");
          for (const key of keys) await change.store.delete(key);
          await change.done;
        },
        () => instead.forgetUnsent(keys),
      ),
    dropDocument: () =>
      either(
        async (open) => {
          const change = open.transaction(["updates", "unsent"], "readwrite");
          for (const table of ["updates", "unsent"] as const)
            for await (const cursor of change.objectStore(table).index("room").iterate(room))
              await cursor.delete();
          await change.done;
        },
        () => instead.dropDocument(),
      ),
    keepCommand: (waiting) =>
      either(
        async (open) => void (await open.put("commands", { room, ...waiting.id, at: clock.now(), waiting })),
        () => instead.keepCommand(waiting),
      ),
    forgetCommand: (id) =>
      either(
        (open) => open.delete("commands", [room, id.stream, id.n]),
        () => instead.forgetCommand(id),
      ),
    keepState: (state, seen) =>
      either(
        async (open) => void (await open.put("states", { room, state, seen })),
        () => instead.keepState(state, seen),
      ),
    keepDraft: (draft) =>
      either(
        async (open) => void (await open.put("drafts", { room, id: draft.id, draft })),
        () => instead.keepDraft(draft),
      ),
    forgetDraft: (id) =>
      either(
        (open) => open.delete("drafts", id),
        () => instead.forgetDraft(id),
      ),
    takeId: () =>
      either(
        (open) => takeId(open, room),
        () => instead.takeId(),
      ),
    addIds: (ids) =>
      either(
        async (open) => {
          const change = open.transaction("ids", "readwrite");
          for (const id of ids) await change.store.put({ room, id });
          await change.done;
        },
        () => instead.addIds(ids),
      ),
  };
}

async function loadRoom(open: Database, room: string): ReturnType<Device["load"]> {
  const read = open.transaction(["states", ...byRoom]);
  const unsent: { key: number; update: Uint8Array }[] = [];
  for await (const cursor of read.objectStore("unsent").index("room").iterate(room))
    unsent.push({ key: cursor.primaryKey, update: cursor.value.update });
  const updates = await read.objectStore("updates").index("room").getAll(room);
  const commands = await read.objectStore("commands").index("room").getAll(room);
  const drafts = await read.objectStore("drafts").index("room").getAll(room);
  const state = await read.objectStore("states").get(room);
  const spareIds = await read.objectStore("ids").index("room").count(room);
  return {
    document: updates.map((one) => one.update),
    unsent,
    // Within a stream in order; streams by the time of their commands.
    commands: commands
      .sort((a, b) => (a.stream === b.stream ? a.n - b.n : a.at - b.at))
      .map((one) => one.waiting),
    drafts: drafts.map((one) => one.draft).sort((a, b) => a.at - b.at),
    state: state?.state ?? null,
    seen: state?.seen ?? null,
    spareIds,
  };
}

async function keepUpdate(
  open: Database,
  room: string,
  update: Uint8Array,
  isLocal: boolean,
): Promise<number | null> {
  const change = open.transaction(["updates", "unsent"], "readwrite");
  const updates = change.objectStore("updates");
  await updates.add({ room, update });
  const key = isLocal ? await change.objectStore("unsent").add({ room, update }) : null;
  if ((await updates.index("room").count(room)) > updatesPerMerge) {
    const all = await updates.index("room").getAll(room);
    for await (const cursor of updates.index("room").iterate(room)) await cursor.delete();
    await updates.add({ room, update: Y.mergeUpdates(all.map((one) => one.update)) });
  }
  await change.done;
  return key;
}

/** One transaction, so that two tabs never take the same id. */
async function takeId(open: Database, room: string): Promise<number | null> {
  const change = open.transaction("ids", "readwrite");
  const cursor = await change.store.index("room").openCursor(room);
  const id = cursor?.value.id ?? null;
  await cursor?.delete();
  await change.done;
  return id;
}
