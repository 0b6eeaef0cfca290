import type { Budget, Rational } from "@crux/core";
import {
  ceilDivide,
  compare,
  floor,
  floorDivide,
  integer,
  integerRoot,
  multiply,
  ratio,
  simplestBetween,
} from "@crux/core/exact";
import { isExact, isolatePositive, isolateReal, type RootInterval, withoutZeroRoot } from "./descartes.ts";
import {
  coefficient,
  degree,
  exactQuotient,
  type IntegerPolynomial,
  lead,
  polynomialGcd,
  signAt,
} from "./integer-polynomial.ts";
import { refine } from "./refine.ts";
import { squarefreeParts } from "./squarefree.ts";

/** One real root of `polynomial`, which has no repeated roots; not rational, and alone in its interval. */
export type Algebraic = {
  readonly kind: "algebraic";
  readonly polynomial: IntegerPolynomial;
  readonly at: RootInterval;
};

/** An exact fraction as a real number. */
export type RationalReal = { readonly kind: "rational"; readonly value: Rational };

/** A root and how often it counts. */
export type CountedRoot = { readonly at: RationalReal | Algebraic; readonly multiplicity: number };

/** All roots of a non-zero polynomial, on the positive axis or the whole one, ascending, rational ones recognised. */
export function rootsOf(
  p: IntegerPolynomial,
  budget: Budget,
  where: "positive" | "real" = "positive",
): CountedRoot[] {
  const found: CountedRoot[] = [];
  for (const part of squarefreeParts(where === "positive" ? withoutZeroRoot(p) : p))
    for (const at of rootsOfPart(part.polynomial, where, budget))
      found.push({ at, multiplicity: part.multiplicity });
  return found.length < 2 ? found : found.sort((a, b) => compareAlgebraic(a.at, b.at, budget));
}

function rootsOfPart(
  p: IntegerPolynomial,
  where: "positive" | "real",
  budget: Budget,
): (RationalReal | Algebraic)[] {
  if (degree(p) === 1) {
    const value = ratio(-coefficient(p, 0), coefficient(p, 1));
    return where === "real" || value.num > 0n ? [{ kind: "rational", value }] : [];
  }
  const intervals = where === "real" ? isolateReal(p, budget) : isolatePositive(p, budget);
  const looked = intervals.map((at) => ({ at, value: rationalRoot(p, at, budget) }));
  let rest = p;
  for (const { value } of looked)
    if (value !== undefined) rest = exactQuotient(rest, [-value.num, value.den]) ?? rest;
  return looked.map(({ at, value }) =>
    value !== undefined ? { kind: "rational", value } : { kind: "algebraic", polynomial: rest, at },
  );
}

/** The root in the interval if it is rational: then its denominator divides the leading coefficient. */
function rationalRoot(p: IntegerPolynomial, at: RootInterval, budget: Budget): Rational | undefined {
  if (isExact(at)) return at.low;
  if (degree(p) === 2 && !hasSquareDiscriminant(p)) return undefined;
  const scale = integer(lead(p));
  const bits = scale.num.toString(2).length;
  const narrow = refine(p, at, bits, budget);
  if (isExact(narrow)) return narrow.low;
  // lead * root is whole, and the interval is shorter than 1 / lead: at most two whole numbers to try.
  const [low, high] = [multiply(narrow.low, scale), multiply(narrow.high, scale)];
  for (let n = low.num / low.den - 1n; compare(integer(n), high) <= 0; n++) {
    const value = ratio(n, scale.num);
    if (compare(value, narrow.low) > 0 && compare(value, narrow.high) < 0 && signAt(p, value) === 0)
      return value;
  }
  return undefined;
}

function hasSquareDiscriminant(p: IntegerPolynomial): boolean {
  const [a, b, c] = [coefficient(p, 2), coefficient(p, 1), coefficient(p, 0)];
  return isSquare(b * b - 4n * a * c);
}

/** Whether a whole number is the square of one. */
export function isSquare(n: bigint): boolean {
  if (n < 0n) return false;
  const tail = Number(n & 15n);
  if (tail !== 0 && tail !== 1 && tail !== 4 && tail !== 9) return false;
  const root = integerRoot(n, 2);
  return root * root === n;
}

// Intervals only ever get narrower; the narrowest known one is kept beside the number.
const narrowest = new WeakMap<Algebraic, RootInterval>();

/** An interval around the number that is at most `2^-bits` wide. */
export function narrowed(a: Algebraic, bits: number, budget: Budget): RootInterval {
  const known = narrowest.get(a) ?? a.at;
  const next = refine(a.polynomial, known, bits, budget);
  if (next !== known) narrowest.set(a, next);
  return next;
}

/** The narrowest interval that is already known. */
export const knownInterval = (a: Algebraic): RootInterval => narrowest.get(a) ?? a.at;

/** Sign of `a - b`, always exact: common roots are found by the greatest common divisor. */
export function compareAlgebraic(
  a: RationalReal | Algebraic,
  b: RationalReal | Algebraic,
  budget: Budget,
): -1 | 0 | 1 {
  if (a.kind === "rational") {
    if (b.kind === "rational") return compare(a.value, b.value);
    return minus(compareToRational(b, a.value));
  }
  if (b.kind === "rational") return compareToRational(a, b.value);
  if (a === b) return 0;
  if (isSeparate(knownInterval(a), knownInterval(b)))
    return compare(knownInterval(a).low, knownInterval(b).low);
  if (areEqual(a, b, budget)) return 0;
  for (let bits = 16; ; bits *= 2) {
    const [one, other] = [narrowed(a, bits, budget), narrowed(b, bits, budget)];
    if (isSeparate(one, other)) return compare(one.low, other.low);
  }
}

const minus = (s: -1 | 0 | 1): -1 | 0 | 1 => (s === 0 ? 0 : s === 1 ? -1 : 1);

const isSeparate = (a: RootInterval, b: RootInterval): boolean =>
  compare(a.high, b.low) <= 0 || compare(b.high, a.low) <= 0;

/** Sign of `a - value`; never 0, since an algebraic number here is not rational. */
export function compareToRational(a: Algebraic, value: Rational): -1 | 0 | 1 {
  const { low, high } = knownInterval(a);
  if (compare(high, value) <= 0) return -1;
  if (compare(low, value) >= 0) return 1;
  return signAt(a.polynomial, value) === signAt(a.polynomial, low) ? 1 : -1;
}

function areEqual(a: Algebraic, b: Algebraic, budget: Budget): boolean {
  budget.spend(a.polynomial.length * b.polynomial.length, "comparing roots of polynomials");
  const common = polynomialGcd(a.polynomial, b.polynomial);
  if (degree(common) < 1) return false;
  const [one, other] = [knownInterval(a), knownInterval(b)];
  const low = compare(one.low, other.low) >= 0 ? one.low : other.low;
  const high = compare(one.high, other.high) <= 0 ? one.high : other.high;
  // A root of the common part in both intervals is both numbers; it is the only root of either polynomial there.
  return signAt(common, low) !== signAt(common, high);
}

/** Exact sign of `p` at the number. */
export function signOfPolynomialAt(
  p: IntegerPolynomial,
  x: RationalReal | Algebraic,
  budget: Budget,
): -1 | 0 | 1 {
  if (p.length === 0) return 0;
  if (x.kind === "rational") return signAt(p, x.value);
  const common = polynomialGcd(p, x.polynomial);
  if (degree(common) > 0) {
    const { low, high } = knownInterval(x);
    if (signAt(common, low) !== signAt(common, high)) return 0;
  }
  for (let bits = 32; ; bits *= 2) {
    budget.spend(p.length, "finding the sign of a polynomial at a root");
    const { low, high } = narrowed(x, bits, budget);
    const sign = signOnRange(p, low, high, bits);
    if (sign !== 0) return sign;
  }
}

/** Sign that `p` surely has between two rationals, by Horner's rule in fixed point; 0 when it cannot tell. */
export function signOnRange(p: IntegerPolynomial, low: Rational, high: Rational, bits: number): -1 | 0 | 1 {
  const precision = BigInt(bits + 8);
  const from = floorDivide(low.num << precision, low.den);
  const to = ceilDivide(high.num << precision, high.den);
  let [below, above] = [0n, 0n];
  for (let i = p.length - 1; i >= 0; i--) {
    const corners = [below * from, below * to, above * from, above * to];
    const c = coefficient(p, i) << precision;
    below = (least(corners) >> precision) + c;
    above = -(least(corners.map((corner) => -corner)) >> precision) + c;
  }
  return below > 0n ? 1 : above < 0n ? -1 : 0;
}

function least(values: readonly bigint[]): bigint {
  let best = values[0] ?? 0n;
  for (const value of values) if (value < best) best = value;
  return best;
}

/** A simple rational strictly between two rationals; undefined when there is no room. */
export function simplestInside(low: Rational | undefined, high: Rational | undefined): Rational | undefined {
  if (low === undefined && high === undefined) return integer(0);
  if (high === undefined) return integer(floor(low ?? integer(0)) + 1n);
  if (low === undefined) return integer(-floor({ num: -high.num, den: high.den }) - 1n);
  if (compare(low, high) >= 0) return undefined;
  const width = ratio(high.num * low.den - low.num * high.den, high.den * low.den);
  const quarter = { num: width.num, den: width.den * 4n };
  const add = (x: Rational, sign: bigint): Rational =>
    ratio(x.num * quarter.den + sign * quarter.num * x.den, x.den * quarter.den);
  return simplestBetween(add(low, 1n), add(high, -1n));
}
