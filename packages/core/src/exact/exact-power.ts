import { NotEnclosed } from "./enclosure.ts";
import { abs, bitLength, integerRoot } from "./integer.ts";
import type { Rational } from "./rational.ts";
import * as exact from "./rational.ts";

/** Numbers are not carried on exactly beyond this many bits (more than 2,000 decimal digits). */
export const EXACT_BITS = 16_384;

/**
 * `base ^ exponent` where that is a fraction of bearable length, else undefined. `0^0` is 1.
 * Throws `NotEnclosed` for 0 to a negative power and for a fractional power of a negative number.
 */
export function exactPower(base: Rational, exponent: Rational): Rational | undefined {
  if (exact.isZero(exponent)) return exact.one;
  if (exact.isZero(base)) {
    if (exact.sign(exponent) < 0) throw new NotEnclosed("division by zero", true);
    return exact.zero;
  }
  if (!exact.isInteger(exponent) && exact.sign(base) < 0) {
    throw new NotEnclosed("fractional power of a negative number", true);
  }
  const root = exactRoot(base, exponent.den);
  return root === undefined ? undefined : wholePower(root, exponent.num);
}

function wholePower(base: Rational, exponent: bigint): Rational | undefined {
  if (exact.isOne(exact.absolute(base))) return exponent % 2n === 0n ? exact.one : base;
  const growth = Math.max(bitLength(base.num), bitLength(base.den)) - 1;
  const fits = abs(exponent) * BigInt(Math.max(growth, 1)) <= BigInt(EXACT_BITS);
  return fits ? exact.power(base, Number(exponent)) : undefined;
}

/** The fraction whose `degree`-th power is `value`, for a value that is not negative unless the degree is 1. */
function exactRoot(value: Rational, degree: bigint): Rational | undefined {
  if (degree === 1n) return value;
  if (exact.sign(value) < 0) return undefined;
  const [num, den] = [wholeRoot(value.num, degree), wholeRoot(value.den, degree)];
  return num === undefined || den === undefined ? undefined : exact.ratio(num, den);
}

function wholeRoot(n: bigint, degree: bigint): bigint | undefined {
  if (n < 2n) return n;
  if (degree >= BigInt(bitLength(n))) return undefined;
  const root = integerRoot(n, Number(degree));
  return root ** degree === n ? root : undefined;
}

/** The whole exponent when `value` is a power of two, else undefined. */
export function exactLog2(value: Rational): Rational | undefined {
  const [up, down] = [bitLength(value.num) - 1, bitLength(value.den) - 1];
  const isPower = value.num === 1n << BigInt(up) && value.den === 1n << BigInt(down);
  return isPower ? exact.integer(up - down) : undefined;
}
