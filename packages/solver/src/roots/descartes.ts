import type { Budget, Rational } from "@crux/core";
import { compare, integer, midpoint, negate, power, ratio, zero } from "@crux/core/exact";
import {
  coefficient,
  degree,
  derivative,
  type IntegerPolynomial,
  mirrored,
  rootBoundExponent,
  shiftedByOne,
  signAt,
  signVariations,
  trimmed,
} from "./integer-polynomial.ts";

/**
 * Where one root is: `low = high` is the root itself; else it is strictly between, it is the only one there, and the
 * polynomial does not vanish at the ends.
 */
export type RootInterval = { readonly low: Rational; readonly high: Rational };

/** Whether the interval is one number. */
export const isExact = (at: RootInterval): boolean => compare(at.low, at.high) === 0;

/**
 * All positive roots of a polynomial without repeated roots, ascending, by Descartes' rule and bisection
 * (Vincent, Collins, Akritas).
 */
export function isolatePositive(p: IntegerPolynomial, budget: Budget): RootInterval[] {
  const shifted = withoutZeroRoot(p);
  const variations = signVariations(shifted);
  if (variations === 0) return [];
  if (degree(shifted) === 1) {
    const root = ratio(-coefficient(shifted, 0), coefficient(shifted, 1));
    return [{ low: root, high: root }];
  }
  if (variations === 1) return [bracketSingle(shifted, budget)];
  return bisectUnit(shifted, budget).map((one) => awayFromRoots(shifted, one, budget));
}

/** All real roots of a polynomial without repeated roots, ascending. */
export function isolateReal(p: IntegerPolynomial, budget: Budget): RootInterval[] {
  const negative = isolatePositive(mirrored(p), budget).map(({ low, high }) => ({
    low: negate(high),
    high: negate(low),
  }));
  const atZero = degree(p) > 0 && coefficient(p, 0) === 0n ? [{ low: zero, high: zero }] : [];
  return [...negative.reverse(), ...atZero, ...isolatePositive(p, budget)];
}

/** The polynomial divided by the highest power of the unknown that divides it. */
export function withoutZeroRoot(p: IntegerPolynomial): IntegerPolynomial {
  let from = 0;
  while (from < p.length && p[from] === 0n) from += 1;
  return from === 0 ? p : p.slice(from);
}

const twoTo = (exponent: number): Rational => power(integer(2), exponent);

/** Narrows the one positive root to a factor of two by bisecting the exponent. */
function bracketSingle(p: IntegerPolynomial, budget: Budget): RootInterval {
  const outside = signAt(p, twoTo(rootBoundExponent(p)));
  let low = -rootBoundExponent([...p].reverse());
  let high = rootBoundExponent(p);
  while (high - low > 1) {
    budget.spend(p.length, "bracketing a root");
    const middle = Math.floor((low + high) / 2);
    const at = signAt(p, twoTo(middle));
    if (at === 0) return { low: twoTo(middle), high: twoTo(middle) };
    if (at === outside) high = middle;
    else low = middle;
  }
  return { low: twoTo(low), high: twoTo(high) };
}

// The polynomial seen from the piece ((position, position + 1) / 2^depth) * 2^scale, mapped onto (0, 1).
type Node = { readonly polynomial: IntegerPolynomial; readonly position: bigint; readonly depth: number };

function bisectUnit(p: IntegerPolynomial, budget: Budget): RootInterval[] {
  const scale = rootBoundExponent(p);
  const place = (position: bigint, depth: number): Rational =>
    scale >= depth
      ? integer(position << BigInt(scale - depth))
      : ratio(position, 1n << BigInt(depth - scale));
  const found: RootInterval[] = [];
  const open: Node[] = [{ polynomial: stretched(p, scale), position: 0n, depth: 0 }];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    const { polynomial, position, depth } = node;
    budget.spend(polynomial.length * (1 + (polynomial.length >> 4)), "isolating roots of a polynomial");
    const variations = signVariations(shiftedByOne([...polynomial].reverse()));
    if (variations === 0) continue;
    if (variations === 1) {
      found.push({ low: place(position, depth), high: place(position + 1n, depth) });
      continue;
    }
    const left = halved(polynomial);
    let right: IntegerPolynomial = shiftedByOne(left);
    const middle = 2n * position + 1n;
    if (right[0] === 0n) {
      const root = place(middle, depth + 1);
      found.push({ low: root, high: root });
      right = right.slice(1);
    }
    open.push({ polynomial: right, position: middle, depth: depth + 1 });
    open.push({ polynomial: left, position: 2n * position, depth: depth + 1 });
  }
  return found.sort((a, b) => compare(a.low, b.low) || compare(a.high, b.high));
}

/** A multiple of `p(2^exponent x)`. */
function stretched(p: IntegerPolynomial, exponent: number): IntegerPolynomial {
  const last = degree(p);
  return p.map((c, i) => c << BigInt(exponent >= 0 ? exponent * i : -exponent * (last - i)));
}

/** A multiple of `p(x / 2)`. */
function halved(p: IntegerPolynomial): IntegerPolynomial {
  const last = degree(p);
  const half = p.map((c, i) => c << BigInt(last - i));
  return trimmed(half);
}

/** The same root between ends at which the polynomial does not vanish: an end can be another root, found exactly. */
function awayFromRoots(p: IntegerPolynomial, start: RootInterval, budget: Budget): RootInterval {
  if (isExact(start)) return start;
  let { low, high } = start;
  let [below, above] = [signAt(p, low), signAt(p, high)];
  if (below !== 0 && above !== 0) return start;
  const slope = derivative(p);
  const justAbove = below !== 0 ? below : signAt(slope, low);
  while (below === 0 || above === 0) {
    budget.spend(p.length, "separating roots of a polynomial");
    const middle = midpoint(low, high);
    const at = signAt(p, middle);
    if (at === 0) return { low: middle, high: middle };
    if (at === justAbove) [low, below] = [middle, at];
    else [high, above] = [middle, at];
  }
  return { low, high };
}
