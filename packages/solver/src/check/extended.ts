import { type Budget, type Expr, evaluate, nameOf, unknownsOf } from "@crux/core";
import {
  absolute,
  add,
  compare,
  type Enclosure,
  enclosed,
  integer,
  isInteger,
  isZero,
  max,
  min,
  multiply,
  NotEnclosed,
  negate,
  type Rational,
  sign,
  zero,
} from "@crux/core/exact";

/** An end of a range: a fraction, or infinite. */
export type Bound = Rational | "-oo" | "oo";

/**
 * Everything that a formula can be worth on a range of its unknown. `isReal`: it is a real number on all of the range;
 * otherwise `low` and `high` hold for what is left. `isNonzero`: it is not 0 anywhere, though an end may be 0.
 */
export type Extent = {
  readonly low: Bound;
  readonly high: Bound;
  readonly isReal: boolean;
  readonly isNonzero: boolean;
};

/** Thrown where a formula is surely real nowhere on the range, or nothing is known of it. */
class NoExtent extends Error {}

const BITS = 96;
const ALL = { low: "-oo", high: "oo" } as const;

/** The extent of a formula in one unknown; undefined if it is real nowhere, or nothing can be said. */
export function extentOf(expr: Expr, of: string, range: Extent, budget: Budget): Extent | undefined {
  try {
    return extent(expr, { of, range, budget });
  } catch (error) {
    if (error instanceof NoExtent || error instanceof NotEnclosed) return undefined;
    throw error;
  }
}

type Place = { readonly of: string; readonly range: Extent; readonly budget: Budget };

function extent(expr: Expr, place: Place): Extent {
  place.budget.spend(5, "finding the range of a formula");
  if (nameOf(expr) === place.of) return place.range;
  if (unknownsOf(expr).length === 0) return constantExtent(expr);
  const of = (part: Expr): Extent => extent(part, place);
  switch (expr.kind) {
    case "negate":
      return opposite(of(expr.of));
    case "add":
      return plus(of(expr.left), of(expr.right));
    case "subtract":
      return plus(of(expr.left), opposite(of(expr.right)));
    case "multiply":
      return times(of(expr.left), of(expr.right));
    case "divide":
      return times(of(expr.left), inverse(of(expr.right)));
    case "power":
      return power(of(expr.left), expr.right, place);
    case "call":
      return called(expr.name, expr.args.map(of));
    default:
      throw new NoExtent();
  }
}

function constantExtent(expr: Expr): Extent {
  const value = evaluate(expr, new Map(), BITS);
  if (value.kind === "exact") return point(value.value);
  if (value.kind !== "enclosed") throw new NoExtent();
  return fromEnclosure(value.range);
}

/** The extent of a single number. */
export const point = (value: Rational): Extent => ({
  low: value,
  high: value,
  isReal: true,
  isNonzero: !isZero(value),
});

const fromEnclosure = (range: Enclosure): Extent => ({
  ...enclosed.endsOf(range),
  isReal: true,
  ...nonzero(range),
});

const nonzero = (range: Enclosure): { readonly isNonzero: boolean } => {
  const found = enclosed.signOf(range);
  return { isNonzero: found === 1 || found === -1 };
};

/** An extent from its bounds; it is not 0 where the bounds leave it out. */
const between = (low: Bound, high: Bound, isReal: boolean, isNonzero = false): Extent => ({
  low,
  high,
  isReal,
  isNonzero: isNonzero || signOfBound(low) > 0 || signOfBound(high) < 0,
});

/** -1, 0 or 1. */
export const signOfBound = (bound: Bound): number =>
  bound === "oo" ? 1 : bound === "-oo" ? -1 : sign(bound);

/** Sign of `a - b`. */
export function compareBounds(a: Bound, b: Bound): number {
  if (a === b) return 0;
  if (a === "-oo" || b === "oo") return -1;
  if (a === "oo" || b === "-oo") return 1;
  return compare(a, b);
}

const least = (bounds: readonly Bound[]): Bound =>
  bounds.reduce((a, b) => (compareBounds(a, b) <= 0 ? a : b));
const most = (bounds: readonly Bound[]): Bound => bounds.reduce((a, b) => (compareBounds(a, b) >= 0 ? a : b));

const turn = (bound: Bound): Bound => (bound === "oo" ? "-oo" : bound === "-oo" ? "oo" : negate(bound));

const opposite = ({ low, high, isReal, isNonzero }: Extent): Extent => ({
  low: turn(high),
  high: turn(low),
  isReal,
  isNonzero,
});

/** A fraction of few digits that is not above, or not below, the given one. */
function rounded(value: Rational, direction: "low" | "high"): Rational {
  if (value.num.toString(16).length + value.den.toString(16).length < BITS) return value;
  return enclosed.endsOf(enclosed.encloseRational(value, BITS))[direction];
}

function addBounds(a: Bound, b: Bound, direction: "low" | "high"): Bound {
  if (a === "-oo" || b === "-oo") return direction === "low" || a !== "oo" ? "-oo" : "oo";
  if (a === "oo" || b === "oo") return "oo";
  return rounded(add(a, b), direction);
}

function plus(a: Extent, b: Extent): Extent {
  const low = addBounds(a.low, b.low, "low");
  const high = addBounds(a.high, b.high, "high");
  const isAbove = signOfBound(a.low) >= 0 && signOfBound(b.low) >= 0;
  const isBelow = signOfBound(a.high) <= 0 && signOfBound(b.high) <= 0;
  return between(low, high, a.isReal && b.isReal, (isAbove || isBelow) && (a.isNonzero || b.isNonzero));
}

function multiplyBounds(a: Bound, b: Bound, direction: "low" | "high"): Bound {
  if (signOfBound(a) === 0 || signOfBound(b) === 0) return zero;
  if (typeof a === "string" || typeof b === "string") return signOfBound(a) === signOfBound(b) ? "oo" : "-oo";
  return rounded(multiply(a, b), direction);
}

function times(a: Extent, b: Extent): Extent {
  const corners = (direction: "low" | "high"): Bound[] =>
    [a.low, a.high].flatMap((x) => [b.low, b.high].map((y) => multiplyBounds(x, y, direction)));
  return between(
    least(corners("low")),
    most(corners("high")),
    a.isReal && b.isReal,
    a.isNonzero && b.isNonzero,
  );
}

function inverse(a: Extent): Extent {
  const [low, high] = [signOfBound(a.low), signOfBound(a.high)];
  if (low === 0 && high === 0) throw new NoExtent();
  if (low < 0 && high > 0) return { ...ALL, isReal: a.isReal && a.isNonzero, isNonzero: true };
  const flip = (bound: Bound, end: "low" | "high"): Bound => {
    if (typeof bound === "string") return zero;
    if (isZero(bound)) return end === "low" ? "-oo" : "oo";
    const turned = bound.num < 0n ? { num: -bound.den, den: -bound.num } : { num: bound.den, den: bound.num };
    return rounded(turned, end);
  };
  return between(flip(a.high, "low"), flip(a.low, "high"), a.isReal && a.isNonzero, true);
}

type Monotone = (at: Enclosure) => Enclosure;

/** A growing function at an end, rounded outwards. */
function grown(
  bound: Bound,
  f: Monotone,
  direction: "low" | "high",
  far: { "-oo": Bound; oo: Bound },
): Bound {
  if (typeof bound === "string") return far[bound];
  try {
    return enclosed.endsOf(f(enclosed.encloseRational(bound, BITS)))[direction];
  } catch (error) {
    // Numbers out of reach are bounded by what comes after them.
    if (error instanceof NotEnclosed) return direction === "low" ? far["-oo"] : far.oo;
    throw error;
  }
}

const exponential = (a: Extent): Extent => {
  const far = { "-oo": zero, oo: "oo" } as const;
  const f: Monotone = (at) => enclosed.exp(at, BITS);
  return between(grown(a.low, f, "low", far), grown(a.high, f, "high", far), a.isReal, true);
};

function logarithm(a: Extent): Extent {
  if (signOfBound(a.high) <= 0) throw new NoExtent();
  const far = { "-oo": "-oo", oo: "oo" } as const;
  const f: Monotone = (at) => enclosed.log(at, BITS);
  const isCut = signOfBound(a.low) <= 0;
  const low = isCut ? "-oo" : grown(a.low, f, "low", far);
  const isReal = a.isReal && (signOfBound(a.low) > 0 || (signOfBound(a.low) === 0 && a.isNonzero));
  return between(low, grown(a.high, f, "high", far), isReal);
}

function power(base: Extent, exponent: Expr, place: Place): Extent {
  const fixed = unknownsOf(exponent).length === 0 ? evaluate(exponent, new Map(), BITS) : undefined;
  if (fixed?.kind === "exact") return fixedPower(base, fixed.value);
  return exponential(times(extent(exponent, place), logarithm(base)));
}

function fixedPower(base: Extent, exponent: Rational): Extent {
  if (isZero(exponent)) return point(integer(1));
  if (sign(exponent) < 0) return inverse(fixedPower(base, negate(exponent)));
  if (isInteger(exponent)) return wholePower(base, exponent.num);
  if (signOfBound(base.high) < 0) throw new NoExtent();
  const isReal = base.isReal && signOfBound(base.low) >= 0;
  const far = { "-oo": zero, oo: "oo" } as const;
  const f: Monotone = (at) => enclosed.rationalPower(at, exponent, BITS);
  const low = signOfBound(base.low) <= 0 ? zero : grown(base.low, f, "low", far);
  const high = signOfBound(base.high) === 0 ? zero : grown(base.high, f, "high", far);
  return between(low, high, isReal, base.isNonzero && isReal);
}

function wholePower(base: Extent, exponent: bigint): Extent {
  const f: Monotone = (at) => enclosed.integerPower(at, exponent, BITS);
  const far = { "-oo": "-oo", oo: "oo" } as const;
  if (exponent % 2n !== 0n) {
    return between(
      grown(base.low, f, "low", far),
      grown(base.high, f, "high", far),
      base.isReal,
      base.isNonzero,
    );
  }
  const size = absoluteExtent(base);
  return between(
    grown(size.low, f, "low", far),
    grown(size.high, f, "high", far),
    base.isReal,
    base.isNonzero,
  );
}

function absoluteExtent(a: Extent): Extent {
  if (signOfBound(a.low) >= 0) return a;
  if (signOfBound(a.high) <= 0) return opposite(a);
  return { ...a, low: zero, high: most([turn(a.low), a.high]) };
}

function called(name: string, args: readonly Extent[]): Extent {
  const [first, ...others] = args;
  if (first === undefined) throw new NoExtent();
  switch (name) {
    case "exp":
      return exponential(first);
    case "log":
    case "ln":
      return logarithm(first);
    case "log2":
      return times(logarithm(first), inverse(logarithm(point(integer(2)))));
    case "sqrt":
      return fixedPower(first, { num: 1n, den: 2n });
    case "abs":
      return absoluteExtent(first);
    case "max":
    case "min":
      return others.reduce((a, b) => extreme(name, a, b), first);
    default:
      throw new NoExtent();
  }
}

function extreme(name: "max" | "min", a: Extent, b: Extent): Extent {
  const pick = name === "max" ? most : least;
  return between(
    pick([a.low, b.low]),
    pick([a.high, b.high]),
    a.isReal && b.isReal,
    a.isNonzero && b.isNonzero,
  );
}

/** The range of an unknown between two ends; an end that does not belong to it and is 0 leaves 0 out. */
export function rangeBetween(low: Bound, high: Bound, isOpenAtZero: boolean): Extent {
  return between(low, high, true, isOpenAtZero && (signOfBound(low) === 0 || signOfBound(high) === 0));
}

/** A number inside of a range with ends, at which it can be cut in two; undefined where it is a single number. */
export function cutPoint(low: Bound, high: Bound): Rational | undefined {
  if (compareBounds(low, high) === 0) return undefined;
  if (typeof low === "string" && typeof high === "string") return zero;
  if (typeof high === "string")
    return typeof low === "string" ? zero : max(integer(1), multiply(absolute(low), integer(2)));
  if (typeof low === "string") return min(integer(-1), multiply(absolute(high), integer(-2)));
  return multiply(add(low, high), { num: 1n, den: 2n });
}
