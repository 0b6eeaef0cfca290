import { assert } from "@crux/core";
import * as Y from "yjs";
import { evenOrders, orderBetween } from "./order.ts";
import { type Choice, readRows } from "./rows.ts";
import { fillRow } from "./seed.ts";
import { lastValidOf, type RowKind } from "./shape.ts";
import { changeBetween, type TextChange } from "./text-change.ts";

/** Names a row: a list and the row's key, or one of the two single rows. */
export type RowRef =
  | { readonly kind: RowKind; readonly key: string }
  | { readonly kind: "scenario" | "exchange"; readonly key: "" };

/** Order keys grow when rows are put between the same two again and again; beyond this all get new ones. */
const longOrder = 48;

/** The map of a row; undefined when someone has deleted it. */
export function mapOf(doc: Y.Doc, row: RowRef): Y.Map<unknown> | undefined {
  if (row.kind === "scenario") return doc.getMap("scenario");
  const map =
    row.kind === "exchange" ? doc.getMap("scenario").get("exchange") : doc.getMap(row.kind).get(row.key);
  return map instanceof Y.Map ? map : undefined;
}

/** The shared text of a field, for an editor to bind to; undefined when the row is gone. Call inside a transaction. */
export function textOf(doc: Y.Doc, row: RowRef, field: string): Y.Text | undefined {
  const map = mapOf(doc, row);
  const text = map?.get(field);
  if (text instanceof Y.Text || map === undefined) return text as Y.Text | undefined;
  const made = new Y.Text();
  map.set(field, made);
  return made;
}

/** Changes a part of a text; what others type in the same text at the same time stays. Nothing when the row is gone. */
export function changeText(doc: Y.Doc, row: RowRef, field: string, change: TextChange): void {
  const text = textOf(doc, row, field);
  if (text === undefined) return;
  const at = Math.min(change.at, text.length);
  const remove = Math.min(change.remove, text.length - at);
  if (remove > 0) text.delete(at, remove);
  if (change.insert !== "") text.insert(at, change.insert.toWellFormed());
}

/** Makes a text say `to` by the smallest change from what it says now. */
export function setText(doc: Y.Doc, row: RowRef, field: string, to: string): void {
  const change = changeBetween(textOf(doc, row, field)?.toString() ?? "", to.toWellFormed());
  if (change !== null) changeText(doc, row, field, change);
}

/** Sets a field that takes one of a few values, or the row's id. */
export function setValue(doc: Y.Doc, row: RowRef, field: string, value: Choice): void {
  const map = mapOf(doc, row);
  if (map !== undefined && map.get(field) !== value) map.set(field, value);
}

/** Notes `text` as the newest valid text of a formula. */
export const setLastValid = (doc: Y.Doc, row: RowRef, field: string, text: string): void =>
  setValue(doc, row, lastValidOf(field), text);

/** Adds a row (JSON of the scenario format) after the row `after`, or at the end; `key` must be new. */
export function addRow(
  doc: Y.Doc,
  kind: RowKind,
  key: string,
  row: Readonly<Record<string, unknown>>,
  after: string | null = null,
): void {
  const root = doc.getMap(kind);
  assert(!root.has(key), "a new row has a new key");
  const map = new Y.Map<unknown>();
  const order = orderAfter(doc, kind, after, null);
  root.set(key, map);
  fillRow(map, kind, row, order);
}

/** Moves a row behind the row `after`; null: to the top. */
export function moveRow(doc: Y.Doc, kind: RowKind, key: string, after: string | null): void {
  if (after === key) return;
  const first = after === null ? readRows(doc)[kind].find((row) => row.key !== key) : undefined;
  const order = first ? freeOrder(doc, kind, null, first.order) : orderAfter(doc, kind, after, key);
  setValue(doc, { kind, key }, "order", order);
}

/** Deletes a row. */
export const removeRow = (doc: Y.Doc, kind: RowKind, key: string): void => doc.getMap(kind).delete(key);

/** An order key behind the row `after` (null or gone: behind all), not counting the row that is `moving`. */
function orderAfter(doc: Y.Doc, kind: RowKind, after: string | null, moving: string | null): string {
  const rows = readRows(doc)[kind].filter((row) => row.key !== moving);
  const at = rows.findIndex((row) => row.key === after);
  const low = at >= 0 ? rows[at] : rows.at(-1);
  // Rows that were put in the same place at once may share an order key; the next higher one is the bound.
  const high = rows.find((row) => low !== undefined && row.order > low.order);
  return freeOrder(doc, kind, low?.order ?? null, high?.order ?? null);
}

function freeOrder(doc: Y.Doc, kind: RowKind, low: string | null, high: string | null): string {
  // A row without an order key (its maker's client was wrong) is no bound.
  const bound = high !== null && high > (low ?? "") ? high : null;
  const order = orderBetween(low === "" ? null : low, bound);
  if (order.length <= longOrder) return order;
  const rows = readRows(doc)[kind];
  const even = evenOrders(rows.length);
  rows.forEach((row, at) => {
    setValue(doc, { kind, key: row.key }, "order", even[at] ?? null);
  });
  const place = rows.findIndex((row) => row.order === low);
  return orderBetween(even[place] ?? null, even[place + 1] ?? null);
}
