import type { Expr } from "../expr/expr.ts";
import type { Program, Scenario } from "./scenario.ts";

/**
 * What each name of a scenario stands for: `c(term)`, `t(term)`, parameters with a value, and programs' totals
 * `c(program)` and `t(program)`. Scores are not in here, since they depend on the exchange rate.
 */
export function definitionsOf(scenario: Scenario): ReadonlyMap<string, Expr> {
  const definitions = new Map<string, Expr>();
  for (const program of scenario.programs) {
    if (program.cost.kind !== "sum") continue;
    definitions.set(`c(${program.id})`, program.cost.c);
    definitions.set(`t(${program.id})`, program.cost.t);
  }
  for (const term of scenario.terms) {
    if (term.c !== null) definitions.set(`c(${term.id})`, term.c);
    if (term.t !== null) definitions.set(`t(${term.id})`, term.t);
  }
  for (const { id, value } of scenario.parameters) if (value !== null) definitions.set(id, value);
  return definitions;
}

/** A part of a total with its sign: `-1` for what is taken away. */
export type Summand = { readonly sign: 1 | -1; readonly of: Expr };

/**
 * The summands of a program's complexity: the total is split at `+` and `-` outside brackets of other operations.
 * A term is one summand, whatever its value; another program's total stands for that program's summands.
 */
export function summandsOf(scenario: Scenario, program: Program): readonly Summand[] {
  if (program.cost.kind !== "sum") return [];
  const totals = new Map<string, Expr>();
  for (const { id, cost } of scenario.programs) if (cost.kind === "sum") totals.set(id, cost.c);
  const summands: Summand[] = [];
  const waiting: Summand[] = [{ sign: 1, of: program.cost.c }];
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { sign, of } = next;
    const total = of.kind === "cost" && of.axis === "c" ? totals.get(of.of) : undefined;
    const other = sign === 1 ? -1 : 1;
    if (of.kind === "add") waiting.push({ sign, of: of.right }, { sign, of: of.left });
    else if (of.kind === "subtract") waiting.push({ sign: other, of: of.right }, { sign, of: of.left });
    else if (total !== undefined) waiting.push({ sign, of: total });
    else summands.push(next);
  }
  return summands;
}
