import type { Issue } from "@crux/core";
import {
  formulaFields,
  nowhere,
  type Place,
  proseFields,
  type Row,
  type RowIssue,
  type RowRef,
  type Rows,
  rowKinds,
  toScenarioJson,
} from "@crux/room/client";
import type { Path, ScenarioJson } from "../scenario-json.ts";

/** The rows of a room as a draft: the scenario format with every formula as it is typed, blanks included. */
export function draftOf(rows: Rows): ScenarioJson {
  const json = toScenarioJson(rows);
  const lists = rowKinds.map((kind) => {
    const entries = json[kind] as readonly ScenarioJson[];
    return [kind, entries.map((entry, at) => ({ ...entry, ...typed(rows[kind][at], ["domain"]) }))];
  });
  const exchange = { ...(json.exchange as ScenarioJson), ...typed(rows.exchange, []) };
  return { ...json, ...Object.fromEntries(lists), exchange };
}

/** The texts of a row that are not empty; what has another form in the format is left out. */
function typed(row: Row | undefined, but: readonly string[]): ScenarioJson {
  const texts = Object.entries(row?.texts ?? {});
  return Object.fromEntries(texts.filter(([field, text]) => text !== "" && !but.includes(field)));
}

/** Where a path of the draft leads in the room; null where no field of a row is. */
export function fieldAt(rows: Rows, path: Path): { readonly row: RowRef; readonly field: string } | null {
  const [first, second, third] = path;
  if (path.length === 1 && (first === "title" || first === "summary"))
    return { row: { kind: "scenario", key: "" }, field: first };
  if (first === "exchange" && typeof second === "string" && path.length === 2)
    return { row: { kind: "exchange", key: "" }, field: second };
  const kind = rowKinds.find((one) => one === first);
  const row = kind && rows[kind][Number(second)];
  if (kind === undefined || row === undefined || typeof third !== "string") return null;
  return { row: { kind, key: row.key }, field: third };
}

/** Whether a field of a row is a text that people edit together. */
export function isText(row: RowRef, field: string): boolean {
  const texts: readonly string[] = [...formulaFields[row.kind], ...proseFields[row.kind]];
  return texts.includes(field);
}

/** The path in the draft that a field of a row has now; null when the row is gone. */
export function pathOf(rows: Rows, kind: Row["kind"], key: string, field: string | null): Path | null {
  const last = field === null ? [] : [field];
  if (kind === "scenario") return last;
  if (kind === "exchange") return ["exchange", ...last];
  const index = rows[kind].findIndex((row) => row.key === key);
  return index < 0 ? null : [kind, index, ...last];
}

/** What is wrong with the rows, at the paths of the draft, each with what holds there meanwhile. */
export function issuesOf(rows: Rows, issues: readonly RowIssue[]): readonly Issue[] {
  return issues.flatMap((one) => {
    const path = pathOf(rows, one.kind, one.key, one.field);
    // A program without costs has only been begun: nothing is wrong with it yet.
    const isBegun = one.issue.code === "missing-key" && one.kind === "programs";
    if (path === null || isBegun || one.issue.code === "no-programs") return [];
    return [{ ...one.issue, path, message: `${one.issue.message} (${meanwhile(rows, one)})` }];
  });
}

function meanwhile(rows: Rows, { kind, key, field, inForce }: RowIssue): string {
  if (inForce === "unknown") return "unknown meanwhile";
  if (inForce === "left-out") return kind === "exchange" ? "linear meanwhile" : "left out meanwhile";
  const list = kind === "exchange" || kind === "scenario" ? [rows[kind]] : rows[kind];
  const last = list.find((row) => row.key === key)?.lastValid[field ?? ""] ?? "";
  return last.length > 40 ? "the last valid one holds meanwhile" : `${last} holds meanwhile`;
}

/** Where presence says that someone is who is in this field; null: in no field. */
export function placeAt(rows: Rows, path: Path | null): Place {
  const found = path && fieldAt(rows, path);
  if (!found) return nowhere;
  const { kind, key } = found.row;
  const row = kind === "scenario" || kind === "exchange" ? "scenario" : `${kind}/${key}`;
  return { ...nowhere, row, field: /^[a-z]{1,16}$/i.test(found.field) ? found.field : null, editing: true };
}

/** The path of the field that presence names; null when it names none that is still there. */
export function pathAt(rows: Rows, place: Place): Path | null {
  if (place.row === null || place.field === null) return null;
  if (place.row === "scenario")
    return place.field === "title" || place.field === "summary" ? [place.field] : ["exchange", place.field];
  const [kind, key = ""] = place.row.split("/");
  const list = rowKinds.find((one) => one === kind);
  return list ? pathOf(rows, list, key, place.field) : null;
}
