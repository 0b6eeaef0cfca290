import type { Expr } from "@crux/core";
import { call, compareAt, nameOf, number, printExpr } from "@crux/core";
import { divide, integer, multiply, type Rational } from "@crux/core/exact";
import { type Algebra, cannot, denseIn, numberOfRatio } from "./algebra.ts";
import { isPositiveRatio } from "./numeric-sign.ts";
import { type Atom, constant, constantOf, fromAtom, type Ratio, unit } from "./polynomial.ts";
import { exponential, inverse, logarithm, power, rationalPower } from "./powers.ts";
import {
  addRatios,
  multiplyRatios,
  negateRatio,
  sameRatio,
  scaleRatio,
  subtractRatios,
  whole,
} from "./quotient.ts";

/** The normal form of a formula; refused where it is surely undefined, as in `1/0`. */
export function normalForm(expr: Expr, algebra: Algebra): Ratio {
  const { budget } = algebra;
  budget.spend(1, "bringing a formula to normal form");
  const of = (part: Expr): Ratio => normalForm(part, algebra);
  switch (expr.kind) {
    case "number":
      return whole(constant(expr.value));
    case "constant":
      return expr.name === "e" ? exponential(whole(unit), algebra) : whole(fromAtom(PI));
    case "symbol":
    case "cost":
      return whole(fromAtom(unknown(nameOf(expr) ?? printExpr(expr), algebra)));
    case "negate":
      return negateRatio(of(expr.of));
    case "add":
      return addRatios(of(expr.left), of(expr.right), budget);
    case "subtract":
      return subtractRatios(of(expr.left), of(expr.right), budget);
    case "multiply":
      return multiplyRatios(of(expr.left), of(expr.right), budget);
    case "divide":
      return multiplyRatios(of(expr.left), inverse(of(expr.right), algebra), budget);
    case "power":
      return power(of(expr.left), of(expr.right), algebra);
    case "call":
      return called(expr.name, expr.args, algebra);
  }
}

/** Whether two formulas are seen to be equal wherever both are real. */
export const sameNormalForm = (a: Expr, b: Expr, algebra: Algebra): boolean =>
  sameRatio(normalForm(a, algebra), normalForm(b, algebra), algebra.budget);

const ZERO = number(0);
const HALF: Rational = Object.freeze({ num: 1n, den: 2n });
const PI: Atom = Object.freeze({ kind: "pi", key: "pi", positive: true });

const unknown = (name: string, algebra: Algebra): Atom => ({
  kind: "unknown",
  key: name,
  positive: algebra.isPositive(name),
});

function called(name: string, args: readonly Expr[], algebra: Algebra): Ratio {
  const [first, second] = args;
  if (first === undefined) return cannot(`${name} has no argument`);
  if (name === "root") return whole(fromAtom(rootAtom(first, second, algebra)));
  const of = normalForm(first, algebra);
  switch (name) {
    case "sqrt":
      return rationalPower(of, HALF, algebra);
    case "exp":
      return exponential(of, algebra);
    case "log":
    case "ln":
      return logarithm(of, algebra);
    case "log2":
      return multiplyRatios(
        logarithm(of, algebra),
        inverse(logarithm(whole(constant(integer(2))), algebra), algebra),
        algebra.budget,
      );
    case "abs":
      return absolute(of, algebra);
    case "max":
    case "min":
      return args.slice(1).reduce((so, arg) => extreme(name, so, normalForm(arg, algebra), algebra), of);
    default: {
      const parts = args.map((arg) => numberOfRatio(normalForm(arg, algebra), algebra));
      const key = `${name}(${parts.map((part) => `#${part}`).join(",")})`;
      if (name === "lambertw") return whole(fromAtom(lambertAtom(key, of, args, algebra)));
      return whole(fromAtom({ kind: "opaque", key, positive: false }));
    }
  }
}

/** The root of the square, unless the sign is seen. */
function absolute(of: Ratio, algebra: Algebra): Ratio {
  if (of.num.size === 0 || isPositiveRatio(of, algebra)) return of;
  return rationalPower(multiplyRatios(of, of, algebra.budget), HALF, algebra);
}

/** Half of the sum plus or minus the distance of the two. */
function extreme(name: "max" | "min", a: Ratio, b: Ratio, algebra: Algebra): Ratio {
  const { budget } = algebra;
  const distance = absolute(subtractRatios(a, b, budget), algebra);
  const total = addRatios(a, b, budget);
  const twice = name === "max" ? addRatios(total, distance, budget) : subtractRatios(total, distance, budget);
  return scaleRatio(twice, HALF);
}

/** The atom for `root(p, k)`; the polynomial has rational coefficients and the unknown `x`. */
function rootAtom(of: Expr, index: Expr | undefined, algebra: Algebra): Atom {
  const { num, den } = normalForm(of, algebra);
  const dense = denseIn(num, "x");
  const highest = dense?.at(-1);
  if (
    dense === undefined ||
    highest === undefined ||
    constantOf(den) === undefined ||
    index?.kind !== "number"
  ) {
    return cannot(`not a root of a polynomial in x: root(${printExpr(of)}, …)`);
  }
  const below = dense.slice(0, -1).map((coefficient) => divide(multiply(coefficient, integer(-1)), highest));
  const key = `root(${below.map((c) => `${c.num}/${c.den}`).join(",")};${index.value.num})`;
  const expr = call("root", of, index);
  return { kind: "root", key, positive: compareAt(expr, ZERO, new Map()) === 1, highest: below, expr };
}

/** Lambert's function; its main branch is positive for what is positive. */
function lambertAtom(key: string, of: Ratio, args: readonly Expr[], algebra: Algebra): Atom {
  const isMain = args.length === 1 && isPositiveRatio(of, algebra);
  return { kind: "lambert", key, positive: isMain, of, expr: call("lambertw", ...args) };
}

/** Whether the formula is surely zero wherever it is real. */
export const isIdenticallyZero = (expr: Expr, algebra: Algebra): boolean =>
  normalForm(expr, algebra).num.size === 0;
