import { encloseRange } from "../exact/enclosed.ts";
import { type Enclosure, NotEnclosed } from "../exact/enclosure.ts";
import { narrowRoot } from "../exact/narrow-root.ts";
import {
  addPolynomials,
  constantPolynomial,
  countRoots,
  identityPolynomial,
  multiplyPolynomials,
  type Polynomial,
  rootBound,
  scalePolynomial,
  squarefreePart,
  sturmSequence,
  valueAt,
} from "../exact/polynomial.ts";
import type { Rational } from "../exact/rational.ts";
import * as exact from "../exact/rational.ts";
import type { Expr } from "./expr.ts";

const HIGHEST_DEGREE = 64;

/** `root(p, k)`: the k-th distinct real root, in ascending order, of the polynomial `p` in `x`; exact or in a range. */
export function evaluateRoot(args: readonly Expr[], bits: number): Rational | Enclosure {
  const [formula, index] = args;
  const polynomial = formula === undefined ? undefined : toPolynomial(formula, "x");
  if (polynomial === undefined || polynomial.length < 2) {
    throw new NotEnclosed("root of something that is not a polynomial in x", true);
  }
  const k = index?.kind === "number" && exact.isInteger(index.value) ? index.value.num : 0n;
  const simple = squarefreePart(polynomial);
  const sequence = sturmSequence(simple);
  const bound = rootBound(simple);
  const count = countRoots(sequence, exact.negate(bound), bound);
  if (k < 1n || k > BigInt(count)) throw new NotEnclosed(`no root of that number: ${k} of ${count}`, true);
  return refined(simple, sequence, Number(k), bound, bits);
}

/** Bisection: first by counting roots, then, once alone, by the sign of the polynomial. */
function refined(p: Polynomial, sequence: readonly Polynomial[], k: number, bound: Rational, bits: number) {
  let low = exact.negate(bound);
  let high = bound;
  let before = 0;
  for (;;) {
    const inside = countRoots(sequence, low, high);
    if (inside === 1 && !exact.isZero(valueAt(p, high))) break;
    if (inside === 1 && exact.isZero(valueAt(p, high))) return high;
    const middle = exact.midpoint(low, high);
    const left = countRoots(sequence, low, middle);
    if (before + left >= k) high = middle;
    else [low, before] = [middle, before + left];
  }
  const atHigh = exact.sign(valueAt(p, high));
  // First until the range does not touch 0, so that the size of the root is known.
  for (let step = 0; step < 4_096 && exact.sign(low) !== exact.sign(high); step++) {
    const middle = exact.sign(low) < 0 && exact.sign(high) > 0 ? exact.zero : exact.midpoint(low, high);
    const sign = exact.sign(valueAt(p, middle));
    if (sign === 0) return middle;
    if (sign === atHigh) high = middle;
    else low = middle;
  }
  if (exact.sign(low) !== exact.sign(high)) return encloseRange(low, high, bits);
  const [from, to] = narrowRoot(p, low, high, bits);
  // A rational root is the simplest fraction in a narrow enough range.
  const simple = exact.simplestBetween(from, to);
  return exact.isZero(valueAt(p, simple)) ? simple : encloseRange(from, to, bits);
}

/** `expr` as a polynomial in one name with exact coefficients; undefined when it is not one. */
export function toPolynomial(expr: Expr, name: string): Polynomial | undefined {
  switch (expr.kind) {
    case "number":
      return constantPolynomial(expr.value);
    case "symbol":
      return expr.name === name ? identityPolynomial : undefined;
    case "negate": {
      const of = toPolynomial(expr.of, name);
      return of && scalePolynomial(of, exact.integer(-1));
    }
    case "add":
    case "subtract":
    case "multiply":
    case "divide":
    case "power": {
      const left = toPolynomial(expr.left, name);
      const right = toPolynomial(expr.right, name);
      return left && right ? combined(expr.kind, left, right) : undefined;
    }
    default:
      return undefined;
  }
}

function combined(
  kind: "add" | "subtract" | "multiply" | "divide" | "power",
  left: Polynomial,
  right: Polynomial,
): Polynomial | undefined {
  if (kind === "add") return addPolynomials(left, right);
  if (kind === "subtract") return addPolynomials(left, scalePolynomial(right, exact.integer(-1)));
  if (kind === "multiply") {
    return left.length + right.length > HIGHEST_DEGREE + 2 ? undefined : multiplyPolynomials(left, right);
  }
  if (right.length > 1) return undefined;
  const value = right[0] ?? exact.zero;
  if (kind === "divide") return exact.isZero(value) ? undefined : scalePolynomial(left, exact.invert(value));
  const exponent = exact.isInteger(value) && value.num >= 0n && value.num <= 64n ? Number(value.num) : -1;
  if (exponent < 0 || exponent * (left.length - 1) > HIGHEST_DEGREE) return undefined;
  let result = constantPolynomial(exact.one);
  for (let i = 0; i < exponent; i++) result = multiplyPolynomials(result, left);
  return result;
}
