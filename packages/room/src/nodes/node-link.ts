import { unreachable } from "@crux/core";
import type { Clock } from "../base/doors.ts";
import type { NewEntry, SharedStore } from "../store/store.ts";
import type { Presence } from "../wire/messages.ts";
import type { Bus, NodeMessage } from "./bus.ts";
import { createNeighbours } from "./neighbours.ts";

/** What this process does with what others tell it. */
export type NodeDoors = {
  readonly bus: Bus;
  readonly store: SharedStore;
  readonly clock: Clock;
  readonly rooms: {
    hear(room: string, from: number, entries: readonly NewEntry[]): void;
    /** The newest entry that each room knows which is in use here. */
    seqs(): ReadonlyMap<string, number>;
    lookBehind(room: string): void;
    miss(room: string): void;
  };
  readonly presence: {
    hear(node: string, room: string, changes: readonly Presence[]): void;
    /** The process is gone, and its connections with it. */
    drop(node: string): void;
    /** Where this process's own connections are, by room; in one room, or (null) in all. */
    own(room: string | null): ReadonlyMap<string, readonly Presence[]>;
  };
  /** Counts a wrong guess that was made at another process. */
  readonly guessed: (caller: string) => void;
  readonly report: (error: unknown) => void;
};

/** What this process tells the others. */
export type NodeLink = {
  entries(room: string, from: number, entries: readonly NewEntry[]): void;
  presence(room: string, changes: readonly Presence[]): void;
  /** Asks where others' connections in a room are that has just been opened here. */
  who(room: string): void;
  guess(caller: string): void;
  close(): Promise<void>;
};

const aliveEveryMs = 2_000;
const beatsPerAfresh = 30;
const upAgainMs = [0, 1_000, 3_000];
/** How often the log is looked at: the rule, in case a message was lost, and while nothing gets through. */
const lookEveryMs = 2_000;
const lookWhileDownMs = 250;
const roomsPerLook = 1_000;

/** Links this process with the others over `doors.bus`. */
export function linkNodes(doors: NodeDoors): NodeLink {
  const { bus, store, clock, rooms, presence } = doors;
  let isClosed = false;
  const neighbours = createNeighbours(clock, {
    came: () => {
      tellAfresh();
      bus.send({ kind: "who", room: null });
    },
    went: presence.drop,
  });

  /** Everything of this process's own, again. */
  const tellAfresh = (): void => {
    bus.send({ kind: "afresh" });
    tellOwn(null);
  };

  const tellOwn = (room: string | null): void => {
    for (const [id, changes] of presence.own(room))
      if (changes.length > 0) bus.send({ kind: "presence", room: id, changes });
  };

  const hear = (node: string, message: NodeMessage): void => {
    if (message.kind !== "gone") neighbours.heard(node);
    switch (message.kind) {
      case "entries":
        rooms.hear(message.room, message.from, message.entries);
        break;
      case "presence":
        presence.hear(node, message.room, message.changes);
        break;
      case "afresh":
        presence.drop(node);
        break;
      case "who":
        tellOwn(message.room);
        break;
      case "guess":
        doors.guessed(message.caller);
        break;
      case "alive":
        break;
      case "gone":
        neighbours.gone(node);
        break;
      default:
        unreachable(message);
    }
  };
  bus.listen((node, message) => {
    try {
      if (!isClosed) hear(node, message);
    } catch (error) {
      doors.report(error);
    }
  });

  let beats = 0;
  const beat = (): void => {
    if (isClosed) return;
    bus.send({ kind: "alive" });
    // A word that was lost is made good within a minute.
    if (++beats % beatsPerAfresh === 0) tellAfresh();
    clock.after(aliveEveryMs, beat);
  };

  let wasUp = bus.isUp();
  /** Who came and went while nothing got through: told more than once, for the others may hear later than this one speaks. */
  const noticeUp = (): void => {
    const isUp = bus.isUp();
    if (isUp && !wasUp)
      for (const ms of upAgainMs)
        clock.after(ms, () => {
          if (isClosed) return;
          tellAfresh();
          bus.send({ kind: "who", room: null });
        });
    wasUp = isUp;
  };

  /** Asks the log itself which rooms have more than they know. */
  const look = async (): Promise<void> => {
    const seqs = [...rooms.seqs()];
    for (let at = 0; at < seqs.length && !isClosed; at += roomsPerLook) {
      const some = seqs.slice(at, at + roomsPerLook);
      const lasts = await store.lasts(some.map(([room]) => room));
      for (const [room, seq] of some) {
        const last = lasts.get(room);
        if (last === undefined) rooms.miss(room);
        else if (last > seq) rooms.lookBehind(room);
      }
    }
  };
  const lookOn = (): void => {
    if (isClosed) return;
    noticeUp();
    look()
      // The store is away: whoever writes hears of it.
      .catch(() => {})
      .then(() => clock.after(bus.isUp() ? lookEveryMs : lookWhileDownMs, lookOn));
  };
  beat();
  clock.after(lookWhileDownMs, lookOn);

  return {
    entries: (room, from, entries) => bus.send({ kind: "entries", room, from, entries }),
    presence: (room, changes) => bus.send({ kind: "presence", room, changes }),
    who: (room) => bus.send({ kind: "who", room }),
    guess: (caller) => bus.send({ kind: "guess", caller }),
    async close() {
      if (isClosed) return;
      bus.send({ kind: "gone" });
      isClosed = true;
      await bus.close();
    },
  };
}
