import type { Clock, Random } from "../base/doors.ts";
import { type LogEvent, writeEvent } from "../command/events.ts";
import type { Refusal } from "../protocol/refusal.ts";
import type { NewEntry, SharedStore, Store } from "../store/store.ts";
import type { Reply } from "../wire/messages.ts";
import type { Committer, Outcome } from "./committer.ts";
import { foldEvent, type Replica } from "./replica.ts";
import { tellEvent } from "./tell.ts";

/** What a room needs from outside. */
export type RoomDoors = {
  readonly store: Store;
  readonly clock: Clock;
  readonly random: Random;
  /** A code that now leads to this room and to no other. */
  readonly freshCode: (room: string) => Promise<string>;
  /** Set when other processes write to the same rooms. */
  readonly shared?: SharedDoors | undefined;
};

/** How a room gets along with the same room in other processes. */
export type SharedDoors = {
  readonly store: SharedStore;
  /** Tells the other processes what is in the log from entry `from` on; may be late, or never arrive. */
  readonly tell: (room: string, from: number, entries: readonly NewEntry[]) => void;
};

/** A room in memory while it is in order: its replica, which runs ahead of the log by what the committer holds. */
export type Live = {
  readonly replica: Replica;
  readonly committer: Committer;
  readonly doors: RoomDoors;
  /** Yjs threw: the document may be half changed, so the room is folded again. */
  readonly broken: () => void;
};

/** Answers one request, once. */
export type Answer<T> = (reply: Reply<T>) => void;

/** A request's answer from the outcome of its last step. */
export const answered = <T>(outcome: Outcome, value: (seq: number) => T): Reply<T> =>
  outcome.ok ? { ok: true, value: value(outcome.seq) } : outcome;

/** The reply that refuses. */
export const refused = (refusal: Refusal): { readonly ok: false; readonly refusal: Refusal } => ({
  ok: false,
  refusal,
});

/** Folds an event in and stages it; what comes later is decided on the state after it. */
export function stageEvent(
  live: Live,
  by: string,
  event: LogEvent,
  settled: (outcome: Outcome) => void,
): void {
  const { replica, committer, doors } = live;
  const at = doors.clock.now();
  replica.seq++;
  const before = replica.state;
  foldEvent(replica, event, { seq: replica.seq, at, by });
  const { wire, own } = tellEvent(before, replica.state, event, { by, at });
  committer.stage({ entry: { at, by, kind: "event", payload: writeEvent(event) }, wire, own, settled });
}

/** Answers when all that was staged before is on disk. */
export const afterStaged = (live: Live, settled: (outcome: Outcome) => void): void =>
  live.committer.stage({ entry: null, wire: null, settled });
