import { toBase32 } from "../base/bytes.ts";
import { writeEvent } from "../command/events.ts";
import { seedDocument } from "../document/seed.ts";
import { newCode } from "../identity/code.ts";
import { personIdOf } from "../identity/person.ts";
import type { NewEntry } from "../store/store.ts";
import type { RoomDoors } from "./live.ts";
import { openRoom, type Room } from "./room.ts";

/** The rooms of this process: loaded when someone comes, let go when nobody has been there for a while. */
export type Rooms = {
  /** Makes a room that holds `scenario` (JSON that the scenario reader accepted), with its maker as moderator. */
  create(
    scenario: Readonly<Record<string, unknown>>,
    maker: { name: string; secret: string },
  ): Promise<{ id: string; person: string }>;
  /** Makes a room that goes on from `log`, the entries of a file, with whoever brings it as moderator. */
  bringIn(
    log: readonly NewEntry[],
    maker: { name: string; secret: string },
  ): Promise<{ id: string; person: string }>;
  /** The room, held until `release`; null, and nothing held, when there is none. Rejects when the store is away. */
  hold(id: string): Promise<Room | null>;
  release(id: string): void;
  /** Another process put `entries` into the room's log, the first of them as number `from`. */
  hear(id: string, from: number, entries: readonly NewEntry[]): void;
  /** The newest entry that each room knows which somebody uses here. */
  seqs(): ReadonlyMap<string, number>;
  /** The room's log has more than the room knows. */
  lookBehind(id: string): void;
  /** The store does not have the room any more. */
  miss(id: string): void;
  /** Writes a snapshot of every room that is held; the end of a graceful shutdown. */
  settle(): Promise<void>;
};

type Held = {
  readonly opening: Promise<Room | null>;
  opened: Room | null;
  users: number;
  cancel: (() => void) | null;
};

const idleMs = 60_000;

/** Rooms kept in `doors.store`. */
export function createRooms(doors: Omit<RoomDoors, "freshCode">): Rooms {
  const { store, clock, random } = doors;
  const held = new Map<string, Held>();

  const freshCode = async (room: string): Promise<string> => {
    for (;;) {
      const code = newCode(random);
      if (await store.claimCode(code, room)) return code;
    }
  };

  const evict = async (id: string, room: Held): Promise<void> => {
    await (await room.opening)?.settle();
    if (room.users === 0 && held.get(id) === room) held.delete(id);
  };

  const release = (id: string): void => {
    const room = held.get(id);
    if (!room) return;
    room.users--;
    if (room.users === 0) room.cancel = clock.after(idleMs, () => void evict(id, room));
  };

  return {
    release,
    async create(scenario, maker) {
      const id = toBase32(random(16));
      const person = personIdOf(id, maker.secret);
      const code = await freshCode(id);
      const at = clock.now();
      const created = writeEvent({ kind: "created", person, name: maker.name, code });
      await store.append(id, 0, [
        { at, by: person, kind: "event", payload: created },
        { at, by: "server", kind: "scenario-update", payload: seedDocument(scenario) },
      ]);
      return { id, person };
    },
    async bringIn(log, maker) {
      const id = toBase32(random(16));
      const person = personIdOf(id, maker.secret);
      const code = await freshCode(id);
      const until = log.reduce((newest, { at }) => Math.max(newest, at), 0);
      const imported = writeEvent({ kind: "imported", person, name: maker.name, code, until });
      await store.append(id, 0, [...log, { at: clock.now(), by: person, kind: "event", payload: imported }]);
      return { id, person };
    },
    async hold(id) {
      // Whoever still holds it lets go of what is not here any more.
      if (held.get(id)?.opened?.isGone()) held.delete(id);
      // One opening for all who come at once: two folds of one room would drift apart.
      const room = held.get(id) ?? {
        opening: openRoom(id, { ...doors, freshCode }),
        opened: null,
        users: 0,
        cancel: null,
      };
      held.set(id, room);
      room.users++;
      room.cancel?.();
      room.cancel = null;
      try {
        room.opened = await room.opening;
      } finally {
        if (room.opened === null && held.get(id) === room) held.delete(id);
      }
      return room.opened;
    },
    hear(id, from, entries) {
      // What is told while the room is being opened may be missing in what was read.
      held.get(id)?.opening.then(
        (room) => room?.hear(from, entries),
        () => {},
      );
    },
    seqs: () =>
      new Map(
        [...held].flatMap(([id, { opened, users }]) => (opened && users > 0 ? [[id, opened.seq()]] : [])),
      ),
    lookBehind: (id) => held.get(id)?.opened?.lookBehind(),
    miss: (id) => held.get(id)?.opened?.miss(),
    async settle() {
      const opened = await Promise.all([...held.values()].map((room) => room.opening.catch(() => null)));
      await Promise.all(opened.map((room) => room?.settle()));
    },
  };
}
