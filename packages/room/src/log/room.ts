import type * as Y from "yjs";
import type { Prepared } from "../command/prepared.ts";
import type { RoomState } from "../command/room-state.ts";
import type { Self } from "../command/sight.ts";
import { type Refusal, refuse } from "../protocol/refusal.ts";
import type { Appended, NewEntry, Turn } from "../store/store.ts";
import type { Entries, OwnEntry, Saved, WireEntry } from "../wire/messages.ts";
import { createCommitter, overtaken } from "./committer.ts";
import { foldForeign } from "./fold-foreign.ts";
import { createInbox } from "./inbox.ts";
import { type Answer, type Live, type RoomDoors, refused } from "./live.ts";
import type { Past } from "./look-back.ts";
import { loadReplica, type Replica, selfOf } from "./replica.ts";
import { type CommandRequest, takeCommand } from "./take-command.ts";
import { type Entrant, type Have, type RoomSync, takeSync } from "./take-sync.ts";
import { takeUpdate } from "./take-update.ts";
import { createUpkeep } from "./upkeep.ts";

/** Hears what a room has to tell its connections. */
export type RoomListener = {
  /** `own` says which of them one person's own connections hear otherwise (`entriesFor`). */
  entries(entries: Entries, own: readonly OwnEntry[]): void;
  /** The room was loaded again: everybody syncs. */
  resync(): void;
  /** The room was erased: it ends for everybody. */
  gone(): void;
};

/**
 * A live room: the fold of its log, and the only way to add to it. What comes in goes through the gate, changes
 * the replica, is put on disk with what else has come meanwhile, is acknowledged, and is broadcast, in this order.
 */
export type Room = {
  readonly id: string;
  state(): RoomState;
  sync(entrant: Entrant, have: Have, answer: Answer<RoomSync>): void;
  update(person: string, update: Uint8Array, answer: Answer<Saved>): void;
  /** `isPresent` says who is connected, which some commands depend on; nobody when it is left out. */
  command(
    person: string,
    request: CommandRequest,
    answer: Answer<Saved>,
    isPresent?: (person: string) => boolean,
  ): void;
  /** The room's past: what is on disk. Null while the room is loaded again. */
  past(): Past | null;
  /** Who `person` is to the room. */
  self(person: string): Self;
  listen(listener: RoomListener): () => void;
  /** The newest entry that is folded in. */
  seq(): number;
  /** The document as it is now, to be read only; null while the room is being loaded again. */
  document(): Y.Doc | null;
  /** Another process put `entries` into the log, the first of them as number `from`. */
  hear(from: number, entries: readonly NewEntry[]): void;
  /** The log has more than this room knows: read it. */
  lookBehind(): void;
  /** The store does not have the room any more: make sure. */
  miss(): void;
  /** Whether it was erased. */
  isGone(): boolean;
  /** Waits for what is under way and writes a snapshot when the log has grown. */
  settle(): Promise<void>;
};

const pageSize = 1_000;
const againMs = 1_000;
/** Overtaken so often in a row, a request is refused instead of decided again. */
const mostTries = 8;
/** So long after another process wrote, this one takes turns with it instead of hoping to be first. */
const turnsForMs = 10_000;
const nobody = (): boolean => false;

/** The room as its log says; null when there is none. */
export async function openRoom(id: string, doors: RoomDoors): Promise<Room | null> {
  const replica = await loadReplica(doors.store, id);
  return replica && roomOf(id, doors, replica);
}

function roomOf(id: string, doors: RoomDoors, first: Replica): Room {
  const { store, clock, shared } = doors;
  const listeners = new Set<RoomListener>();
  /** Null while the room is folded again. */
  let live: Live | null = begin(first);
  let isLoading = false;
  let isGone = false;
  let state = first.state;
  /** The turn that this process has, while it decides on what waits in the inbox. */
  let turn: Turn | null = null;
  let turnsUntil = 0;
  const upkeep = createUpkeep(
    { id, store, clock, live: () => live, isHeard: () => listeners.size > 0 },
    first.seq,
  );
  const inbox = createInbox({
    live: () => live,
    takesTurns: () => shared !== undefined && clock.now() < turnsUntil,
    takeTurn,
    follow,
    catchUp,
  });

  function begin(replica: Replica): Live {
    const append = (after: number, entries: readonly NewEntry[]): Promise<Appended> => {
      const mine = turn?.last === after ? turn : null;
      turn = null;
      return mine ? mine.append(entries) : store.append(id, after, entries);
    };
    const committer = createCommitter({ append, after: replica.seq, committed, failed });
    const broken = (): void => {
      live = null;
      void committer.quiet().then(reload);
    };
    return { replica, committer, doors, broken };
  }

  function committed(
    from: number,
    list: readonly WireEntry[],
    own: readonly OwnEntry[],
    entries: readonly NewEntry[],
  ): void {
    announce(from, list, own);
    shared?.tell(id, from, entries);
  }

  function announce(from: number, list: readonly WireEntry[], own: readonly OwnEntry[]): void {
    if (live) state = live.replica.state;
    const last = from + list.length - 1;
    upkeep.used();
    const hash = upkeep.hashAfter(last);
    for (const listener of listeners) listener.entries({ from, list, hash }, own);
    upkeep.told(last);
  }

  function failed(why: "not saved" | "overtaken"): void {
    if (why === "overtaken") turnsUntil = clock.now() + turnsForMs;
    reload();
  }

  /** What is in memory is ahead of the log, or broken: fold the log again and have everybody compare. */
  function reload(): void {
    if (isLoading) return;
    isLoading = true;
    live = null;
    void loadReplica(store, id).then(
      (replica) => {
        isLoading = false;
        if (replica === null) return vanish();
        live = begin(replica);
        state = replica.state;
        for (const listener of listeners) listener.resync();
        inbox.work();
      },
      () => {
        isLoading = false;
        inbox.refuseAll(refuse("not-ready"));
        clock.after(againMs, reload);
      },
    );
  }

  function vanish(): void {
    isGone = true;
    inbox.refuseAll(refuse("not-ready"));
    for (const listener of [...listeners]) listener.gone();
  }

  /** Decides on what `run` requests while nobody else writes to the room. Whatever fails is refused. */
  async function takeTurn(now: Live, run: () => void): Promise<void> {
    if (shared === undefined) return run();
    await now.committer.quiet();
    if (live !== now) return;
    const taken = await shared.store.turn(id).catch(() => null);
    if (taken === null) return inbox.refuseAll(refuse("not-saved"));
    try {
      if (live !== now) return;
      // A database that was brought back from an older copy: what is in memory never happened.
      if (taken.last < now.replica.seq) return reload();
      await readOn(now, taken);
      if (live === null) return;
      turn = taken;
      run();
      await live?.committer.quiet();
    } catch {
      reload();
    } finally {
      turn = null;
      await taken.end();
    }
  }

  /** Reads what the log has beyond the room. */
  async function catchUp(now: Live): Promise<void> {
    await now.committer.quiet();
    if (live !== now) return;
    await readOn(now, { read: (after, limit) => store.read(id, after, limit) }).catch(() => {
      clock.after(againMs, inbox.lookBehind);
    });
  }

  async function readOn(now: Live, from: Pick<Turn, "read">): Promise<void> {
    for (;;) {
      const page = await from.read(now.replica.seq, pageSize);
      if (page.length > 0) takeIn(now, page);
      if (page.length < pageSize || live !== now) return;
    }
  }

  /** What another process says it wrote; false when something is missing before it. */
  async function follow(now: Live, from: number, entries: readonly NewEntry[]): Promise<boolean> {
    await now.committer.quiet();
    if (live !== now) return true;
    const fresh = entries.slice(Math.max(0, now.replica.seq + 1 - from));
    if (fresh.length > 0 && from > now.replica.seq + 1) return false;
    if (fresh.length > 0) takeIn(now, fresh);
    return true;
  }

  /** Brings the log's next entries in, when nothing of our own is on its way. */
  function takeIn(now: Live, entries: readonly NewEntry[]): void {
    const from = now.replica.seq + 1;
    turnsUntil = clock.now() + turnsForMs;
    try {
      const { list, own } = foldForeign(now.replica, entries);
      Object.assign(now, begin(now.replica));
      announce(from, list, own);
    } catch {
      // The document may be half changed.
      reload();
    }
  }

  /** Decides on a request now, or when the room is ready for it; again when another process was faster. */
  function take<T>(
    decide: (now: Live, answer: Answer<T>) => Refusal | null,
    answer: Answer<T>,
    isFresh = false,
  ): void {
    if (isGone) return void answer(refused(refuse("not-ready")));
    let tries = 0;
    const request = {
      isFresh,
      refuse: (refusal: Refusal) => answer(refused(refusal)),
      run(now: Live): void {
        const refusal = decide(now, (reply) => {
          if (!reply.ok && reply.refusal === overtaken && ++tries < mostTries) inbox.put(request);
          else answer(reply);
        });
        if (refusal) answer(refused(refusal));
      },
    };
    inbox.put(request);
  }

  function command(person: string, request: CommandRequest, answer: Answer<Saved>, prepared: Prepared): void {
    take<Saved>((now, reply) => {
      const refusal = takeCommand(now, person, request, prepared, reply);
      if (refusal !== "code") return refusal;
      doors.freshCode(id).then(
        (freshCode) => command(person, request, answer, { ...prepared, freshCode }),
        () => answer(refused(refuse("not-saved"))),
      );
      return null;
    }, answer);
  }

  return {
    id,
    state: () => state,
    seq: () => live?.replica.seq ?? Number.MAX_SAFE_INTEGER,
    document() {
      upkeep.used();
      return live?.replica.doc ?? null;
    },
    hear(from, entries) {
      turnsUntil = clock.now() + turnsForMs;
      inbox.hear(from, entries);
    },
    lookBehind: () => inbox.lookBehind(),
    miss: () => live?.broken(),
    isGone: () => isGone,
    sync(entrant, have, answer) {
      upkeep.used();
      if (isGone) return void answer(refused(refuse("no-entry")));
      // Who comes from another process has heard what it told last.
      take<RoomSync>((now, reply) => takeSync(now, entrant, have, reply), answer, shared !== undefined);
    },
    update(person, update, answer) {
      take<Saved>((now, reply) => takeUpdate(now, person, update, reply), answer);
    },
    command(person, request, answer, isPresent = nobody) {
      const moderators = Object.values(state.people).filter(({ role }) => role === "moderator");
      const isModeratorPresent = moderators.some(({ id }) => isPresent(id));
      command(person, request, answer, { freshCode: null, isModeratorPresent });
    },
    past: () => live && { store, room: id, last: live.replica.seq, now: state },
    self: (person) => (live ? selfOf(live.replica, person) : { person, pseudonym: null }),
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async settle() {
      await inbox.quiet();
      await live?.committer.quiet();
      await upkeep.settle();
    },
  };
}
