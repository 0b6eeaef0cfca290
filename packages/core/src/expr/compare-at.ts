import { signOf } from "../exact/enclosure.ts";
import { sign } from "../exact/rational.ts";
import { type Env, evaluate } from "./evaluate.ts";
import type { Comparison, Expr, Relation } from "./expr.ts";
import { subtract } from "./make.ts";
import { isZeroByAlgebra } from "./zero-test.ts";

/** Precisions that are tried one after the other, in bits. */
const PRECISIONS = [64, 192, 640, 2_048, 4_096] as const;

/**
 * Sign of `left - right` at a point: 0 only when proved. `undecided` when the difference is not a real number there
 * (`evaluate` says why) or stays too close to 0 to tell.
 */
export function compareAt(left: Expr, right: Expr, env: Env): -1 | 0 | 1 | "undecided" {
  const difference = subtract(left, right);
  let isAlgebraTried = false;
  for (const bits of PRECISIONS) {
    const outcome = evaluate(difference, env, bits);
    if (outcome.kind === "exact") return sign(outcome.value);
    if (outcome.kind === "undefined") return "undecided";
    if (outcome.kind === "unknown") continue;
    const known = signOf(outcome.range);
    if (known !== undefined) return known;
    // Only now is the difference known to be a real number, which algebra takes for granted. It costs more than a few digits.
    if (bits === PRECISIONS[0] || isAlgebraTried) continue;
    if (isZeroByAlgebra(difference, env)) return 0;
    isAlgebraTried = true;
  }
  return "undecided";
}

/** Whether a comparison holds at a point. */
export function holdsAt(comparison: Comparison, env: Env): boolean | "undecided" {
  const order = compareAt(comparison.left, comparison.right, env);
  return order === "undecided" ? order : relationHolds(comparison.relation, order);
}

/** Whether two numbers that compare as `order` (sign of left - right) stand in the relation. */
export function relationHolds(relation: Relation, order: -1 | 0 | 1): boolean {
  const orders: Record<Relation, readonly number[]> = {
    "<": [-1],
    "<=": [-1, 0],
    "=": [0],
    "!=": [-1, 1],
    ">=": [0, 1],
    ">": [1],
  };
  return orders[relation].includes(order);
}
