import { bitLength, ceilDivide, floorDivide, lcm } from "./integer.ts";
import type { Polynomial } from "./polynomial.ts";
import { absolute, min, type Rational, ratio } from "./rational.ts";

/**
 * Narrows the only root of `p` strictly between two positive or two negative numbers, at which `p` has opposite signs,
 * to about `bits` significant bits: secant guesses on a grid of binary fractions, proved by exact signs. Each success
 * squares the gain of the next guess. Gives both ends equal where the root falls on the grid.
 */
export function narrowRoot(
  p: Polynomial,
  low: Rational,
  high: Rational,
  bits: number,
): readonly [Rational, Rational] {
  const least = min(absolute(low), absolute(high));
  const grid = BigInt(Math.max(bits + bitLength(least.den) - bitLength(least.num) + 2, 1));
  const place = (x: bigint): Rational => ratio(x, 1n << grid);
  const at = onGrid(p, grid);
  let left = ceilDivide(low.num << grid, low.den);
  let right = floorDivide(high.num << grid, high.den);
  const isPositive = at(floorDivide(high.num << grid, high.den)) > 0n;
  let [below, above] = [at(left), at(right)];
  if (below === 0n) return [place(left), place(left)];
  if (above === 0n) return [place(right), place(right)];
  // A root between an end and the grid is narrow enough already.
  if (left > right || below > 0n === above > 0n) return [low, high];
  const look = (x: bigint): boolean => {
    const value = at(x);
    if (value === 0n) [left, right] = [x, x];
    else if (value > 0n === isPositive) [right, above] = [x, value];
    else [left, below] = [x, value];
    return value === 0n;
  };
  for (let gain = 2n; right - left > 1n; ) {
    if (look((left + right) / 2n)) break;
    const step = (right - left) >> gain;
    const guess = left + ((right - left) * below) / (below - above);
    const around = [guess - step - 1n, guess + step + 1n].filter((x) => left < x && x < right);
    if (around.some((x) => left < x && x < right && look(x))) break;
    gain = right - left <= 2n * step + 2n ? gain * 2n : gain > 2n ? gain / 2n : 2n;
  }
  return [place(left), place(right)];
}

/** A positive multiple of `p(x / 2^grid)`, by Horner's rule. */
function onGrid(p: Polynomial, grid: bigint): (x: bigint) => bigint {
  const common = p.reduce((all, { den }) => lcm(all, den), 1n);
  const coefficients = p.map(({ num, den }) => num * (common / den)).toReversed();
  return (x) => {
    let value = 0n;
    let shift = 0n;
    for (const c of coefficients) {
      value = value * x + (c << shift);
      shift += grid;
    }
    return value;
  };
}
