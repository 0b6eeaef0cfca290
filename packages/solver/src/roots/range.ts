import type { Rational } from "@crux/core";
import {
  type Dyadic,
  type Enclosure,
  enclosed,
  integer,
  isInteger,
  NotEnclosed,
  sign,
} from "@crux/core/exact";

/** An end of a range: a number or infinite. */
export type End = Dyadic | "-oo" | "oo";

/**
 * A range that holds every value of a formula on a piece, wherever the formula is real there. Ends may be infinite.
 * `partial` says that the formula may not be real, or not continuous, somewhere on the piece.
 */
export type Range = { readonly low: End; readonly high: End; readonly partial: boolean };

/** Thrown where a formula is real nowhere on a piece. */
export class Nowhere extends Error {
  override readonly name = "Nowhere";
}

const ZERO: Dyadic = Object.freeze({ mantissa: 0n, exponent: 0 });
const HUGE: Dyadic = Object.freeze({ mantissa: 1n, exponent: 1 << 19 });

/** The numbers from `low` to `high`; `partial` where the expression is not real everywhere. */
export const range = (low: End, high: End, partial = false): Range => ({ low, high, partial });
/** The range of an enclosure. */
export const fromEnclosure = (a: Enclosure, partial = false): Range => ({
  low: a.low,
  high: a.high,
  partial,
});
/** Everything. */
export const everything = (partial: boolean): Range => range("-oo", "oo", partial);

const isNumber = (end: End): end is Dyadic => typeof end === "object";
const point = (end: Dyadic): Enclosure => ({ low: end, high: end });

/** Sign of an end. */
export const signOfEnd = (end: End): -1 | 0 | 1 =>
  end === "oo" ? 1 : end === "-oo" ? -1 : end.mantissa > 0n ? 1 : end.mantissa < 0n ? -1 : 0;

/** 1 or -1 when every number in the range has that sign, 0 when the range leaves it open. */
export const signOfRange = (a: Range): -1 | 0 | 1 =>
  signOfEnd(a.low) > 0 ? 1 : signOfEnd(a.high) < 0 ? -1 : 0;

/** The same where the range may touch 0. */
export const weakSignOfRange = (a: Range): -1 | 0 | 1 =>
  signOfEnd(a.low) >= 0 ? 1 : signOfEnd(a.high) <= 0 ? -1 : 0;

const areNumbers = (a: Range): a is Range & Enclosure => isNumber(a.low) && isNumber(a.high);

/** `-end`. */
export const negateEnd = (end: End): End =>
  end === "oo" ? "-oo" : end === "-oo" ? "oo" : { mantissa: -end.mantissa, exponent: end.exponent };
/** All `-x`. */
export const negate = (a: Range): Range => range(negateEnd(a.high), negateEnd(a.low), a.partial);

function compareEnds(a: End, b: End): number {
  if (a === b) return 0;
  if (a === "-oo" || b === "oo") return -1;
  if (a === "oo" || b === "-oo") return 1;
  return (
    signOfEnd(enclosed.subtract(point(a), point(b), 32).low) ||
    signOfEnd(enclosed.subtract(point(a), point(b), 32).high)
  );
}
const least = (ends: readonly End[]): End => ends.reduce((a, b) => (compareEnds(a, b) <= 0 ? a : b));
const most = (ends: readonly End[]): End => ends.reduce((a, b) => (compareEnds(a, b) >= 0 ? a : b));

/** All `x + y`, rounded outwards to `bits`. */
export function add(a: Range, b: Range, bits: number): Range {
  const partial = a.partial || b.partial;
  if (areNumbers(a) && areNumbers(b)) return attempt(() => enclosed.add(a, b, bits), partial);
  const low = isNumber(a.low) && isNumber(b.low) ? enclosed.add(point(a.low), point(b.low), bits).low : "-oo";
  const high =
    isNumber(a.high) && isNumber(b.high) ? enclosed.add(point(a.high), point(b.high), bits).high : "oo";
  return range(low, high, partial);
}

/** A number out of reach makes the range infinite on both sides. */
function attempt(compute: () => Enclosure, partial: boolean): Range {
  try {
    return fromEnclosure(compute(), partial);
  } catch (error) {
    if (error instanceof NotEnclosed) return everything(partial);
    throw error;
  }
}

/** All `x * y`, rounded outwards to `bits`. */
export function multiply(a: Range, b: Range, bits: number): Range {
  const partial = a.partial || b.partial;
  if (areNumbers(a) && areNumbers(b)) return attempt(() => enclosed.multiply(a, b, bits), partial);
  const corners = [a.low, a.high].flatMap((x) => [b.low, b.high].map((y) => corner(x, y, bits)));
  return range(least(corners.map(([low]) => low)), most(corners.map(([, high]) => high)), partial);
}

// Values at an infinite end are finite all the same, so that 0 times infinity contributes 0.
function corner(x: End, y: End, bits: number): readonly [End, End] {
  const sign = signOfEnd(x) * signOfEnd(y);
  if (sign === 0) return [ZERO, ZERO];
  if (isNumber(x) && isNumber(y)) {
    const product = attempt(() => enclosed.multiply(point(x), point(y), bits), false);
    return [product.low, product.high];
  }
  return sign > 0 ? ["oo", "oo"] : ["-oo", "-oo"];
}

/** `1 / a`; a range with 0 inside gives everything, one with 0 at an end is taken to leave it out. */
export function invert(a: Range, bits: number): Range {
  const [low, high] = [signOfEnd(a.low), signOfEnd(a.high)];
  if (low === 0 && high === 0) throw new Nowhere("division by zero");
  if (low < 0 && high > 0) return everything(true);
  const one: Enclosure = { low: { mantissa: 1n, exponent: 0 }, high: { mantissa: 1n, exponent: 0 } };
  const inverse = (end: End, rounding: "low" | "high"): End => {
    if (!isNumber(end)) return ZERO;
    if (end.mantissa === 0n) return low < 0 ? "-oo" : "oo";
    return enclosed.divide(one, point(end), bits)[rounding];
  };
  return range(inverse(a.high, "low"), inverse(a.low, "high"), a.partial);
}

/** A rising function at both ends of a range; `at` may fail beyond reach. */
function rising(a: Range, at: (x: Enclosure) => Enclosure, below: End, above: End, beyond: End): Range {
  const value = (end: End, rounding: "low" | "high"): End => {
    if (end === "-oo") return below;
    if (end === "oo") return above;
    try {
      return at(point(end))[rounding];
    } catch (error) {
      if (!(error instanceof NotEnclosed)) throw error;
      return rounding === "high" ? above : signOfEnd(end) > 0 ? beyond : below;
    }
  };
  return range(value(a.low, "low"), value(a.high, "high"), a.partial);
}

/** All `exp(x)`, rounded outwards to `bits`. */
export const exp = (a: Range, bits: number): Range =>
  rising(a, (x) => enclosed.exp(x, bits), ZERO, "oo", HUGE);

/** The natural logarithm where the range is positive. */
export function log(a: Range, bits: number): Range {
  if (signOfEnd(a.high) <= 0) throw new Nowhere("logarithm of a number that is not positive");
  const low = signOfEnd(a.low);
  const inside = low > 0 ? a : range(ZERO, a.high, a.partial || low < 0);
  if (low > 0) return rising(inside, (x) => enclosed.log(x, bits), "-oo", "oo", "-oo");
  const top = rising(range(a.high, a.high), (x) => enclosed.log(x, bits), "-oo", "oo", "-oo");
  return range("-oo", top.high, inside.partial);
}

/** `a` to an exact power. */
export function powerOf(a: Range, exponent: Rational, bits: number): Range {
  if (sign(exponent) === 0) return fromEnclosure(enclosed.encloseRational(integer(1), bits), a.partial);
  if (sign(exponent) < 0) return invert(powerOf(a, { num: -exponent.num, den: exponent.den }, bits), bits);
  const at = (x: Enclosure): Enclosure => enclosed.rationalPower(x, exponent, bits);
  if (isInteger(exponent)) {
    if (exponent.num % 2n !== 0n) return rising(a, at, "-oo", "oo", HUGE);
    if (signOfEnd(a.low) >= 0) return rising(a, at, ZERO, "oo", HUGE);
    if (signOfEnd(a.high) <= 0) return rising(negate(a), at, ZERO, "oo", HUGE);
    const size = most([negateEnd(a.low), a.high]);
    return rising(range(ZERO, size, a.partial), at, ZERO, "oo", HUGE);
  }
  if (signOfEnd(a.high) < 0) throw new Nowhere("root of a negative number");
  const inside = signOfEnd(a.low) >= 0 ? a : range(ZERO, a.high, true);
  return rising(inside, at, ZERO, "oo", HUGE);
}

/** All `|x|`. */
export const absolute = (a: Range): Range =>
  signOfEnd(a.low) >= 0
    ? a
    : signOfEnd(a.high) <= 0
      ? negate(a)
      : range(ZERO, most([negateEnd(a.low), a.high]), a.partial);

/** All `min(x, y)`. */
export const minimum = (a: Range, b: Range): Range =>
  range(least([a.low, b.low]), least([a.high, b.high]), a.partial || b.partial);
