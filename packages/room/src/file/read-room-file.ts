import { ok, type Result, type RoomRecord, readScenario } from "@crux/core";
import { recordOf } from "../client/record.ts";
import { type Reported, recordSeqs } from "../client/record-seqs.ts";
import { readingOf } from "../document/reading.ts";
import { readRows } from "../document/rows.ts";
import { importRoom } from "../log/import-room.ts";
import { emptyReplica, foldEntry, type Replica } from "../log/replica.ts";
import type { Refusal } from "../protocol/refusal.ts";
import type { Entry, NewEntry } from "../store/store.ts";

/** The record of a room from its file (JSON that `past.export` gave); why not, by the number of the entry. */
export async function readRoomFile(json: unknown): Promise<Result<RoomRecord, Refusal>> {
  const log = await importRoom(json);
  if (!log.ok) return log;
  const whole = fold(log.value, () => {});
  const view = reportedOf(whole);
  const wanted = new Set(recordSeqs(view));
  const versions = new Map<number, { readonly at: number; readonly scenario: Reported["scenario"] }>();
  fold(log.value, (replica, { at }) => {
    if (wanted.has(replica.seq)) versions.set(replica.seq, { at, scenario: reportedOf(replica).scenario });
  });
  return ok(recordOf(view, versions));
}

/** The room that a log comes to; `visit` sees it after each entry. */
function fold(log: readonly NewEntry[], visit: (replica: Replica, entry: Entry) => void): Replica {
  const replica = emptyReplica();
  for (const [at, one] of log.entries()) {
    const entry: Entry = { ...one, seq: at + 1 };
    foldEntry(replica, entry);
    visit(replica, entry);
  }
  return replica;
}

function reportedOf({ doc, state }: Replica): Reported {
  const rows = readRows(doc);
  return {
    session: state.session,
    estimates: state.estimates,
    debate: state.debate,
    scenario: readingOf(rows, readScenario).scenario,
    rows,
    people: Object.values(state.people)
      .sort((a, b) => a.colour - b.colour)
      .map((one) => ({ ...one, at: [] })),
  };
}
