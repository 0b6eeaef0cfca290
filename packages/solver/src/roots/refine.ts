import type { Budget, Rational } from "@crux/core";
import { bitLength, ceilDivide, compare, floorDivide, negate, ratio, sign, subtract } from "@crux/core/exact";
import type { RootInterval } from "./descartes.ts";
import { coefficient, type IntegerPolynomial, mirrored, numeratorAt, signAt } from "./integer-polynomial.ts";

/**
 * The same root of `p` in an interval of width at most `2^-bits`, or exactly where it falls on a tried point.
 * Quadratic interval refinement: a secant guess, proved by signs, squares the gain each time it succeeds.
 */
export function refine(p: IntegerPolynomial, at: RootInterval, bits: number, budget: Budget): RootInterval {
  if (compare(at.low, at.high) === 0 || isNarrow(at, bits)) return at;
  if (sign(at.low) < 0) {
    const positive = refine(mirrored(p), { low: negate(at.high), high: negate(at.low) }, bits, budget);
    return { low: negate(positive.high), high: negate(positive.low) };
  }
  const grid = bits + 1;
  const start = onGrid(p, at, grid);
  return start.kind === "done" ? start.interval : refineOnGrid(p, start.low, start.high, grid, budget);
}

function isNarrow({ low, high }: RootInterval, bits: number): boolean {
  const width = subtract(high, low);
  return bits >= 0 ? width.num << BigInt(bits) <= width.den : width.num <= width.den << BigInt(-bits);
}

type Start =
  | { readonly kind: "done"; readonly interval: RootInterval }
  | { readonly kind: "grid"; readonly low: bigint; readonly high: bigint };

const onScale = (x: bigint, grid: number): Rational =>
  grid >= 0 ? ratio(x, 1n << BigInt(grid)) : ratio(x << BigInt(-grid), 1n);

/** Moves the ends inwards onto whole multiples of `2^-grid`, keeping the root inside. */
function onGrid(p: IntegerPolynomial, at: RootInterval, grid: number): Start {
  const up = (x: Rational): [bigint, bigint] =>
    grid >= 0 ? [x.num << BigInt(grid), x.den] : [x.num, x.den << BigInt(-grid)];
  const low = ceilDivide(...up(at.low));
  const high = floorDivide(...up(at.high));
  const [first, last] = [onScale(low, grid), onScale(high, grid)];
  const [below, above] = [signAt(p, at.low), signAt(p, at.high)];
  const [atFirst, atLast] = [signAt(p, first), signAt(p, last)];
  if (atFirst === 0) return { kind: "done", interval: { low: first, high: first } };
  if (atLast === 0) return { kind: "done", interval: { low: last, high: last } };
  if (low > high || (atFirst !== below && low <= high))
    return { kind: "done", interval: { low: at.low, high: first } };
  if (atLast !== above) return { kind: "done", interval: { low: last, high: at.high } };
  return { kind: "grid", low, high };
}

/** Approximate value and proved sign of `p(x / 2^grid)` for `x >= 0`. */
type Sample = { readonly value: bigint; readonly sign: -1 | 0 | 1 };

function sampler(p: IntegerPolynomial, grid: number): (x: bigint) => Sample {
  if (grid < 0) {
    return (x) => {
      const value = numeratorAt(p, onScale(x, grid));
      return { value, sign: value > 0n ? 1 : value < 0n ? -1 : 0 };
    };
  }
  const precision = BigInt(grid + 2 * bitLength(BigInt(p.length)) + 40);
  const up = precision - BigInt(grid);
  return (x) => {
    const point = x << up;
    let [below, above] = [0n, 0n];
    for (let i = p.length - 1; i >= 0; i--) {
      const c = coefficient(p, i) << precision;
      below = ((below * point) >> precision) + c;
      above = -((-above * point) >> precision) + c;
    }
    const value = (below + above) / 2n;
    if (below > 0n) return { value, sign: 1 };
    if (above < 0n) return { value, sign: -1 };
    return { value, sign: signAt(p, onScale(x, grid)) };
  };
}

function refineOnGrid(
  p: IntegerPolynomial,
  from: bigint,
  to: bigint,
  grid: number,
  budget: Budget,
): RootInterval {
  const sample = sampler(p, grid);
  let [low, high] = [from, to];
  let [below, above] = [sample(low), sample(high)];
  const exactly = (x: bigint): RootInterval => ({ low: onScale(x, grid), high: onScale(x, grid) });
  const look = (x: bigint): boolean => {
    budget.spend(p.length, "refining a root");
    const at = sample(x);
    if (at.sign === 0) {
      [low, high] = [x, x];
      return true;
    }
    if (at.sign === below.sign) [low, below] = [x, at];
    else [high, above] = [x, at];
    return false;
  };
  let gain = 2n;
  while (high - low > 1n) {
    const width = high - low;
    if (look(low + width / 2n)) return exactly(low);
    const guess = secant(low, high, below.value, above.value);
    const step = width >> gain;
    const [left, right] = [guess - step - 1n, guess + step + 1n];
    if (left > low && left < high && look(left)) return exactly(low);
    if (right > low && right < high && look(right)) return exactly(low);
    gain = high - low <= 2n * step + 2n ? gain * 2n : gain > 2n ? gain / 2n : 2n;
  }
  return { low: onScale(low, grid), high: onScale(high, grid) };
}

function secant(low: bigint, high: bigint, below: bigint, above: bigint): bigint {
  const fall = below - above;
  return fall === 0n ? (low + high) / 2n : low + ((high - low) * below) / fall;
}
