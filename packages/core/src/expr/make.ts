import type { Rational } from "../exact/rational.ts";
import * as exact from "../exact/rational.ts";
import type { Axis, Comparison, Expr, FunctionName, Operation, Relation } from "./expr.ts";

/** The formula that is one exact number. */
export const number = (value: Rational | bigint | number): Expr =>
  Object.freeze({ kind: "number", value: typeof value === "object" ? value : exact.integer(value) });

/** The constant `pi` or `e`. */
export const constant = (name: "pi" | "e"): Expr => Object.freeze({ kind: "constant", name });

/** A parameter, or `g`, by its name. */
export const symbol = (name: string): Expr => Object.freeze({ kind: "symbol", name });

/** `c(of)`, `t(of)` or `score(of)`. */
export const cost = (axis: Axis | "score", of: string): Expr => Object.freeze({ kind: "cost", axis, of });

const binary = (kind: Operation, left: Expr, right: Expr): Expr => Object.freeze({ kind, left, right });

/** `left + right`, not simplified. */
export const add = (left: Expr, right: Expr): Expr => binary("add", left, right);
/** `left - right`, not simplified. */
export const subtract = (left: Expr, right: Expr): Expr => binary("subtract", left, right);
/** `left * right`, not simplified. */
export const multiply = (left: Expr, right: Expr): Expr => binary("multiply", left, right);
/** `left ^ right`, not simplified. */
export const power = (left: Expr, right: Expr): Expr => binary("power", left, right);

/** `left / right`; two whole numbers become one exact fraction, so that `2/3` is a number. */
export function divide(left: Expr, right: Expr): Expr {
  if (left.kind === "number" && right.kind === "number") {
    const whole = exact.isInteger(left.value) && exact.isInteger(right.value);
    if (whole && !exact.isZero(right.value)) return number(exact.divide(left.value, right.value));
  }
  return binary("divide", left, right);
}

/** `-of`; the opposite of a number is a number. */
export const negate = (of: Expr): Expr =>
  of.kind === "number" ? number(exact.negate(of.value)) : Object.freeze({ kind: "negate", of });

/** A function applied to its arguments. */
export const call = (name: FunctionName, ...args: readonly Expr[]): Expr =>
  Object.freeze({ kind: "call", name, args: Object.freeze([...args]) });

/** The two formulas in a relation. */
export const comparison = (left: Expr, relation: Relation, right: Expr): Comparison =>
  Object.freeze({ left, relation, right });

/** The summands added from left to right; 0 for none. */
export const sum = (summands: readonly Expr[]): Expr =>
  summands.length === 0 ? number(0) : summands.reduce((left, right) => add(left, right));
