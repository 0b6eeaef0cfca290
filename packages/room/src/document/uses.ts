import { type Expr, readComparison, readExpr, walk } from "@crux/core";
import type { Row, Rows } from "./rows.ts";
import { rowKinds } from "./shape.ts";

/** One formula that refers to a row. */
export type Use = {
  readonly kind: Row["kind"];
  readonly key: string;
  readonly id: string;
  readonly field: string;
};

/** The formulas of other rows, as typed or in force, that refer to `row` by its id. */
export function usesOf(rows: Rows, row: Row): Use[] {
  const others = [rows.exchange, ...rowKinds.flatMap((kind) => rows[kind])].filter((one) => one !== row);
  return others.flatMap((one) =>
    Object.keys(one.lastValid)
      .filter((field) => refersTo(one, field, row))
      .map((field) => ({ kind: one.kind, key: one.key, id: one.id, field })),
  );
}

function refersTo(user: Row, field: string, row: Row): boolean {
  const typed = user.texts[field] ?? "";
  return [typed, user.lastValid[field] ?? ""].some((text) =>
    text.split("\n").some((line) => namesIn(line).has(nameOf(row))),
  );
}

/** Terms and programs are named inside `c(…)`, `t(…)`, `score(…)`; parameters by themselves. */
const nameOf = (row: Row): string => (row.kind === "parameters" ? row.id : `(${row.id})`);

function namesIn(text: string): Set<string> {
  const names = new Set<string>();
  const note = (expr: Expr): void => {
    if (expr.kind === "symbol") names.add(expr.name);
    if (expr.kind === "cost") names.add(`(${expr.of})`);
  };
  if (text.trim() === "") return names;
  const formula = readExpr(text);
  if (formula.ok) walk(formula.value, note);
  else {
    const comparison = readComparison(text);
    if (!comparison.ok) return names;
    walk(comparison.value.left, note);
    walk(comparison.value.right, note);
  }
  return names;
}
