import { type Expr, evaluate, number, printExpr, type Rational } from "@crux/core";
import * as q from "@crux/core/exact";
import type { Piece, Reason } from "../certificate/roots-proof.ts";
import { Nowhere, type Range, range, signOfRange } from "./range.ts";
import type { Smooth } from "./smooth.ts";

/** A root that a search has found: known exactly, or alone between two rationals where the slope has a sign. */
export type Found =
  | {
      readonly kind: "exact";
      readonly at: Expr;
      readonly low: Rational;
      readonly high: Rational;
      readonly order: number;
    }
  | { readonly kind: "between"; readonly low: Rational; readonly high: Rational };

/** Pieces that touch, in ascending order, and the roots on them. */
export type Search = { readonly pieces: readonly Piece[]; readonly found: readonly Found[] };

/** Thrown when a search cannot decide; the message says what is missing. */
export class Stuck extends Error {
  override readonly name = "Stuck";
}

/** A closed formula that may be a root, with an enclosure. */
export type Hint = { readonly expr: Expr; readonly low: Rational; readonly high: Rational };

const HINT_BITS = 72;

/** An enclosure of a formula without unknowns as a hint. */
export function toHint(expr: Expr): Hint | undefined {
  const value = evaluate(expr, new Map(), HINT_BITS);
  if (value.kind === "exact") return { expr, low: value.value, high: value.value };
  return value.kind === "enclosed" ? { expr, ...q.enclosed.endsOf(value.range) } : undefined;
}

const SMALLEST = 90;

/** The closed piece from `low` to `high` as a range. */
export const pieceRange = (low: Rational, high: Rational, bits = 80): Range => {
  const { low: from, high: to } = q.enclosed.encloseRange(low, high, bits);
  return range(from, to);
};

/** The range on a piece; undefined where the formula is real nowhere on it. */
export function rangeOn(h: Smooth, order: number, piece: Range): Range | undefined {
  try {
    return h.over(order, piece);
  } catch (error) {
    if (error instanceof Nowhere) return undefined;
    throw error;
  }
}

/** Finds all roots on a closed piece at whose ends `h` is real and not 0. Throws `Stuck` when it cannot decide. */
export function searchPiece(h: Smooth, low: Rational, high: Rational, hints: readonly Hint[]): Search {
  const pieces: Piece[] = [];
  const found: Found[] = [];
  const open: (Part | Around)[] = [{ kind: "part", low, high, depth: 0 }];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (next.kind === "around") {
      pieces.push(next.piece);
      found.push({ kind: "exact", at: next.at, low: next.low, high: next.high, order: next.order });
      continue;
    }
    const { low: from, high: to, depth } = next;
    const reason = reasonFor(h, from, to, depth > 8);
    if (reason !== undefined) {
      pieces.push({ from: q.printRational(from), to: q.printRational(to), because: reason });
      if (reason.kind === "slope" && h.signAt(from) !== h.signAt(to))
        found.push({ kind: "between", low: from, high: to });
      continue;
    }
    if (depth > SMALLEST) throw new Stuck(`whether the sides touch near ${q.toDecimal(from, 8)}`);
    const around = splitAround(h, from, to, depth, hints);
    const part = (start: Rational, end: Rational): Part => ({
      kind: "part",
      low: start,
      high: end,
      depth: depth + 1,
    });
    if ("num" in around) open.push(part(around, to), part(from, around));
    else {
      if (q.compare(around.high, to) < 0) open.push(part(around.high, to));
      open.push(around);
      if (q.compare(from, around.low) < 0) open.push(part(from, around.low));
    }
  }
  return { pieces, found };
}

/** Why a piece has no root or just one; undefined when it has to be cut. */
function reasonFor(h: Smooth, low: Rational, high: Rational, tidy: boolean): Reason | undefined {
  const piece = pieceRange(low, high);
  const value = rangeOn(h, 0, piece);
  const sign = value === undefined ? 0 : signOfRange(value);
  if (sign !== 0) return { kind: "sign", sign };
  if (value === undefined || value.partial) return undefined;
  const slope = slopeOn(h, piece, tidy);
  return slope === undefined || !h.signAt(low) || !h.signAt(high) ? undefined : slope;
}

/** That the slope has one sign on a piece; by the derivative as it comes, or brought to normal form. With `weakSignOfRange` it may be 0 too. */
export function slopeOn(
  h: Smooth,
  piece: Range,
  tidy = true,
  signed: (a: Range) => -1 | 0 | 1 = signOfRange,
): (Reason & { readonly kind: "slope" }) | undefined {
  const slope = rangeOn(h, 1, piece);
  const sign = slope === undefined || slope.partial ? 0 : signed(slope);
  if (sign !== 0) return { kind: "slope", sign };
  const short = tidy ? tidySlope(h, piece) : null;
  if (short === null || short.range.partial) return undefined;
  const other = signed(short.range);
  return other === 0 ? undefined : { kind: "slope", sign: other, derivative: printExpr(short.formula) };
}

function tidySlope(h: Smooth, piece: Range): ReturnType<Smooth["tidy"]> {
  try {
    return h.tidy(1, piece);
  } catch (error) {
    if (error instanceof Nowhere) return null;
    throw error;
  }
}

/** A piece that is still to be looked at. */
type Part = {
  readonly kind: "part";
  readonly low: Rational;
  readonly high: Rational;
  readonly depth: number;
};

/** An exact root with the piece on which it is the only one. */
type Around = {
  readonly kind: "around";
  readonly at: Expr;
  readonly low: Rational;
  readonly high: Rational;
  readonly order: number;
  readonly piece: Piece;
};

/** A point inside at which `h` is not 0, or a root there with a piece of its own. */
function splitAround(
  h: Smooth,
  low: Rational,
  high: Rational,
  depth: number,
  hints: readonly Hint[],
): Rational | Around {
  // A root that no slope tells apart may be a multiple one: then it has to be known exactly.
  const inside = depth < 12 ? undefined : hints.find((hint) => isInside(hint, low, high));
  if (inside !== undefined) {
    const simple = q.simplestBetween(inside.low, inside.high);
    const rational = { expr: number(simple), low: simple, high: simple };
    if (q.size(simple) < 48 && h.vanishesAt(0, rational.expr)) return aroundRoot(h, rational, low, high);
    if (h.vanishesAt(0, inside.expr)) return aroundRoot(h, inside, low, high);
  }
  for (const [left, right] of [
    [1n, 1n],
    [2n, 1n],
    [1n, 3n],
    [5n, 2n],
  ] as const) {
    const point = between(low, high, left, right);
    const sign = h.signAt(point);
    if (sign === 0) return aroundRoot(h, { expr: number(point), low: point, high: point }, low, high);
    if (sign !== undefined) return point;
  }
  throw new Stuck(`the sign of the difference near ${q.toDecimal(low, 8)}`);
}

const isInside = (hint: Hint, low: Rational, high: Rational): boolean =>
  q.compare(low, hint.low) < 0 && q.compare(hint.high, high) < 0;

/** A short rational well inside: near the middle, or near the geometric mean of a long piece. */
function between(low: Rational, high: Rational, left: bigint, right: bigint): Rational {
  const ratio = q.sign(low) > 0 ? q.bitLength(q.floor(q.divide(high, low))) : 0;
  if (ratio > 3) {
    const exponent =
      q.bitLength(low.num) - q.bitLength(low.den) + Number((BigInt(ratio) * left) / (left + right));
    const point = q.power(q.integer(2), exponent);
    if (q.compare(low, point) < 0 && q.compare(point, high) < 0) return point;
  }
  const middle = q.divide(
    q.add(q.multiply(low, q.integer(right)), q.multiply(high, q.integer(left))),
    q.integer(left + right),
  );
  const slack = q.divide(q.subtract(high, low), q.integer(16));
  return q.simplestBetween(q.subtract(middle, slack), q.add(middle, slack));
}

const HIGHEST_ORDER = 24;

/** The widest piece found around an exact root on which it is the only one. */
function aroundRoot(h: Smooth, hint: Hint, low: Rational, high: Rational): Around {
  const order = orderAt(h, hint.expr);
  let [from, to] = [low, high];
  for (let tries = 0; tries < 120; tries++) {
    const slope = rangeOn(h, order, pieceRange(from, to));
    const sign = slope === undefined || slope.partial ? 0 : signOfRange(slope);
    if (sign !== 0 && endIsFree(h, from, low) && endIsFree(h, to, high)) {
      const because: Reason = { kind: "order", at: printExpr(hint.expr), order, sign };
      const piece = { from: q.printRational(from), to: q.printRational(to), because };
      return { kind: "around", at: hint.expr, low: from, high: to, order, piece };
    }
    from = q.compare(from, hint.low) < 0 ? closer(from, hint.low) : from;
    to = q.compare(hint.high, to) < 0 ? closer(to, hint.high) : to;
  }
  throw new Stuck(`the order of the root near ${q.toDecimal(hint.low, 8)}`);
}

// Ends inside become ends of neighbouring pieces, where the sign has to be known.
const endIsFree = (h: Smooth, end: Rational, outer: Rational): boolean =>
  q.equals(end, outer) || Math.abs(h.signAt(end) ?? 0) === 1;

/** A short rational about a quarter of the way from `to` to `from`. */
function closer(from: Rational, to: Rational): Rational {
  const gap = q.subtract(from, to);
  const [a, b] = [q.add(to, q.divide(gap, q.integer(5))), q.add(to, q.divide(gap, q.integer(3)))];
  return q.compare(a, b) < 0 ? q.simplestBetween(a, b) : q.simplestBetween(b, a);
}

/** Number of the first derivative that does not vanish at an exact root. */
export function orderAt(h: Smooth, at: Expr): number {
  let order = 1;
  while (order <= HIGHEST_ORDER && h.vanishesAt(order, at)) order += 1;
  if (order > HIGHEST_ORDER) throw new Stuck("the order of a root");
  return order;
}
