import type * as Y from "yjs";
import type { Clock } from "../base/doors.ts";
import { changeAs } from "../document/document.ts";
import { setLastValid } from "../document/edit.ts";
import type { RowIssue } from "../document/reading.ts";
import type { Row, Rows } from "../document/rows.ts";
import { rowKinds } from "../document/shape.ts";
import type { ReadRows } from "./readings.ts";

/**
 * Keeps the last valid text of each formula in the document, so that everybody has the same formula in force
 * while someone types one that does not read: written when a formula of this person stops being valid, and
 * when they pause on a valid one.
 */
export type Settler = {
  beforeLocalEdit(): void;
  afterLocalEdit(): void;
  /** Rows were read later than they were written. */
  afterReading(): void;
  stop(): void;
};

type Look = { readonly doc: Y.Doc; readonly rows: Rows; readonly read: ReadRows };

const pauseMs = 1_000;

/** A settler that looks at the document, and at what of it has been read, with `look`. */
export function createSettler(clock: Clock, look: () => Look): Settler {
  /** Of every formula the newest text that was read and found valid. */
  const sound = new Map<string, string>();
  /** Every formula as it was before this person's newest edit. */
  let before: ReadonlyMap<string, string> = new Map();
  /** The formulas that this person has changed since they paused last. */
  const touched = new Set<string>();
  let cancel = (): void => {};
  let isSettling = false;
  let isIdle = false;

  let learned: ReadRows | null = null;
  let unsound: ReadonlySet<string> = new Set();
  const learn = (read: ReadRows): ReadonlySet<string> => {
    if (read === learned) return unsound;
    const { rows, reading } = read;
    learned = read;
    unsound = unsoundOf(reading.issues);
    for (const [row, field] of rows === null ? [] : formulasOf(rows))
      if (!unsound.has(name(row, field))) sound.set(name(row, field), row.texts[field] ?? "");
    return unsound;
  };

  /** Writes what can be told now; what has not been read yet waits for its reading. */
  const settle = (): void => {
    const { doc, rows, read } = look();
    const wrong = learn(read);
    if (read.rows !== rows) return;
    const isOver = isIdle;
    write(doc, rows, (row, field) => {
      if (!touched.has(name(row, field))) return null;
      if (wrong.has(name(row, field))) return sound.get(name(row, field)) ?? null;
      return isOver ? (row.texts[field] ?? "") : null;
    });
    if (isOver) touched.clear();
  };

  const write = (doc: Y.Doc, rows: Rows, pick: (row: Row, field: string) => string | null): void => {
    const changes = formulasOf(rows).flatMap(([row, field]) => {
      const text = pick(row, field);
      return text === null || text === row.lastValid[field] ? [] : [{ row, field, text }];
    });
    if (changes.length === 0) return;
    isSettling = true;
    changeAs(doc, "settle", () => {
      for (const { row, field, text } of changes) setLastValid(doc, refOf(row), field, text);
    });
    isSettling = false;
  };

  return {
    beforeLocalEdit() {
      const { rows, read } = look();
      learn(read);
      before = textsOf(rows);
    },
    afterLocalEdit() {
      if (isSettling) return;
      for (const [formula, text] of textsOf(look().rows))
        if (before.get(formula) !== text) touched.add(formula);
      isIdle = false;
      settle();
      cancel();
      cancel = clock.after(pauseMs, () => {
        isIdle = true;
        settle();
      });
    },
    afterReading() {
      if (!isSettling) settle();
    },
    stop: () => cancel(),
  };
}

const textsOf = (rows: Rows): Map<string, string> =>
  new Map(formulasOf(rows).map(([row, field]) => [name(row, field), row.texts[field] ?? ""]));

const name = (row: { kind: string; key: string }, field: string | null): string =>
  `${row.kind}/${row.key}/${field}`;
const unsoundOf = (issues: readonly RowIssue[]): Set<string> =>
  new Set(issues.map((one) => name(one, one.field)));

const formulasOf = (rows: Rows): [Row, string][] =>
  [rows.exchange, ...rowKinds.flatMap((kind) => rows[kind])].flatMap((row) =>
    Object.keys(row.lastValid).map((field): [Row, string] => [row, field]),
  );

const refOf = (row: Row): { kind: (typeof rowKinds)[number]; key: string } | { kind: "exchange"; key: "" } =>
  row.kind === "exchange" || row.kind === "scenario"
    ? { kind: "exchange", key: "" }
    : { kind: row.kind, key: row.key };
