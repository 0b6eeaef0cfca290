import type { Comparison, Expr } from "./expr.ts";
import { cost, symbol } from "./make.ts";
import { childrenOf } from "./walk.ts";

const COST_NAME = /^(c|t|score)\((.+)\)$/s;

/** The name of an unknown as it is printed: `g`, `phi`, `c(combine)`; undefined for any other formula. */
export function nameOf(expr: Expr): string | undefined {
  if (expr.kind === "symbol") return expr.name;
  return expr.kind === "cost" ? `${expr.axis}(${expr.of})` : undefined;
}

/** The formula that a name stands for: a cost for `c(…)`, `t(…)`, `score(…)`, else a symbol. */
export function exprOfName(name: string): Expr {
  const [, axis, of] = COST_NAME.exec(name) ?? [];
  if (of === undefined) return symbol(name);
  return cost(axis === "c" ? "c" : axis === "t" ? "t" : "score", of);
}

/** Names of everything in the formulas that has no value, in order of first appearance, each once. */
export function unknownsOf(...exprs: readonly Expr[]): readonly string[] {
  const names = new Set<string>();
  const waiting = exprs.toReversed();
  for (let part = waiting.pop(); part !== undefined; part = waiting.pop()) {
    const name = nameOf(part);
    if (name !== undefined) names.add(name);
    // The x of `root(p, k)` is bound: it is no unknown.
    if (part.kind !== "call" || part.name !== "root") waiting.push(...childrenOf(part).toReversed());
  }
  return [...names];
}

/** Names of everything in a comparison that has no value, in order of first appearance. */
export const unknownsOfComparison = (comparison: Comparison): readonly string[] =>
  unknownsOf(comparison.left, comparison.right);
