import { type Expr, evaluate, number, printExpr, type Rational } from "@crux/core";
import * as q from "@crux/core/exact";
import type { RootInterval } from "./descartes.ts";
import { type Found, type Hint, pieceRange } from "./pieces.ts";
import { type End, type Range, signOfRange } from "./range.ts";
import type { Located, Real } from "./real.ts";
import { type Smooth, valueAt } from "./smooth.ts";

/** The number that a search has found: a fraction or a closed form where one is proved to be it. */
export function toReal(h: Smooth, found: Found, hints: readonly Hint[], key: string): Real {
  if (found.kind === "exact") return closedReal(found.at);
  const narrow = refiner(h, found.low, found.high);
  const { low, high } = narrow(56, h.budget);
  const simple = q.simplestBetween(low, high);
  if (q.size(simple) < 48 && h.vanishesAt(0, number(simple))) return { kind: "rational", value: simple };
  for (const hint of hints) {
    // A closed form solves the equation by its derivation, and it lies where there is only one solution.
    const isInside = q.compare(found.low, hint.low) < 0 && q.compare(hint.high, found.high) < 0;
    if (isInside && q.compare(hint.low, high) <= 0 && q.compare(low, hint.high) <= 0)
      return closedReal(hint.expr, narrow);
  }
  const isolating = { low: found.low, high: found.high };
  return { kind: "located", exact: null, key, isolating, enclose: narrow };
}

/** A formula without unknowns as a number; with a faster way to enclose it where there is one. */
export function closedReal(expr: Expr, enclose?: Located["enclose"]): Real {
  if (expr.kind === "number") return { kind: "rational", value: expr.value };
  const value = enclose === undefined ? evaluate(expr, new Map(), 64) : undefined;
  if (value?.kind === "exact") return { kind: "rational", value: value.value };
  return {
    kind: "located",
    exact: expr,
    key: printExpr(expr),
    isolating: null,
    enclose: enclose ?? enclosureOf(expr),
  };
}

/** Encloses a formula without unknowns to any precision. */
export function enclosureOf(expr: Expr): Located["enclose"] {
  return (bits, budget) => {
    for (let precision = bits + 32; ; precision *= 2) {
      budget.spend(precision, "enclosing a number");
      const value = evaluate(expr, new Map(), precision);
      if (value.kind === "exact") return { low: value.value, high: value.value };
      if (value.kind !== "enclosed") continue;
      const ends = q.enclosed.endsOf(value.range);
      if (isNarrow(ends, bits)) return ends;
    }
  };
}

function isNarrow({ low, high }: RootInterval, bits: number): boolean {
  const width = q.subtract(high, low);
  return width.num << BigInt(Math.max(0, bits)) <= width.den;
}

/** Narrows the only root between two rationals, between which the slope has a sign: Newton's method on ranges. */
export function refiner(h: Smooth, low: Rational, high: Rational): Located["enclose"] {
  let known: RootInterval = { low, high };
  const rise = h.signAt(high) === 1 ? 1 : -1;
  return (bits, budget) => {
    // A step without gain costs ever more, so that a root that cannot be narrowed ends the budget.
    for (let cost = 32; !isNarrow(known, bits); ) {
      budget.spend(cost, "refining a root");
      const step = newtonStep(h, known, rise);
      const next = isMuchNarrower(step, known) ? step : bisectStep(h, step, rise);
      cost = next === known ? cost * 4 : 32;
      known = next;
    }
    return known;
  };
}

const widthOf = (a: RootInterval): Rational => q.subtract(a.high, a.low);
const isMuchNarrower = (a: RootInterval, b: RootInterval): boolean =>
  q.compare(q.multiply(widthOf(a), q.integer(2)), widthOf(b)) <= 0;

/** Bits after the point that the width of an interval leaves open. */
const knownBits = (a: RootInterval): number => {
  const width = widthOf(a);
  return q.isZero(width) ? 4096 : Math.max(0, q.bitLength(width.den) - q.bitLength(width.num));
};

function newtonStep(h: Smooth, known: RootInterval, rise: 1 | -1): RootInterval {
  const bits = 2 * knownBits(known) + 48;
  const middle = shortMiddle(known);
  const value = valueAt((x) => h.over(0, x, bits), middle, bits);
  const slope = h.over(1, pieceRange(known.low, known.high), 64);
  if (value === undefined || !isBounded(value) || !isBounded(slope) || signOfRange(slope) !== rise)
    return known;
  const top = [q.toRational(value.low), q.toRational(value.high)];
  const bottom = [q.toRational(slope.low), q.toRational(slope.high)];
  const quotients = top.flatMap((a) => bottom.map((b) => q.divide(a, b)));
  const from = q.subtract(middle, quotients.reduce(q.max));
  const to = q.subtract(middle, quotients.reduce(q.min));
  return {
    low: q.max(known.low, rounded(from, bits, "down")),
    high: q.min(known.high, rounded(to, bits, "up")),
  };
}

const isBounded = (a: Range): a is Range & { low: Exclude<End, string>; high: Exclude<End, string> } =>
  typeof a.low === "object" && typeof a.high === "object";

function rounded(x: Rational, bits: number, way: "down" | "up"): Rational {
  const scaled = x.num << BigInt(bits);
  const n = way === "down" ? q.floorDivide(scaled, x.den) : q.ceilDivide(scaled, x.den);
  return q.ratio(n, 1n << BigInt(bits));
}

const shortMiddle = (a: RootInterval): Rational => {
  const bits = knownBits(a) + 3;
  return rounded(q.midpoint(a.low, a.high), bits, "down");
};

function bisectStep(h: Smooth, known: RootInterval, rise: 1 | -1): RootInterval {
  const middle = shortMiddle(known);
  if (q.compare(middle, known.low) <= 0 || q.compare(middle, known.high) >= 0) return known;
  const sign = h.signAt(middle);
  if (sign === 0) return { low: middle, high: middle };
  if (sign === undefined) return known;
  return sign === rise ? { low: known.low, high: middle } : { low: middle, high: known.high };
}
