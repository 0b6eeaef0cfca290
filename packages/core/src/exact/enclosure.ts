import {
  addDyadics,
  compareDyadics,
  type Dyadic,
  divideDyadics,
  dyadic,
  dyadicQuotient,
  dyadicZero,
  LARGEST_EXPONENT,
  magnitude,
  maxDyadic,
  minDyadic,
  multiplyDyadics,
  negateDyadic,
  type Rounding,
  signOfDyadic,
  toRational,
} from "./dyadic.ts";
import { compare, midpoint as middle, type Rational } from "./rational.ts";

/**
 * A closed range that is proved to contain a real number, or every value of a function on a range.
 * All operations round outwards to about `bits` significant bits.
 */
export type Enclosure = { readonly low: Dyadic; readonly high: Dyadic };

/**
 * Thrown by operations on enclosures that have no real answer. `certain`: there is none anywhere in the range;
 * otherwise part of the range has one, or the number is out of reach. `evaluate` turns it into a value.
 */
export class NotEnclosed extends Error {
  override readonly name = "NotEnclosed";
  readonly certain: boolean;
  constructor(reason: string, certain: boolean) {
    super(reason);
    this.certain = certain;
  }
}

const FLOOR: Dyadic = { mantissa: 1n, exponent: -LARGEST_EXPONENT };

/** The range from `low` to `high`; numbers beyond reach are given up on, or become a range that ends at 0. */
export function enclosure(low: Dyadic, high: Dyadic): Enclosure {
  if (magnitude(high) > LARGEST_EXPONENT || magnitude(low) > LARGEST_EXPONENT) {
    throw new NotEnclosed("number too large to enclose", false);
  }
  return { low: flushed(low, "down"), high: flushed(high, "up") };
}

function flushed(a: Dyadic, rounding: Rounding): Dyadic {
  if (a.mantissa === 0n || magnitude(a) >= -LARGEST_EXPONENT) return a;
  if (rounding === "up") return signOfDyadic(a) > 0 ? FLOOR : dyadicZero;
  return signOfDyadic(a) < 0 ? negateDyadic(FLOOR) : dyadicZero;
}

/** The exact fraction as a range that holds it. */
export const encloseRational = (a: Rational, bits: number): Enclosure =>
  enclosure(dyadicQuotient(a.num, a.den, bits, "down"), dyadicQuotient(a.num, a.den, bits, "up"));

/** The range that holds everything from `low` to `high`. */
export const encloseRange = (low: Rational, high: Rational, bits: number): Enclosure =>
  enclosure(dyadicQuotient(low.num, low.den, bits, "down"), dyadicQuotient(high.num, high.den, bits, "up"));

/** The exact fractions at the two ends. */
export const endsOf = (a: Enclosure): { readonly low: Rational; readonly high: Rational } => ({
  low: toRational(a.low),
  high: toRational(a.high),
});

/** The exact fraction in the middle of the range. */
export const middleOf = (a: Enclosure): Rational => middle(toRational(a.low), toRational(a.high));

/** -1, 0 or 1 when every number in the range has that sign; undefined when the range leaves it open. */
export function signOf(a: Enclosure): -1 | 0 | 1 | undefined {
  const [low, high] = [signOfDyadic(a.low), signOfDyadic(a.high)];
  return low === high || low > 0 ? low : high < 0 ? high : undefined;
}

/** Whether the fraction lies in the range. */
export const contains = (a: Enclosure, value: Rational): boolean =>
  compare(toRational(a.low), value) <= 0 && compare(value, toRational(a.high)) <= 0;

/** Whether the range is a single number. */
export const isPoint = (a: Enclosure): boolean => compareDyadics(a.low, a.high) === 0;

/** The smallest range that holds both. */
export const hull = (a: Enclosure, b: Enclosure): Enclosure => ({
  low: minDyadic(a.low, b.low),
  high: maxDyadic(a.high, b.high),
});

/** `-a`. */
export const negate = (a: Enclosure): Enclosure => ({ low: negateDyadic(a.high), high: negateDyadic(a.low) });

/** `a + b`. */
export const add = (a: Enclosure, b: Enclosure, bits: number): Enclosure =>
  enclosure(addDyadics(a.low, b.low, bits, "down"), addDyadics(a.high, b.high, bits, "up"));

/** `a - b`. */
export const subtract = (a: Enclosure, b: Enclosure, bits: number): Enclosure => add(a, negate(b), bits);

/** `a * b`. */
export const multiply = (a: Enclosure, b: Enclosure, bits: number): Enclosure =>
  byCorners(a, b, (x, y, rounding) => multiplyDyadics(x, y, bits, rounding));

/** `a / b`; not enclosed when `b` may be 0. */
export function divide(a: Enclosure, b: Enclosure, bits: number): Enclosure {
  const sign = signOf(b);
  if (sign === 0) throw new NotEnclosed("division by zero", true);
  if (sign === undefined) throw new NotEnclosed("division by a number that may be zero", false);
  return byCorners(a, b, (x, y, rounding) => divideDyadics(x, y, bits, rounding));
}

type Corner = (x: Dyadic, y: Dyadic, rounding: Rounding) => Dyadic;

function byCorners(a: Enclosure, b: Enclosure, at: Corner): Enclosure {
  const corners = isPoint(a) && isPoint(b) ? [[a.low, b.low] as const] : pairs(a, b);
  const lows = corners.map(([x, y]) => at(x, y, "down"));
  const highs = corners.map(([x, y]) => at(x, y, "up"));
  return enclosure(lows.reduce(minDyadic), highs.reduce(maxDyadic));
}

const pairs = (a: Enclosure, b: Enclosure): readonly (readonly [Dyadic, Dyadic])[] => [
  [a.low, b.low],
  [a.low, b.high],
  [a.high, b.low],
  [a.high, b.high],
];

/** The smaller of the two. */
export const min = (a: Enclosure, b: Enclosure): Enclosure => ({
  low: minDyadic(a.low, b.low),
  high: minDyadic(a.high, b.high),
});

/** The larger of the two. */
export const max = (a: Enclosure, b: Enclosure): Enclosure => ({
  low: maxDyadic(a.low, b.low),
  high: maxDyadic(a.high, b.high),
});

/** The absolute value. */
export function absolute(a: Enclosure): Enclosure {
  if (signOfDyadic(a.low) >= 0) return a;
  if (signOfDyadic(a.high) <= 0) return negate(a);
  return { low: dyadicZero, high: maxDyadic(negateDyadic(a.low), a.high) };
}

/** `a` to a whole power of any size; a negative power is not enclosed when `a` may be 0. */
export function integerPower(a: Enclosure, exponent: bigint, bits: number): Enclosure {
  if (exponent < 0n) {
    const one = enclosure(dyadic(1n, 0, bits, "down"), dyadic(1n, 0, bits, "down"));
    return divide(one, integerPower(a, -exponent, bits + 8), bits);
  }
  const even = exponent % 2n === 0n;
  if (even) return risingPower(absolute(a), exponent, bits);
  if (signOfDyadic(a.low) >= 0) return risingPower(a, exponent, bits);
  if (signOfDyadic(a.high) <= 0) return negate(risingPower(negate(a), exponent, bits));
  return enclosure(
    negateDyadic(powerOfDyadic(negateDyadic(a.low), exponent, bits, "up")),
    powerOfDyadic(a.high, exponent, bits, "up"),
  );
}

const risingPower = (a: Enclosure, exponent: bigint, bits: number): Enclosure =>
  enclosure(powerOfDyadic(a.low, exponent, bits, "down"), powerOfDyadic(a.high, exponent, bits, "up"));

/** A non-negative number to a whole power by repeated squaring, always rounding the same way. */
function powerOfDyadic(base: Dyadic, exponent: bigint, bits: number, rounding: Rounding): Dyadic {
  const digits = exponent.toString(2);
  let result: Dyadic = { mantissa: 1n, exponent: 0 };
  for (const digit of digits) {
    result = multiplyDyadics(result, result, bits + digits.length, rounding);
    if (digit === "1") result = multiplyDyadics(result, base, bits + digits.length, rounding);
    if (magnitude(result) > LARGEST_EXPONENT) {
      if (rounding === "up") throw new NotEnclosed("number too large to enclose", false);
      return result;
    }
    result = flushed(result, rounding);
  }
  return result;
}
