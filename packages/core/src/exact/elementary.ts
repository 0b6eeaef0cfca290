import { type Dyadic, dyadic, LARGEST_EXPONENT, magnitude, signOfDyadic } from "./dyadic.ts";
import { type Enclosure, enclosure, NotEnclosed } from "./enclosure.ts";
import { abs, bitLength, floorDivide, integerRoot } from "./integer.ts";

/**
 * Elementary functions at one point, in fixed-point whole-number arithmetic with every rounding error counted.
 * A fixed-point number is a whole number of units of 2^-places. Formulas: Brent & Zimmermann,
 * "Modern Computer Arithmetic", chapter 4 (argument reduction, then Taylor series).
 */

/** The range of `middle` units give or take `error`, in units of 2^-places, times 2^shift. */
const around = (middle: bigint, error: bigint, places: number, shift: number, bits: number): Enclosure =>
  enclosure(
    dyadic(middle - error, shift - places, bits, "down"),
    dyadic(middle + error, shift - places, bits, "up"),
  );

type Cached = { places: number; value: bigint };

/** A constant in fixed point, kept at the highest precision asked for so far; off by less than 2 units. */
function cachedConstant(compute: (places: number) => bigint): (places: number) => bigint {
  const cache: Cached = { places: 0, value: 0n };
  return (places) => {
    if (cache.places < places + 32) {
      cache.places = places + 64;
      cache.value = compute(cache.places);
    }
    return cache.value >> BigInt(cache.places - places);
  };
}

/** Sum of `1/(k n^k)` over odd `k`, with alternating signs for the arc tangent; off by one unit a summand. */
function inverseSeries(n: bigint, places: number, alternating: boolean): bigint {
  let term = (1n << BigInt(places)) / n;
  let total = term;
  for (let k = 3n, sign = alternating ? -1n : 1n; term !== 0n; k += 2n) {
    term /= n * n;
    total += (sign * term) / k;
    if (alternating) sign = -sign;
  }
  return total;
}

/** log 2 = 18 artanh(1/26) - 2 artanh(1/4801) + 8 artanh(1/8749). */
const logOfTwo = cachedConstant(
  (places) =>
    18n * inverseSeries(26n, places, false) -
    2n * inverseSeries(4801n, places, false) +
    8n * inverseSeries(8749n, places, false),
);

/** pi = 16 arctan(1/5) - 4 arctan(1/239). */
const piFixed = cachedConstant(
  (places) => 16n * inverseSeries(5n, places, true) - 4n * inverseSeries(239n, places, true),
);

/** A range that holds pi. */
export const enclosePi = (bits: number): Enclosure => around(piFixed(bits + 8), 2n, bits + 8, 0, bits);

/** A range that holds the natural logarithm of 2. */
export const encloseLogOfTwo = (bits: number): Enclosure => around(logOfTwo(bits + 8), 2n, bits + 8, 0, bits);

const toFixed = (a: Dyadic, places: number): bigint => {
  const shift = a.exponent + places;
  return shift >= 0 ? a.mantissa << BigInt(shift) : a.mantissa >> BigInt(-shift);
};

/** e^x at a point. */
export function expOfPoint(x: Dyadic, bits: number): Enclosure {
  if (x.mantissa === 0n) return around(1n, 0n, 0, 0, bits);
  if (magnitude(x) > 20) {
    if (signOfDyadic(x) > 0) throw new NotEnclosed("number too large to enclose", false);
    return enclosure({ mantissa: 0n, exponent: 0 }, { mantissa: 1n, exponent: -LARGEST_EXPONENT });
  }
  const places = bits + 48;
  const halvings = 8;
  const wide = places + 24;
  const fixed = toFixed(x, wide);
  const two = logOfTwo(wide);
  const doublings = floorDivide(2n * fixed + two, 2n * two);
  // |doublings| < 2^21, so 24 extra places keep the reduced argument within 2 units.
  const reduced = (fixed - doublings * two) >> 24n;
  const small = reduced >> BigInt(halvings);
  const unit = 1n << BigInt(places);
  let term = unit;
  let total = unit;
  let count = 1n;
  for (; term !== 0n; count += 1n) {
    term = (term * small) / unit / count;
    total += term;
  }
  // Each summand is off by less than 3 units, the argument by 3; a squaring multiplies that by less than 8.
  let error = 3n * count + 8n;
  for (let i = 0; i < halvings; i++) {
    total = (total * total) >> BigInt(places);
    error = 8n * error + 2n;
  }
  return around(total, error, places, Number(doublings), bits);
}

/** log x at a positive point. */
export function logOfPoint(x: Dyadic, bits: number): Enclosure {
  if (signOfDyadic(x) <= 0) throw new NotEnclosed("logarithm of a number that is not positive", true);
  const length = bitLength(x.mantissa);
  let top = x.mantissa;
  let doublings = length + x.exponent;
  const bottom = 1n << BigInt(length);
  if (5n * top < 7n * (bottom >> 1n)) {
    top <<= 1n;
    doublings -= 1;
  }
  // log x = doublings log 2 + 2 artanh(z) with z = (top - bottom) / (top + bottom), |z| < 0.18.
  const difference = top - bottom;
  if (difference === 0n && doublings === 0) return around(0n, 0n, 0, 0, bits);
  const lost = doublings === 0 ? bitLength(top + bottom) - bitLength(difference) : 0;
  const places = bits + 24 + lost;
  const unit = BigInt(places);
  const z = (abs(difference) << unit) / (top + bottom);
  const square = (z * z) >> unit;
  let odd = z;
  let total = z;
  let count = 1n;
  for (; odd !== 0n; count += 1n) {
    odd = (odd * square) >> unit;
    total += odd / (2n * count + 1n);
  }
  const whole = (BigInt(doublings) * logOfTwo(places + 24)) >> 24n;
  const series = difference < 0n ? -2n * total : 2n * total;
  return around(whole + series, 8n * count + 16n, places, 0, bits);
}

/** The non-negative `degree`-th root of a point that is not negative. */
export function rootOfPoint(x: Dyadic, degree: number, bits: number): Enclosure {
  if (signOfDyadic(x) < 0) throw new NotEnclosed("even root of a negative number", true);
  if (x.mantissa === 0n) return enclosure(x, x);
  const wanted = degree * (bits + 2) - bitLength(x.mantissa);
  let shift = Math.max(wanted, 0);
  const rest = (((x.exponent - shift) % degree) + degree) % degree;
  shift += rest;
  const scaled = x.mantissa << BigInt(shift);
  const root = integerRoot(scaled, degree);
  const exact = root ** BigInt(degree) === scaled;
  const exponent = (x.exponent - shift) / degree;
  return enclosure(
    dyadic(root, exponent, bits, "down"),
    dyadic(exact ? root : root + 1n, exponent, bits, "up"),
  );
}
