import { abs, bitLength } from "./integer.ts";
import { type Rational, ratio } from "./rational.ts";

/** The number `mantissa * 2^exponent`: what rigorous arithmetic rounds to. Zero has exponent 0. */
export type Dyadic = { readonly mantissa: bigint; readonly exponent: number };

/** Which neighbour a number that does not fit is replaced by. */
export type Rounding = "down" | "up";

/** Binary exponents beyond this are given up on; 2^(2^20) has 315,000 decimal digits. */
export const LARGEST_EXPONENT = 1 << 20;

/** 0. */
export const dyadicZero: Dyadic = Object.freeze({ mantissa: 0n, exponent: 0 });

/** `mantissa * 2^exponent` rounded to at most `bits` significant bits. */
export function dyadic(mantissa: bigint, exponent: number, bits: number, rounding: Rounding): Dyadic {
  if (mantissa === 0n) return dyadicZero;
  const excess = bitLength(mantissa) - bits;
  if (excess <= 0) return { mantissa, exponent };
  const shift = BigInt(excess);
  const down = mantissa >> shift;
  const rounded = rounding === "up" && down << shift !== mantissa ? down + 1n : down;
  return { mantissa: rounded, exponent: exponent + excess };
}

/** `num / den` rounded to `bits` significant bits; `den` must be positive. */
export function dyadicQuotient(num: bigint, den: bigint, bits: number, rounding: Rounding): Dyadic {
  if (num === 0n) return dyadicZero;
  const shift = bits + 2 - bitLength(num) + bitLength(den);
  const top = shift > 0 ? num << BigInt(shift) : num;
  const bottom = shift > 0 ? den : den << BigInt(-shift);
  let quotient = top / bottom;
  const rest = top - quotient * bottom;
  if (rest < 0n) quotient -= 1n;
  if (rest !== 0n && rounding === "up") quotient += 1n;
  return dyadic(quotient, -shift, bits, rounding);
}

/** The exact fraction that a dyadic number is. */
export const toRational = (a: Dyadic): Rational =>
  a.exponent >= 0
    ? { num: a.mantissa << BigInt(a.exponent), den: 1n }
    : ratio(a.mantissa, 1n << BigInt(-a.exponent));

/** -1, 0 or 1. */
export const signOfDyadic = (a: Dyadic): -1 | 0 | 1 => (a.mantissa > 0n ? 1 : a.mantissa < 0n ? -1 : 0);

/** Position of the highest bit: |a| lies in [2^(n-1), 2^n); minus infinity for 0. */
export const magnitude = (a: Dyadic): number =>
  a.mantissa === 0n ? Number.NEGATIVE_INFINITY : bitLength(a.mantissa) + a.exponent;

/** Sign of `a - b`. */
export function compareDyadics(a: Dyadic, b: Dyadic): -1 | 0 | 1 {
  const [mine, other] = [signOfDyadic(a), signOfDyadic(b)];
  if (mine !== other || mine === 0) return mine < other ? -1 : mine > other ? 1 : 0;
  const [high, low] = [magnitude(a), magnitude(b)];
  if (high !== low) return high > low === mine > 0 ? 1 : -1;
  const shift = Math.min(a.exponent, b.exponent);
  const left = a.mantissa << BigInt(a.exponent - shift);
  const right = b.mantissa << BigInt(b.exponent - shift);
  return left < right ? -1 : left > right ? 1 : 0;
}

/** The smaller of the two. */
export const minDyadic = (a: Dyadic, b: Dyadic): Dyadic => (compareDyadics(a, b) <= 0 ? a : b);
/** The larger of the two. */
export const maxDyadic = (a: Dyadic, b: Dyadic): Dyadic => (compareDyadics(a, b) >= 0 ? a : b);
/** `-a`. */
export const negateDyadic = (a: Dyadic): Dyadic => ({ mantissa: -a.mantissa, exponent: a.exponent });

/** `a + b`, rounded; when one is negligible beside the other only a bit of it is added. */
export function addDyadics(a: Dyadic, b: Dyadic, bits: number, rounding: Rounding): Dyadic {
  if (a.mantissa === 0n) return dyadic(b.mantissa, b.exponent, bits, rounding);
  if (b.mantissa === 0n) return dyadic(a.mantissa, a.exponent, bits, rounding);
  const [big, small] = magnitude(a) >= magnitude(b) ? [a, b] : [b, a];
  const floor = magnitude(big) - 2 * bits - 8;
  const tiny = magnitude(small) < floor && floor < big.exponent;
  // A negligible summand only matters through its sign, and only when it points the way of the rounding.
  if (tiny) return nudge(big, signOfDyadic(small), floor, bits, rounding);
  const shift = Math.min(a.exponent, b.exponent);
  const total = (a.mantissa << BigInt(a.exponent - shift)) + (b.mantissa << BigInt(b.exponent - shift));
  return dyadic(total, shift, bits, rounding);
}

function nudge(big: Dyadic, direction: number, floor: number, bits: number, rounding: Rounding): Dyadic {
  const step = rounding === "up" ? (direction > 0 ? 1n : 0n) : direction < 0 ? -1n : 0n;
  return dyadic((big.mantissa << BigInt(big.exponent - floor)) + step, floor, bits, rounding);
}

/** `a * b`, rounded. */
export const multiplyDyadics = (a: Dyadic, b: Dyadic, bits: number, rounding: Rounding): Dyadic =>
  dyadic(a.mantissa * b.mantissa, a.exponent + b.exponent, bits, rounding);

/** `a / b` for a non-zero `b`, rounded. */
export function divideDyadics(a: Dyadic, b: Dyadic, bits: number, rounding: Rounding): Dyadic {
  const flip = b.mantissa < 0n;
  const quotient = dyadicQuotient(flip ? -a.mantissa : a.mantissa, abs(b.mantissa), bits, rounding);
  return quotient.mantissa === 0n
    ? quotient
    : { mantissa: quotient.mantissa, exponent: quotient.exponent + a.exponent - b.exponent };
}
