import type { Comparison, Expr } from "./expr.ts";
import { comparison } from "./make.ts";
import { nameOf } from "./unknowns.ts";
import { mapChildren } from "./walk.ts";

/** `expr` with every named unknown replaced at once; what is put in is not searched again. */
export function substitute(expr: Expr, values: ReadonlyMap<string, Expr>): Expr {
  if (values.size === 0) return expr;
  const name = nameOf(expr);
  if (name !== undefined) return values.get(name) ?? expr;
  // The x of `root(p, k)` is bound: nothing is put in for it.
  if (expr.kind === "call" && expr.name === "root") return expr;
  return mapChildren(expr, (part) => substitute(part, values));
}

/** A comparison with every named unknown of both sides replaced at once. */
export const substituteComparison = (of: Comparison, values: ReadonlyMap<string, Expr>): Comparison =>
  comparison(substitute(of.left, values), of.relation, substitute(of.right, values));
