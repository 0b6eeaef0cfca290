import { err, ok, type Result } from "@crux/core";
import * as Y from "yjs";
import { type RoomState, withSession } from "../command/room-state.ts";
import { type Self, shownTo, stateFor } from "../command/sight.ts";
import { limits } from "../protocol/limits.ts";
import { type Refusal, refuse } from "../protocol/refusal.ts";
import type { Store } from "../store/store.ts";
import { writeByteRuns } from "../wire/byte-runs.ts";
import type { ClientToServer, HistoryItem, LookedBack } from "../wire/messages.ts";
import { tellEvent } from "./tell.ts";
import { touchedRows } from "./touched-rows.ts";
import { type Step, walkLog } from "./walk-log.ts";

/** A room whose past someone looks at. */
export type Past = {
  readonly store: Pick<Store, "read">;
  readonly room: string;
  /** The newest entry that is on disk. */
  readonly last: number;
  /** The room as it is now: what is hidden now was never to be seen. */
  readonly now: RoomState;
};

/** The room as of each of `seqs`, as far as `self` may see it now. */
export async function lookBack(
  past: Past,
  self: Self,
  { seqs, state: wantsState }: ClientToServer["look-back"],
): Promise<Result<LookedBack, Refusal>> {
  const refusal = checkPast(past, self);
  if (refusal) return err(refusal);
  const wanted = [...new Set(seqs)].sort((a, b) => a - b).filter((seq) => seq <= past.last);
  const documents: Uint8Array[] = [];
  const versions: LookedBack["versions"][number][] = [];
  await walkLog(past.store, past.room, wanted.at(-1) ?? 0, ({ entry, replica }) => {
    if (entry.seq !== wanted[versions.length]) return;
    documents.push(Y.encodeStateAsUpdate(replica.doc));
    const state = wantsState ? asSeenNow(replica.state, past.now, self) : null;
    versions.push({ seq: entry.seq, at: entry.at, state });
  });
  return ok({ versions, documents: writeByteRuns(documents) });
}

/** Why `self` may not look at the past now; null when they may. */
export function checkPast(past: Past, self: Self): Refusal | null {
  const me = past.now.people[self.person];
  if (me === undefined) return refuse("not-joined");
  if (me.removed) return refuse("removed");
  return past.last > limits.walkedEntries ? refuse("too-large", `${past.last} entries`) : null;
}

/** An earlier state by the rules of today: by what role `self` has now, and without what is hidden now, for moderators too. */
function asSeenNow(state: RoomState, now: RoomState, self: Self): RoomState {
  const { [self.person]: me } = now.people;
  const people = me ? { ...state.people, [self.person]: me } : state.people;
  const then = withSession({ ...state, people }, { hidden: now.session.hidden });
  const seen = shownTo(stateFor(then, self), self);
  return withSession(seen, { hidden: state.session.hidden });
}

/** What happened from entry `from` on, `count` entries of it: who, when, and what it touched, without its words. */
export async function history(
  past: Past,
  self: Self,
  { from, count }: ClientToServer["history"],
): Promise<Result<{ items: HistoryItem[]; last: number }, Refusal>> {
  const refusal = checkPast(past, self);
  if (refusal) return err(refusal);
  const items: HistoryItem[] = [];
  const to = Math.min(past.last, from + count - 1);
  const rows = touchedRows();
  await walkLog(past.store, past.room, to, (step) => {
    const touched = rows(step);
    const item = step.entry.seq < from ? null : itemOf(step, touched);
    if (item) items.push(item);
  });
  return ok({ items, last: past.last });
}

function itemOf({ entry, event, before, replica }: Step, rows: readonly string[]): HistoryItem | null {
  const { seq, at, by } = entry;
  if (event === null) return { seq, at, by, kind: "edit", rows };
  const { wire } = tellEvent(before, replica.state, event, { by, at });
  if (wire.kind !== "event") return null;
  return { seq, at, by: wire.by, kind: wire.event.kind, rows: aboutOf(wire.event) };
}

/** What an event names: rows, objections, claims, polls, persons, in the words of reactions. */
function aboutOf(event: object): string[] {
  const { objection, raised, claim, poll, row, to } = event as Readonly<Record<string, unknown>>;
  const text = (value: unknown, before = ""): string[] => (typeof value === "string" ? [before + value] : []);
  return [
    ...text(objection, "objection/"),
    ...text((raised as { id?: unknown } | undefined)?.id, "objection/"),
    ...text(claim, "claim/"),
    ...text(poll, "poll/"),
    ...text(row),
    ...text(to),
  ];
}
