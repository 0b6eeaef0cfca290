import { addDyadics, compareDyadics, type Dyadic, dyadic, magnitude, signOfDyadic } from "./dyadic.ts";
import { add, divide, type Enclosure, enclosure, multiply, NotEnclosed, negate } from "./enclosure.ts";
import { exp, log } from "./functions.ts";

/**
 * Lambert's W: the solution w of w e^w = x, on the branch with w >= -1 (0) or w <= -1 (-1).
 * Newton's method finds an approximation; a bracket around it is kept only when the sign of w e^w - x is
 * proved at both of its ends (Corless et al., "On the Lambert W function", 1996, for the starting points).
 */
type Branch = 0 | -1;

const minusOne: Dyadic = Object.freeze({ mantissa: -1n, exponent: 0 });
const point = (a: Dyadic): Enclosure => ({ low: a, high: a });

/** W on a range: real for x >= -1/e, and on branch -1 for -1/e <= x < 0. */
export function lambert(x: Enclosure, branch: Branch, bits: number): Enclosure {
  if (branch === -1 && signOfDyadic(x.high) >= 0) {
    const certain = signOfDyadic(x.low) >= 0;
    throw new NotEnclosed("lambertw on branch -1 of a number that is not negative", certain);
  }
  // Branch 0 rises and branch -1 falls with x.
  const [first, last] = branch === 0 ? [x.low, x.high] : [x.high, x.low];
  if (residueSign(minusOne, x.high, bits + 16) === 1) {
    throw new NotEnclosed("lambertw of a number below -1/e", true);
  }
  const low = atPoint(first, branch, bits);
  return compareDyadics(x.low, x.high) === 0 ? low : { low: low.low, high: atPoint(last, branch, bits).high };
}

/** Sign of w e^w - x, or undefined when the precision does not show it. */
function residueSign(w: Dyadic, x: Dyadic, bits: number): -1 | 0 | 1 | undefined {
  const value = multiply(point(w), exp(point(w), bits), bits);
  const low = compareDyadics(value.low, x);
  const high = compareDyadics(value.high, x);
  return low === high || low > 0 ? low : high < 0 ? high : undefined;
}

function atPoint(x: Dyadic, branch: Branch, bits: number): Enclosure {
  if (signOfDyadic(x) === 0) return point(x);
  if (residueSign(minusOne, x, bits + 16) !== -1) {
    throw new NotEnclosed("lambertw of a number that may be below -1/e", false);
  }
  const guess = polish(startingPoint(x, branch), x, bits + 32);
  for (let slack = -bits; slack <= 1; slack += 6) {
    const exponent = magnitude(guess) + slack;
    const low = clamp(addDyadics(guess, { mantissa: -1n, exponent }, bits + 16, "down"), branch);
    const high = clamp(addDyadics(guess, { mantissa: 1n, exponent }, bits + 16, "up"), branch);
    if (isBracket(low, high, x, branch, bits + 32)) return enclosure(low, high);
  }
  throw new NotEnclosed("lambertw could not be bracketed", false);
}

/** On each branch, -1 is an end: a bracket never reaches beyond it. */
function clamp(w: Dyadic, branch: Branch): Dyadic {
  const side = compareDyadics(w, minusOne);
  return (branch === 0 ? side < 0 : side > 0) ? minusOne : w;
}

function isBracket(low: Dyadic, high: Dyadic, x: Dyadic, branch: Branch, bits: number): boolean {
  const [left, right] = [residueSign(low, x, bits), residueSign(high, x, bits)];
  if (left === undefined || right === undefined) return false;
  return branch === 0 ? left <= 0 && right >= 0 : left >= 0 && right <= 0;
}

/** A rough value, good to a few bits, from the shape of W near 0, near -1/e and far out. */
function startingPoint(x: Dyadic, branch: Branch): Dyadic {
  const precision = 64;
  const size = magnitude(x);
  if (branch === 0 && size < -40) return dyadic(x.mantissa, x.exponent, precision, "down");
  if (branch === 0 && size < 900) return fromNumber(startNearZero(toNumber(x)));
  if (branch === -1 && size > -900) return fromNumber(startBelow(toNumber(x)));
  const sized = branch === 0 ? point(x) : negate(point(x));
  const first = log(sized, precision);
  const second = log(branch === 0 ? first : negate(first), precision);
  return add(first, negate(second), precision).low;
}

const startNearZero = (x: number): number => {
  if (x < -0.25) return -1 + Math.sqrt(Math.max(2 * (1 + Math.E * x), 1e-30));
  return x < 3 ? Math.log1p(x) * 0.7 : Math.log(x) - Math.log(Math.log(x));
};

const startBelow = (x: number): number => {
  if (x < -0.25) return -1 - Math.sqrt(Math.max(2 * (1 + Math.E * x), 1e-30));
  return Math.log(-x) - Math.log(-Math.log(-x));
};

/** Newton's step w -> (w^2 + x e^-w) / (w + 1), repeated; the result is only an approximation. */
function polish(start: Dyadic, x: Dyadic, bits: number): Dyadic {
  let w = start;
  for (let step = 0; step < 12 + Math.log2(bits); step++) {
    if (compareDyadics(w, minusOne) === 0) return w;
    const here = point(w);
    const top = add(multiply(here, here, bits), multiply(point(x), exp(negate(here), bits), bits), bits);
    const next = divide(top, add(here, point({ mantissa: 1n, exponent: 0 }), bits), bits).low;
    if (compareDyadics(next, w) === 0) return w;
    w = next;
  }
  return w;
}

function toNumber(a: Dyadic): number {
  const short = dyadic(a.mantissa, a.exponent, 53, "down");
  return Number(short.mantissa) * 2 ** short.exponent;
}

function fromNumber(value: number): Dyadic {
  const scaled = BigInt(Math.round(value * 2 ** 48));
  return dyadic(scaled, -48, 64, "down");
}
