import { compareDyadics, type Dyadic, dyadicZero, signOfDyadic } from "./dyadic.ts";
import { encloseLogOfTwo, expOfPoint, logOfPoint, rootOfPoint } from "./elementary.ts";
import {
  divide,
  type Enclosure,
  encloseRational,
  enclosure,
  integerPower,
  multiply,
  NotEnclosed,
} from "./enclosure.ts";
import { isInteger, type Rational } from "./rational.ts";

/** Elementary functions on ranges: each is monotone, so its ends are the values at the ends. */

const GUARD = 8;
/** Roots of a higher degree are taken through the logarithm. */
const HIGHEST_ROOT = 32n;

const rising = (a: Enclosure, at: (point: Dyadic) => Enclosure): Enclosure =>
  compareDyadics(a.low, a.high) === 0 ? at(a.low) : { low: at(a.low).low, high: at(a.high).high };

/** e^a. */
export const exp = (a: Enclosure, bits: number): Enclosure => rising(a, (point) => expOfPoint(point, bits));

/** The natural logarithm; not enclosed where `a` may be 0 or less. */
export function log(a: Enclosure, bits: number): Enclosure {
  if (signOfDyadic(a.high) <= 0) throw new NotEnclosed("logarithm of a number that is not positive", true);
  if (signOfDyadic(a.low) <= 0)
    throw new NotEnclosed("logarithm of a number that may not be positive", false);
  return rising(a, (point) => logOfPoint(point, bits));
}

/** The logarithm to base 2; not enclosed where `a` may be 0 or less. */
export const log2 = (a: Enclosure, bits: number): Enclosure =>
  divide(log(a, bits + GUARD), encloseLogOfTwo(bits + GUARD), bits);

/** The non-negative root of a whole degree; not enclosed where `a` may be negative. */
export function root(a: Enclosure, degree: bigint, bits: number): Enclosure {
  if (signOfDyadic(a.high) < 0) throw new NotEnclosed("root of a negative number", true);
  if (signOfDyadic(a.low) < 0) throw new NotEnclosed("root of a number that may be negative", false);
  if (degree > HIGHEST_ROOT) return rationalPower(a, { num: 1n, den: degree }, bits);
  return rising(a, (point) => rootOfPoint(point, Number(degree), bits));
}

/** `base` to an exact power. A fractional power wants a base that is not negative, a negative one a base that is not 0. */
export function rationalPower(base: Enclosure, exponent: Rational, bits: number): Enclosure {
  if (isInteger(exponent)) return integerPower(base, exponent.num, bits);
  if (exponent.den <= HIGHEST_ROOT) {
    return integerPower(root(base, exponent.den, bits + GUARD), exponent.num, bits);
  }
  return realPower(base, encloseRational(exponent, bits + GUARD), bits);
}

/** `base` to a power that is only enclosed: e^(exponent log base); 0 to a positive power is 0. */
export function realPower(base: Enclosure, exponent: Enclosure, bits: number): Enclosure {
  if (signOfDyadic(base.high) < 0) throw new NotEnclosed("fractional power of a negative number", true);
  if (signOfDyadic(base.low) > 0) {
    return exp(multiply(exponent, log(base, bits + 2 * GUARD), bits + 2 * GUARD), bits);
  }
  const isPositivePower = signOfDyadic(exponent.low) > 0;
  if (signOfDyadic(base.low) < 0 || !isPositivePower) {
    throw new NotEnclosed("power of a number that may be zero or negative", false);
  }
  if (signOfDyadic(base.high) === 0) return enclosure(dyadicZero, dyadicZero);
  const top = { low: base.high, high: base.high };
  const high = exp(multiply(exponent, log(top, bits + 2 * GUARD), bits + 2 * GUARD), bits).high;
  return { low: dyadicZero, high };
}
