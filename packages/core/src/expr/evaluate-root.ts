import { must } from "../base/assert.ts";
import { encloseRange } from "../exact/enclosed.ts";
import { type Enclosure, NotEnclosed } from "../exact/enclosure.ts";
import { lcm } from "../exact/integer.ts";
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

/** Polynomials of a higher degree are not read. */
const HIGHEST_DEGREE = 400;
/** Roots of polynomials of a higher degree are enclosed only where there are few terms: Sturm's sequence grows fast. */
const HIGHEST_DENSE = 64;
const MOST_WORK = 400;

/** `root(p, k)`: the k-th distinct real root, in ascending order, of the polynomial `p` in `x`; exact or in a range. */
export function evaluateRoot(args: readonly Expr[], bits: number): Rational | Enclosure {
  const [formula, index] = args;
  const polynomial = formula === undefined ? undefined : toPolynomial(formula, "x");
  if (polynomial === undefined || polynomial.length < 2) {
    throw new NotEnclosed("root of something that is not a polynomial in x", true);
  }
  const degree = polynomial.length - 1;
  const terms = polynomial.filter((coefficient) => !exact.isZero(coefficient)).length;
  if (degree > HIGHEST_DENSE && degree * terms > MOST_WORK) {
    throw new NotEnclosed("root of a polynomial of very high degree", false);
  }
  const k = index?.kind === "number" && exact.isInteger(index.value) ? index.value.num : 0n;
  const at = isolated(polynomial, k);
  if ("num" in at) return at;
  const [low, high] = narrowRoot(at.simple, at.low, at.high, bits);
  return rationalRoot(at.simple, low, high) ?? encloseRange(low, high, bits);
}

/** The polynomial without repeated roots, and two numbers of one sign with only the wanted root between them. */
type Isolated = { readonly simple: Polynomial; readonly low: Rational; readonly high: Rational };

// The same root is asked for again and again, each time to more bits; only the last ones are kept.
const lately = new Map<string, Rational | Isolated>();
const MOST_KEPT = 64;

function isolated(polynomial: Polynomial, k: bigint): Rational | Isolated {
  const key = `${k} of ${polynomial.map((c) => `${c.num}/${c.den}`).join(",")}`;
  const known = lately.get(key);
  if (known !== undefined) return known;
  const found = isolate(polynomial, k);
  if (lately.size >= MOST_KEPT) lately.clear();
  lately.set(key, found);
  return found;
}

/** By bisection: first by counting roots, then, once alone, by the sign of the polynomial. */
function isolate(polynomial: Polynomial, k: bigint): Rational | Isolated {
  const simple = squarefreePart(polynomial);
  const sequence = sturmSequence(simple);
  let high = rootBound(simple);
  let low = exact.negate(high);
  const count = countRoots(sequence, low, high);
  if (k < 1n || k > BigInt(count)) throw new NotEnclosed(`no root of that number: ${k} of ${count}`, true);
  for (let before = 0; countRoots(sequence, low, high) > 1; ) {
    const middle = exact.midpoint(low, high);
    const left = countRoots(sequence, low, middle);
    if (before + left >= Number(k)) high = middle;
    else [low, before] = [middle, before + left];
  }
  const atHigh = exact.sign(valueAt(simple, high));
  if (atHigh === 0) return high;
  // Until the size of the root is known, and the low end is not another root.
  while (exact.sign(low) !== exact.sign(high) || exact.isZero(valueAt(simple, low))) {
    const middle = exact.sign(low) < 0 && exact.sign(high) > 0 ? exact.zero : exact.midpoint(low, high);
    const sign = exact.sign(valueAt(simple, middle));
    if (sign === 0) return middle;
    if (sign === atHigh) high = middle;
    else low = middle;
  }
  return { simple, low, high };
}

/** The root if it is rational: the simplest fraction in a narrow range whose denominator divides the leading coefficient. */
function rationalRoot(p: Polynomial, low: Rational, high: Rational): Rational | undefined {
  const simplest = exact.simplestBetween(low, high);
  const common = p.reduce((all, { den }) => lcm(all, den), 1n);
  const lead = must(p[p.length - 1], "a polynomial has a leading coefficient");
  if ((lead.num * (common / lead.den)) % simplest.den !== 0n) return undefined;
  return exact.isZero(valueAt(p, simplest)) ? simplest : undefined;
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
  const exponent = exact.isInteger(value) && value.num >= 0n && value.num <= 400n ? Number(value.num) : -1;
  if (exponent < 0 || exponent * (left.length - 1) > HIGHEST_DEGREE) return undefined;
  let result = constantPolynomial(exact.one);
  for (let i = 0; i < exponent; i++) result = multiplyPolynomials(result, left);
  return result;
}
