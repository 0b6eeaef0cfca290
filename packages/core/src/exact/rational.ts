import { assert } from "../base/assert.ts";
import { abs, bitLength, floorDivide, gcd } from "./integer.ts";

/** An exact fraction, always reduced, with a positive denominator. */
export type Rational = { readonly num: bigint; readonly den: bigint };

const make = (num: bigint, den: bigint): Rational => ({ num, den });

/** 0. */
export const zero: Rational = Object.freeze(make(0n, 1n));
/** 1. */
export const one: Rational = Object.freeze(make(1n, 1n));

/** The fraction `num / den`, reduced; `den` must not be 0. */
export function ratio(num: bigint, den: bigint): Rational {
  assert(den !== 0n, "a fraction has a non-zero denominator");
  if (den === 1n) return make(num, 1n);
  const divisor = gcd(num, den);
  const sign = den < 0n ? -1n : 1n;
  return make((sign * num) / divisor, (sign * den) / divisor);
}

/** A whole number as a fraction. */
export const integer = (n: bigint | number): Rational => make(BigInt(n), 1n);

/** `a + b`. Common factors are sought before numbers grow: what is left needs no reducing. */
export function add(a: Rational, b: Rational): Rational {
  if (a.den === 1n && b.den === 1n) return make(a.num + b.num, 1n);
  const shared = gcd(a.den, b.den);
  if (shared === 1n) return make(a.num * b.den + b.num * a.den, a.den * b.den);
  const num = a.num * (b.den / shared) + b.num * (a.den / shared);
  const again = gcd(num, shared);
  return make(num / again, (a.den / shared) * (b.den / again));
}
/** `-a`. */
export const negate = (a: Rational): Rational => make(-a.num, a.den);
/** `a - b`. */
export const subtract = (a: Rational, b: Rational): Rational => add(a, negate(b));
/** `a * b`, with common factors sought before the numbers grow. */
export function multiply(a: Rational, b: Rational): Rational {
  if (a.den === 1n && b.den === 1n) return make(a.num * b.num, 1n);
  const [left, right] = [gcd(a.num, b.den), gcd(b.num, a.den)];
  return make((a.num / left) * (b.num / right), (a.den / right) * (b.den / left));
}
/** `1 / a` for a non-zero `a`. */
export const invert = (a: Rational): Rational => {
  assert(a.num !== 0n, "only a non-zero number has an inverse");
  return a.num < 0n ? make(-a.den, -a.num) : make(a.den, a.num);
};
/** `a / b` for a non-zero `b`. */
export const divide = (a: Rational, b: Rational): Rational => multiply(a, invert(b));

/** `a` to a whole power; a negative power needs a non-zero `a`. `0^0` is 1. */
export function power(a: Rational, exponent: number): Rational {
  if (exponent < 0) return power(invert(a), -exponent);
  return make(a.num ** BigInt(exponent), a.den ** BigInt(exponent));
}

/** -1, 0 or 1. */
export const sign = (a: Rational): -1 | 0 | 1 => (a.num > 0n ? 1 : a.num < 0n ? -1 : 0);
/** Sign of `a - b`. */
export function compare(a: Rational, b: Rational): -1 | 0 | 1 {
  const left = a.num * b.den;
  const right = b.num * a.den;
  return left < right ? -1 : left > right ? 1 : 0;
}
/** Whether both are the same number. */
export const equals = (a: Rational, b: Rational): boolean => a.num === b.num && a.den === b.den;
/** Whether it is 0. */
export const isZero = (a: Rational): boolean => a.num === 0n;
/** Whether it is 1. */
export const isOne = (a: Rational): boolean => a.num === 1n && a.den === 1n;
/** Whether it is a whole number. */
export const isInteger = (a: Rational): boolean => a.den === 1n;
/** The smaller of the two. */
export const min = (a: Rational, b: Rational): Rational => (compare(a, b) <= 0 ? a : b);
/** The larger of the two. */
export const max = (a: Rational, b: Rational): Rational => (compare(a, b) >= 0 ? a : b);
/** The number half way between the two. */
export const midpoint = (a: Rational, b: Rational): Rational => divide(add(a, b), integer(2));
/** `a` without its sign. */
export const absolute = (a: Rational): Rational => make(abs(a.num), a.den);
/** Largest whole number that is at most `a`. */
export const floor = (a: Rational): bigint => floorDivide(a.num, a.den);
/** Bits that numerator and denominator take together. */
export const size = (a: Rational): number => bitLength(a.num) + bitLength(a.den);
/** Steps of a budget for work with `a` beyond what short numbers cost: to reduce a fraction takes the square of its length. */
export function digitsCost(a: Rational): number {
  const words = Math.floor(size(a) / 256);
  return words * words;
}

/** The fraction with the smallest denominator in the closed range from `low` to `high`. */
export function simplestBetween(low: Rational, high: Rational): Rational {
  assert(compare(low, high) <= 0, "a range runs from low to high");
  if (sign(low) <= 0 && sign(high) >= 0) return zero;
  if (sign(high) < 0) return negate(simplestBetween(negate(high), negate(low)));
  // The continued fractions of both ends agree up to the last partial quotient of the answer.
  let [a, b, c, d] = [low.num, low.den, high.num, high.den];
  let [p0, q0, p1, q1] = [0n, 1n, 1n, 0n];
  for (;;) {
    const whole = a / b;
    const last = whole * b === a ? whole : (whole + 1n) * d <= c ? whole + 1n : undefined;
    const quotient = last ?? whole;
    [p0, q0, p1, q1] = [p1, q1, quotient * p1 + p0, quotient * q1 + q0];
    if (last !== undefined) return make(p1, q1);
    [a, b, c, d] = [d, c - whole * d, b, a - whole * b];
  }
}

/** `7`, `-19/8`: the shortest exact text. */
export const printRational = (a: Rational): string => (a.den === 1n ? `${a.num}` : `${a.num}/${a.den}`);

const DECIMAL = /^([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d{1,6}))?$/;

/** Reads `40`, `-3/4`, `1.25`, `1e-12`; undefined for anything else. Callers bound the length of the text. */
export function parseRational(text: string): Rational | undefined {
  const [head, tail, ...more] = text.trim().split("/");
  if (head === undefined || more.length > 0) return undefined;
  const num = parseDecimal(head.trim());
  if (tail === undefined || num === undefined) return num;
  const den = parseDecimal(tail.trim());
  return den === undefined || isZero(den) ? undefined : divide(num, den);
}

function parseDecimal(text: string): Rational | undefined {
  const match = DECIMAL.exec(text);
  if (match === null) return undefined;
  const [, sign = "", whole = "", fraction = "", exponent = "0"] = match;
  if (whole === "" && fraction === "") return undefined;
  const digits = BigInt(`${whole}${fraction}`) * (sign === "-" ? -1n : 1n);
  const shift = Number(exponent) - fraction.length;
  if (Math.abs(shift) > 10_000) return undefined;
  return shift >= 0 ? integer(digits * 10n ** BigInt(shift)) : ratio(digits, 10n ** BigInt(-shift));
}

/** `a` rounded (half away from zero) to `digits` significant decimal digits, e.g. `2.3750`, `1.50e-40`. */
export function toDecimal(a: Rational, digits: number): string {
  if (isZero(a)) return digits > 1 ? `0.${"0".repeat(digits - 1)}` : "0";
  const minus = a.num < 0n ? "-" : "";
  const num = abs(a.num);
  let exponent = Math.floor((bitLength(num) - bitLength(a.den)) * Math.LOG10E * Math.LN2) - 1;
  const scaled = (e: number): bigint => {
    const shift = digits - 1 - e;
    const top = shift >= 0 ? num * 10n ** BigInt(shift) : num;
    const bottom = shift >= 0 ? a.den : a.den * 10n ** BigInt(-shift);
    return (2n * top + bottom) / (2n * bottom);
  };
  const limit = 10n ** BigInt(digits);
  while (scaled(exponent) >= limit) exponent += 1;
  const text = scaled(exponent).toString();
  if (exponent >= -30 && exponent < digits) {
    const padded = exponent < 0 ? `${"0".repeat(-exponent)}${text}` : text;
    const point = Math.max(exponent, 0) + 1;
    const tail = padded.slice(point);
    return `${minus}${padded.slice(0, point)}${tail === "" ? "" : `.${tail}`}`;
  }
  return `${minus}${text.charAt(0)}${digits > 1 ? `.${text.slice(1)}` : ""}e${exponent}`;
}
