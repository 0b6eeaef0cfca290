import { type Issue, must, ok, type Result } from "@crux/core";
import type * as Y from "yjs";
import * as edit from "../document/edit.ts";
import type { Choice } from "../document/rows.ts";
import type { RowKind } from "../document/shape.ts";
import type { TextChange } from "../document/text-change.ts";
import { type Use, usesOf } from "../document/uses.ts";
import { writeChange } from "../document/write-change.ts";
import { changesLocked, isLockedRow } from "./locked-rows.ts";
import type { Reader } from "./reader.ts";
import type { Session } from "./session.ts";

/** What became of a deletion; `in-use`: these formulas refer to the row, so ask first. */
export type Removal =
  | { readonly kind: "removed" | "not-allowed" }
  | { readonly kind: "in-use"; readonly by: readonly Use[] };

/** Edits of the scenario, each one step of undo (what is typed into one text without a pause is one). False: this person may not edit now, or not this row. */
export type RoomEdits = {
  /** Makes a text say `to`; only what differs is touched, so that others' words in it stay. */
  setText(row: edit.RowRef, field: string, to: string): boolean;
  /** Changes a part of a text, as a keystroke does. */
  changeText(row: edit.RowRef, field: string, change: TextChange): boolean;
  /** Sets a field that takes one of a few values (`deceptive`, `status`, `family`, `apply`) or the `id`. */
  setValue(row: edit.RowRef, field: string, value: Choice): boolean;
  /** Adds a row, given as in the scenario format, behind `after` (null: at the end); gives its key, or null. */
  addRow(kind: RowKind, row: Readonly<Record<string, unknown>>, after?: string | null): string | null;
  /** Moves a row behind `after`; null: to the top. */
  moveRow(kind: RowKind, key: string, after: string | null): boolean;
  /** Deletes a row; one that formulas refer to only when `anyway` is said, after asking. */
  removeRow(kind: RowKind, key: string, anyway?: "anyway"): Removal;
  /**
   * Makes the patch of one reading part of the shared scenario and marks the objection as merged by this person;
   * before it, each as a step of undo of its own, the first readings of the objections that it builds on (`under`).
   * Nothing is written unless all of it fits; false when this person may not edit now, or not these rows.
   */
  merge(
    objection: string,
    reading: number,
    under?: readonly string[],
  ): Promise<Result<boolean, readonly Issue[]>>;
  /** Several edits as one. */
  all(write: (doc: Y.Doc) => void): boolean;
};

const textName = (row: edit.RowRef, field: string): string => `${row.kind}/${row.key}/${field}`;

/** The edits of one session; patches are read by `reader`. */
export function createRoomEdits(session: Session, reader: Reader): RoomEdits {
  const isLocked = (row: edit.RowRef): boolean => isLockedRow(session.getSnapshot().session.locks, row);
  return {
    async merge(objection, reading, under = []) {
      const { scenario, debate } = session.getSnapshot();
      const steps = [...under.map((id) => ({ id, reading: 0 })), { id: objection, reading }];
      const readings = steps.map((step) => debate.objections[step.id]?.readings[step.reading]);
      if (scenario === null || readings.includes(undefined)) return ok(false);
      const changed = await reader.change(
        scenario,
        readings.map((one) => one?.patch),
      );
      if (!changed.ok) return changed;
      const version = (at: number) => must(changed.value[at], "a version before and after each step");
      const { rows, session: meeting } = session.getSnapshot();
      if (changesLocked(meeting.locks, rows, version(0), version(steps.length))) return ok(false);
      for (const [at, step] of steps.entries()) {
        const write = (doc: Y.Doc) => writeChange(doc, version(at), version(at + 1), session.newKey);
        if (!session.edit(write)) return ok(false);
        session.send({ kind: "merge-objection", objection: step.id, reading: step.reading });
      }
      return ok(true);
    },
    setText: (row, field, to) =>
      !isLocked(row) && session.edit((doc) => edit.setText(doc, row, field, to), textName(row, field)),
    changeText: (row, field, change) =>
      !isLocked(row) && session.edit((doc) => edit.changeText(doc, row, field, change), textName(row, field)),
    setValue: (row, field, value) =>
      !isLocked(row) && session.edit((doc) => edit.setValue(doc, row, field, value)),
    addRow(kind, row, after = null) {
      const key = session.newKey();
      return session.edit((doc) => edit.addRow(doc, kind, key, row, after)) ? key : null;
    },
    moveRow: (kind, key, after) => session.edit((doc) => edit.moveRow(doc, kind, key, after)),
    removeRow(kind, key, anyway) {
      if (isLocked({ kind, key })) return { kind: "not-allowed" };
      const { rows } = session.getSnapshot();
      const row = rows[kind].find((one) => one.key === key);
      const by = row && anyway === undefined ? usesOf(rows, row) : [];
      if (by.length > 0) return { kind: "in-use", by };
      return { kind: session.edit((doc) => edit.removeRow(doc, kind, key)) ? "removed" : "not-allowed" };
    },
    all: (write) => session.edit(write),
  };
}
