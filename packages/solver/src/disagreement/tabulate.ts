import type { Budget, Comparison, Expr, Scenario } from "@crux/core";
import { childrenOf, definitionsOf, expandComparison, expandCosts, nameOf, unknownsOf } from "@crux/core";
import { chosenTable, combineTables, constantTable, tableOfParts, type ValueTable } from "./value-table.ts";

/** A name that a point gives another value. */
export type Setting = { readonly point: number; readonly name: string; readonly to: Expr };

/** Tables of a scenario's formulas for every choice among some points. */
export type Tabulation = {
  readonly changed: ReadonlySet<string>;
  readonly table: (expr: Expr) => ValueTable;
  readonly sides: (comparison: Comparison) => readonly [ValueTable, ValueTable];
};

/** Thrown where tables can't say it: the definition has to be asked for each set. */
export class NotTabular extends Error {
  override readonly name = "NotTabular";
}

/** Parts that a formula may have with everything put in, well below what a scenario allows. */
const MOST_PARTS = 5_000;
const MOST_LEVELS = 500;
/** Entries that cost one step of the budget. */
const ENTRIES_A_STEP = 4;

/** Tables over `settings`; `rates` are what `g` is without and with the points that set it. */
export function tabulate(
  scenario: Scenario,
  settings: readonly Setting[],
  g: Expr,
  budget: Budget,
): Tabulation {
  const changed = new Set(settings.map(({ name }) => name));
  const keep = [...changed];
  const definitions = definitionsOf(scenario);
  const names = new Map<string, ValueTable & Extent>();
  const open = new Set<string>();

  const named = (name: string): ValueTable & Extent => {
    const known = names.get(name);
    if (known !== undefined) return known;
    if (open.has(name)) throw new NotTabular(`cycle through ${name}`);
    open.add(name);
    const plain = name === "g" ? g : definitions.get(name);
    if (plain === undefined) throw new NotTabular(`no value for ${name}`);
    const full = (expr: Expr): ValueTable & Extent => of(expandCosts(scenario, expr, { keep }));
    const otherwise = full(plain);
    const others = settings
      .filter((one) => one.name === name)
      .map(({ point, to }) => ({ point, table: full(to) }));
    const extents = [otherwise, ...others.map(({ table }) => table)];
    const table = {
      ...chosenTable(otherwise, others),
      parts: Math.max(...extents.map(({ parts }) => parts)),
      levels: Math.max(...extents.map(({ levels }) => levels)),
    };
    open.delete(name);
    names.set(name, table);
    return table;
  };

  const of = (expr: Expr): ValueTable & Extent => {
    const name = nameOf(expr);
    if (name !== undefined) return named(name);
    const isBound = expr.kind === "call" && expr.name === "root";
    const parts = isBound ? [] : childrenOf(expr).map(of);
    const extent = {
      parts: parts.reduce((total, part) => total + part.parts, 1),
      levels: parts.reduce((most, part) => Math.max(most, part.levels), 0) + 1,
    };
    if (extent.parts > MOST_PARTS || extent.levels > MOST_LEVELS) throw new NotTabular("formula too large");
    const table = combined(expr, parts);
    budget.spend(Math.ceil(table.entries.length / ENTRIES_A_STEP), "trying sets of changes");
    return { ...table, ...extent };
  };

  return {
    changed,
    table: (expr) => of(expandCosts(scenario, expr, { keep })),
    sides: (comparison) => {
      const { left, right } = expandComparison(scenario, comparison, { keep });
      return [of(left), of(right)];
    },
  };
}

type Extent = { readonly parts: number; readonly levels: number };

function combined(expr: Expr, parts: readonly ValueTable[]): ValueTable {
  const [left, right] = parts;
  if (left === undefined) {
    if (unknownsOf(expr).length > 0) throw new NotTabular("an unknown");
    return constantTable(expr);
  }
  if (right === undefined || expr.kind === "call" || expr.kind === "negate") return tableOfParts(expr, parts);
  return combineTables(expr.kind as "add", left, right);
}
