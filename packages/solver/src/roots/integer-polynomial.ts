import { must, type Rational } from "@crux/core";
import { abs, bitLength, gcd, isZero, lcm } from "@crux/core/exact";

/** A polynomial in one unknown with whole coefficients, constant first, without trailing zeros; `[]` is 0. */
export type IntegerPolynomial = readonly bigint[];

/** The polynomial without the zeros at its end. */
export function trimmed(coefficients: readonly bigint[]): IntegerPolynomial {
  let length = coefficients.length;
  while (length > 0 && coefficients[length - 1] === 0n) length -= 1;
  return length === coefficients.length ? coefficients : coefficients.slice(0, length);
}

/** -1 for the zero polynomial. */
export const degree = (p: IntegerPolynomial): number => p.length - 1;

/** Coefficient of `x^i`, 0 beyond the degree. */
export const coefficient = (p: IntegerPolynomial, i: number): bigint => p[i] ?? 0n;

/** Leading coefficient; 0 for the zero polynomial. */
export const lead = (p: IntegerPolynomial): bigint => p[p.length - 1] ?? 0n;

/** The same roots with coprime coefficients and a positive leading one. */
export function primitive(p: IntegerPolynomial): IntegerPolynomial {
  let divisor = 0n;
  for (const c of p) {
    divisor = gcd(divisor, c);
    if (divisor === 1n) break;
  }
  const scale = lead(p) < 0n ? -divisor : divisor;
  return scale === 1n || scale === 0n ? p : p.map((c) => c / scale);
}

/** The primitive integer polynomial with the same roots as these rational coefficients, constant first. */
export function fromRationals(coefficients: readonly Rational[]): IntegerPolynomial {
  let common = 1n;
  for (const c of coefficients) if (!isZero(c)) common = lcm(common, c.den);
  return primitive(trimmed(coefficients.map((c) => c.num * (common / c.den))));
}

/** `p + q`. */
export function add(p: IntegerPolynomial, q: IntegerPolynomial): IntegerPolynomial {
  const length = Math.max(p.length, q.length);
  return trimmed(Array.from({ length }, (_, i) => coefficient(p, i) + coefficient(q, i)));
}

/** `factor * p`. */
export const scale = (p: IntegerPolynomial, factor: bigint): IntegerPolynomial =>
  factor === 0n ? [] : factor === 1n ? p : p.map((c) => c * factor);

/** `p * q`. */
export function multiply(p: IntegerPolynomial, q: IntegerPolynomial): IntegerPolynomial {
  if (p.length === 0 || q.length === 0) return [];
  if (p.length === 1) return scale(q, lead(p));
  if (q.length === 1) return scale(p, lead(q));
  const product = new Array<bigint>(p.length + q.length - 1).fill(0n);
  for (const [i, a] of p.entries()) {
    if (a === 0n) continue;
    for (const [j, b] of q.entries()) product[i + j] = (product[i + j] ?? 0n) + a * b;
  }
  return product;
}

/** `p'`. */
export const derivative = (p: IntegerPolynomial): IntegerPolynomial =>
  p.slice(1).map((c, i) => c * BigInt(i + 1));

/** `p(-x)`. */
export const mirrored = (p: IntegerPolynomial): IntegerPolynomial => p.map((c, i) => (i % 2 === 1 ? -c : c));

/** `p(x + 1)`. */
export function shiftedByOne(p: IntegerPolynomial): bigint[] {
  const shifted = [...p];
  const last = shifted.length - 2;
  for (let i = 0; i <= last; i++) {
    let carry = must(shifted[last + 1], "a coefficient within the degree");
    for (let j = last; j >= i; j--) {
      carry += must(shifted[j], "a coefficient within the degree");
      shifted[j] = carry;
    }
  }
  return shifted;
}

/** A positive multiple of `p(x + by)`, primitive: the roots move left by `by`. */
export function shiftedBy(p: IntegerPolynomial, by: Rational): IntegerPolynomial {
  let result: IntegerPolynomial = [];
  let power = 1n;
  for (let i = p.length - 1; i >= 0; i--) {
    result = add(multiply(result, [by.num, by.den]), [coefficient(p, i) * power]);
    power *= by.den;
  }
  return primitive(result);
}

/** Number of changes of sign among the non-zero coefficients: at least the number of positive roots, and of its parity. */
export function signVariations(p: IntegerPolynomial): number {
  let variations = 0;
  let last = 0n;
  for (const c of p) {
    if (c === 0n) continue;
    if (last !== 0n && c < 0n !== last < 0n) variations += 1;
    last = c;
  }
  return variations;
}

/** A positive multiple of the remainder of `a` by a non-zero `b`, primitive but for its sign. */
export function remainder(a: IntegerPolynomial, b: IntegerPolynomial): IntegerPolynomial {
  const rest = [...a];
  const divisor = lead(b);
  while (rest.length >= b.length) {
    const top = must(rest[rest.length - 1], "a leading coefficient");
    if (top !== 0n) {
      const common = gcd(top, divisor);
      const up = abs(divisor / common);
      const down = divisor < 0n ? -top / common : top / common;
      if (up !== 1n) for (let i = 0; i < rest.length; i++) rest[i] = must(rest[i], "in range") * up;
      subtractMultiple(rest, b, down, rest.length - b.length);
    }
    rest.pop();
  }
  return withoutContent(trimmed(rest));
}

function subtractMultiple(from: bigint[], p: IntegerPolynomial, factor: bigint, offset: number): void {
  for (const [i, c] of p.entries()) from[i + offset] = must(from[i + offset], "in range") - factor * c;
}

function withoutContent(p: IntegerPolynomial): IntegerPolynomial {
  const reduced = primitive(p);
  return lead(p) < 0n ? reduced.map((c) => -c) : reduced;
}

/** The primitive greatest common divisor. */
export function polynomialGcd(a: IntegerPolynomial, b: IntegerPolynomial): IntegerPolynomial {
  let [high, low] = a.length >= b.length ? [a, b] : [b, a];
  while (low.length > 0) {
    if (low.length === 1) return [1n];
    [high, low] = [low, remainder(high, low)];
  }
  return primitive(high);
}

/** `a / b` made primitive; null where `b` does not divide `a` over the rationals. */
export function exactQuotient(a: IntegerPolynomial, b: IntegerPolynomial): IntegerPolynomial | null {
  const rest = [...primitive(a)];
  const divisor = primitive(b);
  const top = lead(divisor);
  const quotient = new Array<bigint>(Math.max(0, rest.length - divisor.length + 1)).fill(0n);
  // By Gauss's lemma the quotient of primitive polynomials is whole if it exists.
  while (rest.length >= divisor.length) {
    const current = must(rest[rest.length - 1], "a leading coefficient");
    if (current % top !== 0n) return null;
    const factor = current / top;
    quotient[rest.length - divisor.length] = factor;
    if (factor !== 0n) subtractMultiple(rest, divisor, factor, rest.length - divisor.length);
    rest.pop();
  }
  return rest.some((c) => c !== 0n) ? null : primitive(trimmed(quotient));
}

/** Sign of `p(x)` at a rational `x`. */
export function signAt(p: IntegerPolynomial, x: Rational): -1 | 0 | 1 {
  if (p.length > 8 && x.num > 0n) {
    const quick = signByEnclosure(p, x);
    if (quick !== 0) return quick;
  }
  const value = numeratorAt(p, x);
  return value > 0n ? 1 : value < 0n ? -1 : 0;
}

/** `p(x)` times the denominator of `x` to the degree of `p`. */
export function numeratorAt(p: IntegerPolynomial, x: Rational): bigint {
  let value = 0n;
  let power = 1n;
  for (let i = p.length - 1; i >= 0; i--) {
    value = value * x.num + coefficient(p, i) * power;
    if (x.den !== 1n) power *= x.den;
  }
  return value;
}

// Horner's rule on a fixed-point enclosure: much cheaper than exact arithmetic in high degree; 0 when it cannot tell.
function signByEnclosure(p: IntegerPolynomial, x: Rational): -1 | 0 | 1 {
  const bits = BigInt(256 + p.length);
  const low = (x.num << bits) / x.den;
  const high = low + 1n;
  let below = 0n;
  let above = 0n;
  for (let i = p.length - 1; i >= 0; i--) {
    const c = coefficient(p, i) << bits;
    below = ((below * (below >= 0n ? low : high)) >> bits) + c;
    above = -((-above * (above >= 0n ? high : low)) >> bits) + c;
  }
  return below > 0n ? 1 : above < 0n ? -1 : 0;
}

/** A power of two, as its exponent, above the absolute value of every root of a non-zero polynomial. */
export function rootBoundExponent(p: IntegerPolynomial): number {
  // Fujiwara's bound: 2 * max |c(n-k) / c(n)|^(1/k), rounded up bit by bit.
  const top = bits(lead(p));
  let bound = 0;
  for (let k = 1; k < p.length; k++) {
    const c = coefficient(p, p.length - 1 - k);
    if (c !== 0n) bound = Math.max(bound, Math.ceil((bits(c) - top + 1) / k));
  }
  return bound + 1;
}

const bits = (n: bigint): number => bitLength(n);
