import { type Budget, compareAt, type Expr, evaluate, number } from "@crux/core";
import { enclosed, isZero } from "@crux/core/exact";
import { createAlgebra } from "./algebra.ts";
import { isIdenticallyZero } from "./normal-form.ts";

/** Whether a formula without unknowns is proved to be 0. Algebra comes before high precision, which is slow near 0. */
export function isZeroNumber(expr: Expr, budget: Budget): boolean {
  budget.spend(20, "evaluating");
  const value = evaluate(expr, new Map(), 64);
  if (value.kind === "undefined") return false;
  if (value.kind === "exact") return isZero(value.value);
  const sign = value.kind === "enclosed" ? enclosed.signOf(value.range) : undefined;
  if (sign === 1 || sign === -1) return false;
  if (
    isIdenticallyZero(
      expr,
      createAlgebra(() => false, budget),
    )
  )
    return true;
  return compareAt(expr, number(0), new Map()) === 0;
}

/** Sign of `a - b` for formulas without unknowns; undefined where it can't be told. */
export function orderOfNumbers(a: Expr, b: Expr, budget: Budget): -1 | 0 | 1 | undefined {
  if (isZeroNumber({ kind: "subtract", left: a, right: b }, budget)) return 0;
  const order = compareAt(a, b, new Map());
  return order === "undecided" ? undefined : order;
}
