import type * as Y from "yjs";
import type { Clock } from "../base/doors.ts";
import { changeAs } from "../document/document.ts";
import { setLastValid } from "../document/edit.ts";
import type { RowIssue } from "../document/reading.ts";
import type { Row, Rows } from "../document/rows.ts";
import { rowKinds } from "../document/shape.ts";

/**
 * Keeps the last valid text of each formula in the document, so that everybody has the same formula in force
 * while someone types one that does not read: written when a formula of this person stops being valid, and
 * when they pause on a valid one.
 */
export type Settler = {
  beforeLocalEdit(): void;
  afterLocalEdit(): void;
  stop(): void;
};

type Look = { readonly doc: Y.Doc; readonly rows: Rows; readonly issues: readonly RowIssue[] };

const pauseMs = 1_000;

/** A settler that looks at the document with `look`. */
export function createSettler(clock: Clock, look: () => Look): Settler {
  let before: ReadonlyMap<string, string> = new Map();
  let cancel = (): void => {};
  let isSettling = false;

  const settle = (): void => {
    const { doc, rows, issues } = look();
    const unsound = unsoundOf(issues);
    write(doc, rows, (row, field) => {
      const text = row.texts[field] ?? "";
      const isTouched = before.get(name(row, field)) !== text;
      if (!unsound.has(name(row, field))) return isTouched && isIdle ? text : null;
      return isTouched ? (before.get(name(row, field)) ?? null) : null;
    });
  };
  let isIdle = false;

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
      const { rows, issues } = look();
      const unsound = unsoundOf(issues);
      const sound = formulasOf(rows).filter(([row, field]) => !unsound.has(name(row, field)));
      before = new Map(sound.map(([row, field]) => [name(row, field), row.texts[field] ?? ""]));
    },
    afterLocalEdit() {
      if (isSettling) return;
      isIdle = false;
      settle();
      cancel();
      cancel = clock.after(pauseMs, () => {
        isIdle = true;
        settle();
      });
    },
    stop: () => cancel(),
  };
}

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
