import { must } from "../base/assert.ts";
import type { Rational } from "./rational.ts";
import * as exact from "./rational.ts";

/** A polynomial in one unknown: coefficients from the constant upwards, the last one not 0; empty for 0. */
export type Polynomial = readonly Rational[];

const trimmed = (coefficients: readonly Rational[]): Polynomial => {
  const last = coefficients.findLastIndex((one) => !exact.isZero(one));
  return coefficients.slice(0, last + 1);
};

const at = (p: Polynomial, index: number): Rational => p[index] ?? exact.zero;
const lead = (p: Polynomial): Rational =>
  must(p.at(-1), "a polynomial that is not 0 has a leading coefficient");

/** The polynomial that is `value` everywhere. */
export const constantPolynomial = (value: Rational): Polynomial => trimmed([value]);
/** The polynomial `x`. */
export const identityPolynomial: Polynomial = Object.freeze([exact.zero, exact.one]);

/** `p + q`. */
export const addPolynomials = (p: Polynomial, q: Polynomial): Polynomial =>
  trimmed(Array.from({ length: Math.max(p.length, q.length) }, (_, i) => exact.add(at(p, i), at(q, i))));

/** `by * p`. */
export const scalePolynomial = (p: Polynomial, by: Rational): Polynomial =>
  trimmed(p.map((one) => exact.multiply(one, by)));

/** `p * q`. */
export function multiplyPolynomials(p: Polynomial, q: Polynomial): Polynomial {
  const product: Rational[] = Array.from({ length: Math.max(p.length + q.length - 1, 0) }, () => exact.zero);
  for (const [i, a] of p.entries()) {
    for (const [j, b] of q.entries()) product[i + j] = exact.add(at(product, i + j), exact.multiply(a, b));
  }
  return trimmed(product);
}

/** The value of the polynomial at a fraction (Horner's rule). */
export const valueAt = (p: Polynomial, x: Rational): Rational =>
  p.reduceRight((value, one) => exact.add(exact.multiply(value, x), one), exact.zero);

/** The derivative. */
export const derivative = (p: Polynomial): Polynomial =>
  trimmed(p.slice(1).map((one, i) => exact.multiply(one, exact.integer(i + 1))));

/** Quotient and remainder of `p / q`, for a `q` that is not 0. */
function dividePolynomials(p: Polynomial, q: Polynomial): readonly [Polynomial, Polynomial] {
  const top = exact.invert(lead(q));
  let rest = p;
  const quotient: Rational[] = Array.from({ length: Math.max(p.length - q.length + 1, 0) }, () => exact.zero);
  while (rest.length >= q.length) {
    const shift = rest.length - q.length;
    const factor = exact.multiply(lead(rest), top);
    quotient[shift] = factor;
    const taken = rest.map((one, i) => exact.subtract(one, exact.multiply(factor, at(q, i - shift))));
    rest = trimmed(taken.slice(0, -1));
  }
  return [trimmed(quotient), rest];
}

/** `p` with each of its roots once: `p / gcd(p, p')`. */
export function squarefreePart(p: Polynomial): Polynomial {
  let [a, b] = [p, derivative(p)];
  while (b.length > 0) [a, b] = [b, monic(dividePolynomials(a, b)[1])];
  return a.length === 0 ? p : dividePolynomials(p, a)[0];
}

const monic = (p: Polynomial): Polynomial =>
  p.length === 0 ? p : scalePolynomial(p, exact.absolute(exact.invert(lead(p))));

/** Sturm's sequence of a polynomial without repeated roots. */
export function sturmSequence(p: Polynomial): readonly Polynomial[] {
  const sequence = [p, derivative(p)];
  for (;;) {
    const [a, b] = [sequence.at(-2), sequence.at(-1)];
    if (a === undefined || b === undefined || b.length === 0) return sequence.filter((one) => one.length > 0);
    sequence.push(scalePolynomial(monic(dividePolynomials(a, b)[1]), exact.integer(-1)));
  }
}

/** How many roots lie in the half-open range from `low` (excluded) to `high` (included). */
export const countRoots = (sequence: readonly Polynomial[], low: Rational, high: Rational): number =>
  signChanges(sequence, low) - signChanges(sequence, high);

function signChanges(sequence: readonly Polynomial[], x: Rational): number {
  const signs = sequence.map((p) => exact.sign(valueAt(p, x))).filter((sign) => sign !== 0);
  return signs.filter((sign, i) => i > 0 && sign !== signs[i - 1]).length;
}

/** A whole number that all roots are smaller than, up to sign (Cauchy's bound). */
export function rootBound(p: Polynomial): Rational {
  const top = exact.absolute(exact.invert(lead(p)));
  const largest = p.map((one) => exact.multiply(exact.absolute(one), top)).reduce(exact.max);
  return exact.integer(exact.floor(largest) + 2n);
}
