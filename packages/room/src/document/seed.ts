import * as Y from "yjs";
import { createDocument, seedClient } from "./document.ts";
import { evenOrders } from "./order.ts";
import { choiceFields, formulaFields, lastValidOf, proseFields, type RowKind, rowKinds } from "./shape.ts";

type Json = Readonly<Record<string, unknown>>;

const isJson = (value: unknown): value is Json =>
  value !== null && typeof value === "object" && !Array.isArray(value);

/** The text of a field: a JSON number as its digits, nothing for null or absent. */
const textOf = (value: unknown): string => (value === null || value === undefined ? "" : String(value));

/** A domain is edited as text: a comparison a line, or `any` for a parameter with no limit at all. */
export function domainText(domain: unknown): string {
  if (!Array.isArray(domain)) return "";
  return domain.length === 0 ? "any" : domain.map(textOf).join("\n");
}

/**
 * The bytes of a new document that holds `scenario` (JSON that the scenario reader accepted). The same
 * scenario gives the same bytes. Made once, on the server: two seedings of one room would double every text.
 */
export function seedDocument(scenario: Json): Uint8Array {
  const doc = createDocument(seedClient);
  doc.transact(() => {
    writeScenario(doc.getMap("scenario"), scenario);
    for (const kind of rowKinds) writeRows(doc.getMap(kind), kind, scenario[kind]);
  });
  return Y.encodeStateAsUpdate(doc);
}

function writeScenario(root: Y.Map<unknown>, scenario: Json): void {
  writeTexts(root, proseFields.scenario, scenario);
  const exchange = isJson(scenario.exchange) ? scenario.exchange : {};
  const map = new Y.Map<unknown>();
  root.set("exchange", map);
  map.set("family", exchange.family ?? "linear");
  map.set("apply", exchange.apply ?? "sum");
  writeFormulas(map, formulaFields.exchange, exchange);
  writeExtra(map, exchange, ["family", "apply", ...formulaFields.exchange]);
  writeExtra(root, scenario, ["format", "version", "title", "summary", "exchange", ...rowKinds]);
}

function writeRows(root: Y.Map<unknown>, kind: RowKind, list: unknown): void {
  const rows = Array.isArray(list) ? list.filter(isJson) : [];
  const orders = evenOrders(rows.length);
  rows.forEach((row, at) => {
    const map = new Y.Map<unknown>();
    root.set(`s${at.toString(36)}`, map);
    fillRow(map, kind, row, orders[at] as string);
  });
}

/** Writes every field of a new row, also the empty ones: a text that two people would create at once would lose one's words. */
export function fillRow(map: Y.Map<unknown>, kind: RowKind, row: Json, order: string): void {
  map.set("id", textOf(row.id));
  map.set("order", order);
  writeTexts(map, proseFields[kind], row);
  const formulas = kind === "parameters" ? { ...row, domain: domainText(row.domain) } : row;
  writeFormulas(map, formulaFields[kind], formulas);
  if (kind === "programs") map.set("deceptive", typeof row.deceptive === "boolean" ? row.deceptive : null);
  if (kind === "assumptions") map.set("status", row.status ?? "held");
  writeExtra(map, row, ["id", ...choiceFields[kind], ...proseFields[kind], ...formulaFields[kind]]);
}

function writeTexts(map: Y.Map<unknown>, fields: readonly string[], row: Json): void {
  for (const field of fields) map.set(field, new Y.Text(textOf(row[field])));
}

function writeFormulas(map: Y.Map<unknown>, fields: readonly string[], row: Json): void {
  writeTexts(map, fields, row);
  for (const field of fields) map.set(lastValidOf(field), textOf(row[field]));
}

function writeExtra(map: Y.Map<unknown>, row: Json, known: readonly string[]): void {
  const extra = new Y.Map<unknown>();
  map.set("extra", extra);
  for (const [key, value] of Object.entries(row))
    if (!known.includes(key) && value !== undefined) extra.set(`+${key}`, JSON.stringify(value));
}
