import { assert, must, unreachable } from "../base/assert.ts";
import { isZero } from "../exact/rational.ts";
import type { Expr, FunctionName } from "./expr.ts";
import { add, call, divide, multiply, negate, number, power, subtract } from "./make.ts";
import { nameOf, unknownsOf } from "./unknowns.ts";

const ZERO = number(0);
const ONE = number(1);
const isNothing = (expr: Expr): boolean => expr.kind === "number" && isZero(expr.value);
const isUnit = (expr: Expr): boolean =>
  expr.kind === "number" && expr.value.num === 1n && expr.value.den === 1n;

const plus = (a: Expr, b: Expr): Expr => (isNothing(a) ? b : isNothing(b) ? a : add(a, b));
const minus = (a: Expr, b: Expr): Expr => (isNothing(b) ? a : isNothing(a) ? negate(b) : subtract(a, b));
const times = (a: Expr, b: Expr): Expr =>
  isNothing(a) || isNothing(b) ? ZERO : isUnit(a) ? b : isUnit(b) ? a : multiply(a, b);
const over = (a: Expr, b: Expr): Expr => (isNothing(a) ? ZERO : isUnit(b) ? a : divide(a, b));

/**
 * The derivative of `expr` by the unknown called `name`, valid wherever both are real; only products with 0 and 1
 * are simplified. Undefined for `min`, `max` and `abs` of the unknown, which have corners. The `x` inside `root(p, k)` is bound.
 */
export function differentiate(expr: Expr, name: string): Expr | undefined {
  if (nameOf(expr) === name) return ONE;
  switch (expr.kind) {
    case "number":
    case "constant":
    case "symbol":
    case "cost":
      return ZERO;
    case "negate": {
      const of = differentiate(expr.of, name);
      return of && (isNothing(of) ? ZERO : negate(of));
    }
    case "call":
      return derivativeOfCall(expr.name, expr.args, name);
    default: {
      const left = differentiate(expr.left, name);
      const right = differentiate(expr.right, name);
      if (left === undefined || right === undefined) return undefined;
      return derivativeOfPair(expr, left, right);
    }
  }
}

type Pair = Extract<Expr, { left: Expr }>;

function derivativeOfPair(expr: Pair, left: Expr, right: Expr): Expr {
  switch (expr.kind) {
    case "add":
      return plus(left, right);
    case "subtract":
      return minus(left, right);
    case "multiply":
      return plus(times(left, expr.right), times(expr.left, right));
    case "divide":
      return minus(over(left, expr.right), over(times(expr.left, right), power(expr.right, number(2))));
    case "power":
      return derivativeOfPower(expr, left, right);
    default:
      return unreachable(expr.kind);
  }
}

/** (u^v)' = v u^(v-1) u' + u^v log(u) v'. */
function derivativeOfPower(expr: Pair, left: Expr, right: Expr): Expr {
  const { left: base, right: exponent } = expr;
  const lowered =
    exponent.kind === "number" ? lowerPower(base, exponent) : power(base, subtract(exponent, ONE));
  const byBase = isNothing(left) ? ZERO : times(times(exponent, lowered), left);
  const byExponent = isNothing(right) ? ZERO : times(times(expr, call("log", base)), right);
  return plus(byBase, byExponent);
}

function lowerPower(base: Expr, exponent: Expr): Expr {
  assert(exponent.kind === "number", "only a number is lowered");
  const { num, den } = exponent.value;
  const lowered = number({ num: num - den, den });
  return isNothing(lowered) ? ONE : isUnit(lowered) ? base : power(base, lowered);
}

function derivativeOfCall(name: FunctionName, args: readonly Expr[], by: string): Expr | undefined {
  const of = must(args[0], "a function has an argument");
  if (name === "min" || name === "max" || name === "abs") {
    return unknownsOf(...args).includes(by) ? undefined : ZERO;
  }
  if (name === "root") return ZERO;
  const inner = differentiate(of, by);
  if (inner === undefined) return undefined;
  switch (name) {
    case "sqrt":
      return over(inner, multiply(number(2), call("sqrt", of)));
    case "log":
    case "ln":
      return over(inner, of);
    case "log2":
      return over(inner, multiply(of, call("log", number(2))));
    case "exp":
      return times(call("exp", of), inner);
    case "lambertw": {
      // W' = 1 / (e^W (1 + W)).
      const w = call("lambertw", ...args);
      return over(inner, multiply(call("exp", w), add(ONE, w)));
    }
    default:
      return unreachable(name);
  }
}
