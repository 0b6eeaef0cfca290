import type { Issue, Result, Scenario } from "@crux/core";
import type { Row, Rows } from "./rows.ts";
import { asTyped, type Pick, toScenarioJson } from "./scenario-json.ts";
import { formulaFields, rowKinds } from "./shape.ts";

/** What is wrong with one row, and what holds there meanwhile. */
export type RowIssue = {
  readonly kind: Row["kind"];
  readonly key: string;
  /** The field that the issue is about; null for the row as a whole. */
  readonly field: string | null;
  readonly issue: Issue;
  /** last-valid: the newest valid text; unknown: an unknown cost; left-out: the row does not take part (for the exchange rate: linear). */
  readonly inForce: "last-valid" | "unknown" | "left-out";
};

/** What a document means: the scenario in force, and per row what could not be taken as typed. */
export type Reading = { readonly scenario: Scenario | null; readonly issues: readonly RowIssue[] };

/** The reader of scenario JSON: core's `readScenario`. */
export type ScenarioReader = (json: unknown) => Result<Scenario, readonly Issue[]>;

type Fallback = "last-valid" | "unknown" | "left-out";
type Mended = Map<Row, Map<string | null, { fallback: Fallback; issue: Issue }>>;

/**
 * Reads `rows` with `read`. A formula that is not valid gives way to the last valid one; when that is not valid
 * either, a cost becomes unknown, and a program or an assumption is left out until it is mended. Every replica
 * that holds the same rows gets the same reading.
 */
export function readingOf(rows: Rows, read: ScenarioReader): Reading {
  const mended: Mended = new Map();
  // Each round moves at least one field or row a step further down; three steps a field bound the rounds.
  for (let round = 0; round < 8; round++) {
    const kept = withoutLeftOut(rows, mended);
    const result = read(toScenarioJson(kept, pickWith(mended)));
    if (result.ok) return { scenario: result.value, issues: issuesOf(mended) };
    const moved = result.error.filter((issue) => mend(kept, mended, issue));
    if (moved.length === 0) return { scenario: null, issues: issuesOf(mended, result.error) };
  }
  return { scenario: null, issues: issuesOf(mended) };
}

const pickWith =
  (mended: Mended): Pick =>
  (row, field) => {
    const mend = mended.get(row)?.get(field);
    if (mend === undefined) return asTyped(row, field);
    return mend.fallback === "last-valid" ? (row.lastValid[field] ?? "") : "";
  };

function withoutLeftOut(rows: Rows, mended: Mended): Rows {
  const leftOut = (row: Row) =>
    [...(mended.get(row)?.values() ?? [])].some((one) => one.fallback === "left-out");
  const lists = Object.fromEntries(rowKinds.map((kind) => [kind, rows[kind].filter((row) => !leftOut(row))]));
  const exchange = leftOut(rows.exchange)
    ? { ...rows.exchange, choices: { family: "linear" } }
    : rows.exchange;
  return { ...rows, ...lists, exchange };
}

/** Moves what `issue` is about one step down; false when there is no further step. */
function mend(rows: Rows, mended: Mended, issue: Issue): boolean {
  const found = locate(rows, issue);
  if (found === undefined) return false;
  const { row, field } = found;
  const fields = mended.get(row) ?? new Map();
  mended.set(row, fields);
  const before = fields.get(field);
  const fallback = nextFallback(row, field, before?.fallback);
  if (fallback === undefined) return false;
  fields.set(field, { fallback, issue: before?.issue ?? issue });
  return true;
}

function nextFallback(row: Row, field: string | null, now: Fallback | undefined): Fallback | undefined {
  if (now === "left-out") return undefined;
  if (field === null) return row.kind === "scenario" ? undefined : "left-out";
  const last = row.lastValid[field] ?? "";
  if (now === undefined && last !== (row.texts[field] ?? "") && last !== "") return "last-valid";
  if (now !== "unknown" && mayBeUnknown(row)) return "unknown";
  return "left-out";
}

const mayBeUnknown = (row: Row): boolean => row.kind === "terms" || row.kind === "parameters";

/** The row and formula field that the path of `issue` names. */
function locate(rows: Rows, issue: Issue): { row: Row; field: string | null } | undefined {
  const [root, at, name] = issue.path;
  if (root === "exchange") return { row: rows.exchange, field: fieldOf(rows.exchange, at) };
  const kind = rowKinds.find((one) => one === root);
  const row = kind && typeof at === "number" ? rows[kind][at] : undefined;
  return row && { row, field: fieldOf(row, name) };
}

const fieldOf = (row: Row, name: string | number | undefined): string | null =>
  (formulaFields[row.kind] as readonly unknown[]).includes(name) ? (name as string) : null;

function issuesOf(mended: Mended, rest: readonly Issue[] = []): RowIssue[] {
  const rows = [...mended].flatMap(([row, fields]) =>
    [...fields].map(([field, { fallback, issue }]) => ({
      kind: row.kind,
      key: row.key,
      field,
      issue,
      inForce: fallback,
    })),
  );
  const others = rest.map(
    (issue) => ({ kind: "scenario", key: "", field: null, issue, inForce: "left-out" }) as const,
  );
  return [...rows, ...others];
}
