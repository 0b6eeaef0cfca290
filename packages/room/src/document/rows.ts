import * as Y from "yjs";
import { parseJson } from "../base/parse-json.ts";
import { choiceFields, formulaFields, lastValidOf, proseFields, type RowKind, rowKinds } from "./shape.ts";

/** The value of a field that takes one of a few. */
export type Choice = string | boolean | null;

/** One row as it stands in the document, valid or not. */
export type Row = {
  readonly kind: RowKind | "scenario" | "exchange";
  /** The row's key in the document; it stays when the id changes. Empty for the two single rows. */
  readonly key: string;
  /** The id that formulas use; empty for the two single rows. */
  readonly id: string;
  readonly order: string;
  /** Formulas and prose by field, as typed. */
  readonly texts: Readonly<Record<string, string>>;
  /** Per formula field, the newest text that was valid. */
  readonly lastValid: Readonly<Record<string, string>>;
  readonly choices: Readonly<Record<string, Choice>>;
  /** Keys that this version does not know. */
  readonly extra: Readonly<Record<string, unknown>>;
};

/** A document as rows in their order. */
export type Rows = { readonly scenario: Row; readonly exchange: Row } & {
  readonly [K in RowKind]: readonly Row[];
};

/** The rows of `doc`. Total: whatever is missing or of the wrong kind reads as empty. */
export function readRows(doc: Y.Doc): Rows {
  const root = doc.getMap("scenario");
  const [terms, parameters, programs, assumptions] = rowKinds.map((kind) => readList(doc.getMap(kind), kind));
  return {
    scenario: readRow(root, "scenario", ""),
    exchange: readRow(root.get("exchange"), "exchange", ""),
    terms: terms ?? [],
    parameters: parameters ?? [],
    programs: programs ?? [],
    assumptions: assumptions ?? [],
  };
}

const readList = (root: Y.Map<unknown>, kind: RowKind): Row[] =>
  [...root.entries()].map(([key, map]) => readRow(map, kind, key)).sort(byOrder);

/** Rows that ended up with equal order keys fall back on their own keys, the same on every replica. */
const byOrder = (a: Row, b: Row): number => compareText(a.order, b.order) || compareText(a.key, b.key);
const compareText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

function readRow(source: unknown, kind: Row["kind"], key: string): Row {
  const map = source instanceof Y.Map ? source : undefined;
  const stringAt = (name: string): string => {
    const value = map?.get(name);
    return typeof value === "string" ? value : value instanceof Y.Text ? value.toString() : "";
  };
  const texts = [...formulaFields[kind], ...proseFields[kind]];
  return {
    kind,
    key,
    id: stringAt("id"),
    order: stringAt("order"),
    texts: Object.fromEntries(texts.map((field) => [field, stringAt(field)])),
    lastValid: Object.fromEntries(formulaFields[kind].map((field) => [field, stringAt(lastValidOf(field))])),
    choices: Object.fromEntries(choiceFields[kind].map((field) => [field, choiceAt(map, field)])),
    extra: readExtra(map?.get("extra")),
  };
}

function choiceAt(map: Y.Map<unknown> | undefined, field: string): Choice {
  const value = map?.get(field);
  return typeof value === "string" || typeof value === "boolean" ? value : null;
}

function readExtra(source: unknown): Record<string, unknown> {
  if (!(source instanceof Y.Map)) return {};
  const pairs: [string, unknown][] = [];
  for (const [key, text] of source.entries()) {
    const value = typeof text === "string" ? parseJson(text) : undefined;
    if (value !== undefined) pairs.push([key.slice(1), value]);
  }
  return Object.fromEntries(pairs.sort(([a], [b]) => compareText(a, b)));
}
