import { canonicalText, fingerprint } from "../base/canonical.ts";
import type { RoomState } from "../command/room-state.ts";
import type { Prepared } from "../command/rule.ts";
import { contentOf } from "../document/document.ts";
import { refuse } from "../protocol/refusal.ts";
import type { Entries, OwnEntry, Saved, WireEntry } from "../wire/messages.ts";
import { createCommitter } from "./committer.ts";
import { type Answer, type Live, type RoomDoors, refused } from "./live.ts";
import { loadReplica, type Replica, toSnapshot } from "./replica.ts";
import { type CommandRequest, takeCommand } from "./take-command.ts";
import { type Entrant, type Have, type RoomSync, takeSync } from "./take-sync.ts";
import { takeUpdate } from "./take-update.ts";

/** Hears what a room has to tell its connections. */
export type RoomListener = {
  /** `own` says which of them one person's own connections hear otherwise (`entriesFor`). */
  entries(entries: Entries, own: readonly OwnEntry[]): void;
  /** The room was loaded again: everybody syncs. */
  resync(): void;
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
  listen(listener: RoomListener): () => void;
  /** Waits for what is under way and writes a snapshot when the log has grown. */
  settle(): Promise<void>;
};

const entriesPerSnapshot = 200;
const entriesPerHash = 50;
const reloadAgainMs = 1_000;
const nobody = (): boolean => false;

/** The room as its log says; null when there is none. */
export async function openRoom(id: string, doors: RoomDoors): Promise<Room | null> {
  const replica = await loadReplica(doors.store, id);
  return replica && roomOf(id, doors, replica);
}

function roomOf(id: string, doors: RoomDoors, first: Replica): Room {
  const { store, clock } = doors;
  const listeners = new Set<RoomListener>();
  /** Null while the room is folded again. */
  let live: Live | null = begin(first);
  let isLoading = false;
  let state = first.state;
  let saved = first.seq;
  let hashed = first.seq;

  function begin(replica: Replica): Live {
    const committer = createCommitter({ store, room: id, after: replica.seq, committed, failed: reload });
    const broken = (): void => {
      live = null;
      void committer.quiet().then(reload);
    };
    return { replica, committer, doors, broken };
  }

  function committed(from: number, list: readonly WireEntry[], own: readonly OwnEntry[]): void {
    if (live) state = live.replica.state;
    const last = from + list.length - 1;
    const hash = hashAfter(last);
    for (const listener of listeners) listener.entries({ from, list, hash }, own);
    if (last - saved >= entriesPerSnapshot) void live?.committer.quiet().then(snapshot);
  }

  /** Now and then, when nothing is ahead of entry `last`: the fingerprint of the document. */
  function hashAfter(last: number): string | null {
    if (live === null || live.replica.seq !== last || last - hashed < entriesPerHash) return null;
    hashed = last;
    return fingerprint(canonicalText(contentOf(live.replica.doc)));
  }

  /** What is in memory is ahead of the log, or broken: fold the log again and have everybody compare. */
  function reload(): void {
    if (isLoading) return;
    isLoading = true;
    live = null;
    void loadReplica(store, id).then(
      (replica) => {
        isLoading = false;
        if (replica === null) return;
        live = begin(replica);
        state = replica.state;
        for (const listener of listeners) listener.resync();
      },
      () => {
        isLoading = false;
        clock.after(reloadAgainMs, reload);
      },
    );
  }

  /** Only when nothing is on its way: a snapshot must not contain what the log may yet refuse. */
  async function snapshot(): Promise<void> {
    if (live === null || live.replica.seq === saved || !live.committer.isQuiet()) return;
    const taken = toSnapshot(live.replica);
    live.replica.bytes = taken.document.length;
    try {
      await store.saveSnapshot(id, taken);
      saved = taken.seq;
    } catch {
      // A snapshot only shortens the fold: without it the log is read from further back.
    }
  }

  function command(person: string, request: CommandRequest, answer: Answer<Saved>, prepared: Prepared): void {
    const refusal = live ? takeCommand(live, person, request, prepared, answer) : refuse("not-ready");
    if (refusal === "code")
      doors.freshCode(id).then(
        (freshCode) => command(person, request, answer, { ...prepared, freshCode }),
        () => answer(refused(refuse("not-saved"))),
      );
    else if (refusal) answer(refused(refusal));
  }

  return {
    id,
    state: () => state,
    sync(entrant, have, answer) {
      const refusal = live ? takeSync(live, entrant, have, answer) : refuse("not-ready");
      if (refusal) answer(refused(refusal));
    },
    update(person, update, answer) {
      const refusal = live ? takeUpdate(live, person, update, answer) : refuse("not-ready");
      if (refusal) answer(refused(refusal));
    },
    command(person, request, answer, isPresent = nobody) {
      const moderators = Object.values(state.people).filter(({ role }) => role === "moderator");
      const isModeratorPresent = moderators.some(({ id }) => isPresent(id));
      command(person, request, answer, { freshCode: null, isModeratorPresent });
    },
    listen(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async settle() {
      await live?.committer.quiet();
      await snapshot();
    },
  };
}
