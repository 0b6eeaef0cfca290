import type * as Y from "yjs";
import { addRow, moveRow, type RowRef, removeRow, setLastValid, setText, setValue } from "./edit.ts";
import { readRows } from "./rows.ts";
import { domainText } from "./seed.ts";
import { choiceFields, formulaFields, proseFields, type RowKind, rowKinds } from "./shape.ts";

/** The key for a row that is not in the document. */
type NewKey = (kind: RowKind, id: string) => string;

type Json = Readonly<Record<string, unknown>>;

/**
 * Writes what differs between two scenarios (JSON of the scenario format) into the document, row by row and field
 * by field: what others type elsewhere stays. `newKey` gives the key of a new row with this id. Keys of other versions are not
 * touched. Call inside a transaction.
 */
export function writeChange(doc: Y.Doc, before: Json, after: Json, newKey: NewKey): void {
  setFields(doc, { kind: "scenario", key: "" }, before, after);
  setFields(doc, { kind: "exchange", key: "" }, objectOf(before.exchange), objectOf(after.exchange));
  for (const kind of rowKinds) writeList(doc, kind, listOf(before[kind]), listOf(after[kind]), newKey);
}

function writeList(
  doc: Y.Doc,
  kind: RowKind,
  before: readonly Json[],
  after: readonly Json[],
  newKey: NewKey,
): void {
  const keys = new Map(readRows(doc)[kind].map((row) => [row.id, row.key]));
  const kept = new Set(after.map((row) => String(row.id)));
  for (const row of before) {
    const key = keys.get(String(row.id));
    if (key !== undefined && !kept.has(String(row.id))) removeRow(doc, kind, key);
  }
  let previous: string | null = null;
  for (const row of after) {
    const key = keys.get(String(row.id)) ?? newKey(kind, String(row.id));
    if (keys.has(String(row.id)))
      setFields(doc, { kind, key }, before.find((one) => one.id === row.id) ?? {}, row);
    else {
      addRow(doc, kind, key, row, previous);
      if (previous === null) moveRow(doc, kind, key, null);
    }
    previous = key;
  }
}

function setFields(doc: Y.Doc, row: RowRef, before: Json, after: Json): void {
  const [was, is] = [before, after].map((json) =>
    row.kind === "parameters" ? { ...json, domain: domainText(json.domain) } : json,
  ) as [Json, Json];
  const formulas: readonly string[] = formulaFields[row.kind];
  for (const field of [...formulas, ...proseFields[row.kind]]) {
    const text = textOf(is[field]);
    if (text === textOf(was[field])) continue;
    setText(doc, row, field, text);
    if (formulas.includes(field)) setLastValid(doc, row, field, text);
  }
  for (const field of choiceFields[row.kind])
    if (was[field] !== is[field]) setValue(doc, row, field, choiceOf(field, is[field]));
}

const defaults: Readonly<Record<string, string | null>> = {
  family: "linear",
  apply: "sum",
  status: "held",
  deceptive: null,
};

const choiceOf = (field: string, value: unknown): string | boolean | null =>
  typeof value === "string" || typeof value === "boolean" ? value : (defaults[field] ?? null);

const textOf = (value: unknown): string => (value === null || value === undefined ? "" : String(value));

const objectOf = (value: unknown): Json =>
  value !== null && typeof value === "object" && !Array.isArray(value) ? (value as Json) : {};

const listOf = (value: unknown): Json[] => (Array.isArray(value) ? value.map(objectOf) : []);
