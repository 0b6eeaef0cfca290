import { type Budget, type Expr, evaluate } from "@crux/core";
import {
  compare,
  enclosed,
  isZero,
  midpoint,
  multiply,
  parseRational,
  type Rational,
  ratio,
  sign,
  toDecimal,
} from "@crux/core/exact";
import { type Path, refuse } from "./refusal.ts";
import { isZeroNumber } from "./zero-number.ts";

/** Two fractions with a number between them, or equal to it and to each other. */
export type Range = { readonly low: Rational; readonly high: Rational };

/**
 * A number that an answer names: by a closed form without unknowns, or as the only place between two fractions at
 * which a function, whose sign can be had at every fraction there, changes its sign.
 */
export type Spot =
  | { readonly kind: "closed"; readonly expr: Expr }
  | { readonly kind: "crossing"; readonly range: Range; readonly signAt: (x: Rational) => -1 | 0 | 1 };

/** A range around the number of about `bits` significant bits, or wider if it can't be had; undefined if not real. */
export function enclose(spot: Spot, bits: number, budget: Budget): Range | undefined {
  budget.spend(bits >> 3, "enclosing a number");
  if (spot.kind === "crossing") return bisect(spot, bits, budget);
  const value = evaluate(spot.expr, new Map(), bits);
  if (value.kind === "exact") return { low: value.value, high: value.value };
  return value.kind === "enclosed" ? enclosed.endsOf(value.range) : undefined;
}

type Crossing = Extract<Spot, { kind: "crossing" }>;

/** The narrowest range that is known so far around a crossing. */
const known = new WeakMap<Crossing, Range>();

function bisect(spot: Crossing, bits: number, budget: Budget): Range {
  const { signAt } = spot;
  let { low, high } = known.get(spot) ?? spot.range;
  if (compare(low, high) === 0) return { low, high };
  const before = signAt(low);
  if (before === 0) return { low, high: low };
  while (!isNarrow(low, high, bits)) {
    budget.spend(4, "bisecting");
    const middle = midpoint(low, high);
    const here = signAt(middle);
    if (here === 0 || here === before) low = middle;
    if (here !== before) high = middle;
    if (here === 0) break;
  }
  known.set(spot, { low, high });
  return { low, high };
}

/** Looks for a crossing close to the digits that are claimed for it, where there is no need to search if they are right. */
function lookNear(spot: Crossing, decimal: string, budget: Budget): void {
  const at = parseRational(decimal);
  if (at === undefined || isZero(at) || known.has(spot)) return;
  const near = ends(at);
  const isInside = compare(spot.range.low, near.low) < 0 && compare(near.high, spot.range.high) < 0;
  if (!isInside) return;
  budget.spend(8, "looking near digits");
  const before = spot.signAt(spot.range.low);
  if (before !== 0 && spot.signAt(near.low) === before && spot.signAt(near.high) === -before)
    known.set(spot, near);
}

/** The number, widened a little more than by half of its thirtieth digit. */
function ends(at: Rational): Range {
  const wide = 10n ** BigInt(DIGITS - 1);
  const away = (by: bigint): Rational => multiply(at, ratio(wide + by, wide));
  const [one, other] = [away(-1n), away(1n)];
  return compare(one, other) < 0 ? { low: one, high: other } : { low: other, high: one };
}

/** Whether the width is less than 2^-bits of the end that is nearer to 0. */
function isNarrow(low: Rational, high: Rational, bits: number): boolean {
  const width = high.num * low.den - low.num * high.den;
  const near = sign(low) < 0 ? -high.num * low.den : low.num * high.den;
  return near > 0n && width << BigInt(bits) < near;
}

/** Sign of `a - b`; undefined where neither enclosing nor exact comparison decides. */
export function compareSpots(a: Spot, b: Spot, budget: Budget): -1 | 0 | 1 | undefined {
  for (const bits of [64, 256, 1024]) {
    const [x, y] = [enclose(a, bits, budget), enclose(b, bits, budget)];
    if (x === undefined || y === undefined) return undefined;
    if (compare(x.high, y.low) < 0) return -1;
    if (compare(y.high, x.low) < 0) return 1;
    if (compare(x.low, x.high) === 0 && compare(y.low, y.high) === 0) return compare(x.low, y.low);
    if (
      bits === 64 &&
      a.kind === "closed" &&
      b.kind === "closed" &&
      isZeroNumber({ kind: "subtract", left: a.expr, right: b.expr }, budget)
    )
      return 0;
  }
  return undefined;
}

const DIGITS = 30;

/** Refuses `decimal` unless it is the number, correctly rounded to 30 significant digits. */
export function checkDecimal(decimal: string, spot: Spot, path: Path, budget: Budget): void {
  const step = "check the decimal digits";
  if (spot.kind === "crossing") lookNear(spot, decimal, budget);
  for (const bits of [128, 256, 1024, 4096]) {
    const range = enclose(spot, bits, budget);
    if (range === undefined) refuse(step, path, "the exact form is not a real number");
    const right = toDecimal(range.low, DIGITS);
    if (right !== toDecimal(range.high, DIGITS)) continue;
    if (right !== decimal) refuse(step, path, `not ${decimal} but ${right}`);
    return;
  }
  refuse(step, path, "the digits could not be told");
}
