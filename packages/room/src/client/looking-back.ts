import { err, must, ok, type Result, type Scenario } from "@crux/core";
import * as Y from "yjs";
import type { RoomState } from "../command/room-state.ts";
import { createDocument } from "../document/document.ts";
import type { Reading, RowIssue } from "../document/reading.ts";
import { type Row, type Rows, readRows } from "../document/rows.ts";
import { type Pick, toScenarioJson } from "../document/scenario-json.ts";
import { writeChange } from "../document/write-change.ts";
import type { Refusal } from "../protocol/refusal.ts";
import { readByteRuns } from "../wire/byte-runs.ts";
import type { HistoryItem } from "../wire/messages.ts";
import { changesLocked } from "./locked-rows.ts";
import type { Reader } from "./reader.ts";
import type { Session } from "./session.ts";

/** A room as it was right after entry `seq`. */
export type Version = {
  readonly seq: number;
  /** The server's time of that entry. */
  readonly at: number;
  /** The scenario in force; null when nothing readable was there. */
  readonly scenario: Scenario | null;
  readonly rows: Rows;
  /** What could not be taken as typed. */
  readonly issues: readonly RowIssue[];
  /** What else was in the room, as far as this person may see it; null when it was not asked for. */
  readonly state: RoomState | null;
};

/** Why there is no answer: the room's refusal, or that the server is out of reach. */
export type NoAnswer = Refusal | "unreachable";

/** A room's past, asked of the server. */
export type LookingBack = {
  /** The room as of each of these entries, in order; `state` also asks for what people had said by then. */
  versions(seqs: readonly number[], state?: "with-state"): Promise<Result<readonly Version[], NoAnswer>>;
  /** Up to 500 entries from number `from` on, without their words, and the number of the newest one. */
  history(
    from: number,
    count: number,
  ): Promise<Result<{ readonly items: readonly HistoryItem[]; readonly last: number }, NoAnswer>>;
  /** The whole room as a file (JSON text): as this person may see it, without anything blind. */
  export(): Promise<Result<string, NoAnswer>>;
  /** Writes the scenario of `version` back as one edit of this person's, one step of undo; false when they may not, or a locked row would change. */
  restore(version: Version): boolean;
};

/** The past of one session's room. */
export function createLookingBack(session: Session, reader: Reader): LookingBack {
  return {
    async versions(seqs, state) {
      const found = await session.ask("look-back", { seqs: [...seqs], state: state !== undefined });
      if (!found.ok) return err(found.error);
      const documents = readByteRuns(found.value.documents);
      const rows = found.value.versions.map((_, at) => rowsIn(documents[at]));
      const readings = await Promise.all(rows.map((one) => reader.rows(one)));
      return ok(
        found.value.versions.map((one, at) => ({
          ...one,
          rows: must(rows[at], "each version has rows"),
          ...must(readings[at], "each version was read"),
        })),
      );
    },
    history: (from, count) => session.ask("history", { from, count }),
    async export() {
      const found = await session.ask("export", {});
      return found.ok ? ok(found.value.file) : err(found.error);
    },
    restore(version) {
      const before = toScenarioJson(readRows(session.document()));
      const after = toScenarioJson(version.rows, inForce(version));
      const { rows, session: meeting } = session.getSnapshot();
      if (changesLocked(meeting.locks, rows, before, after)) return false;
      const isWritten = session.edit((doc) => {
        writeChange(doc, before, after, (kind, id) => {
          // A row that comes back is the same row, so what was anchored to it finds it again.
          const old = version.rows[kind].find((row) => row.id === id)?.key;
          return old !== undefined && !doc.getMap(kind).has(old) ? old : session.newKey();
        });
      });
      if (isWritten) session.send({ kind: "note-restore", seq: version.seq });
      return isWritten;
    },
  };
}

function rowsIn(update: Uint8Array | undefined): Rows {
  const doc = createDocument();
  if (update) Y.applyUpdate(doc, update);
  const rows = readRows(doc);
  doc.destroy();
  return rows;
}

/** What was typed, but where that was not valid what was in force instead. */
function inForce({ issues }: Omit<Reading, "scenario">): Pick {
  const isOff = (row: Row, field: string): boolean =>
    issues.some((one) => one.kind === row.kind && one.key === row.key && one.field === field);
  return (row, field) => (isOff(row, field) ? row.lastValid[field] : row.texts[field]) ?? "";
}
