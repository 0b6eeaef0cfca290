import { type Expr, number, printExpr, type Rational } from "@crux/core";
import * as q from "@crux/core/exact";
import type { Piece, Reason } from "../certificate/roots-proof.ts";
import { type Edge, order } from "./assemble.ts";
import { type KernelSum, pieceAtInfinity, pieceAtZero } from "./ends.ts";
import {
  type Found,
  type Hint,
  orderAt,
  pieceRange,
  rangeOn,
  type Search,
  Stuck,
  searchPiece,
} from "./pieces.ts";
import type { Prepared } from "./prepared.ts";
import { range, signOfEnd, signOfRange } from "./range.ts";
import { encloseReal, type Real, rationalReal, simplestBetweenReals } from "./real.ts";
import { type Smooth, smooth } from "./smooth.ts";

/** An end of a cell: of the domain, or an edge beyond which something may not be real. */
type Wall = { readonly at: Real | null; readonly edges: readonly Edge[] };

/** Covers the domain with pieces, cut where parts of the formula stop being real. Throws `Stuck` when it cannot. */
export function coverDomain(f: Prepared, h: Smooth, kernels: KernelSum, hints: readonly Hint[]): Search {
  const walls = wallsOf(f, h);
  const pieces: Piece[] = [];
  const found: Found[] = [];
  const brackets = new Map<Wall, Bracket>();
  for (let i = 0; i + 1 < walls.length; i++) {
    const [low, high] = [walls[i], walls[i + 1]];
    if (low === undefined || high === undefined) continue;
    const cell = coverCell(f, h, kernels, low, high, hints, brackets);
    pieces.push(...cell.pieces);
    found.push(...cell.found);
  }
  return { pieces, found };
}

function wallsOf(f: Prepared, h: Smooth): Wall[] {
  const { low, high } = f.domain;
  if (low === null) throw new Stuck("roots of such a formula among negative numbers without a bound");
  const walls: Wall[] = [{ at: rationalReal(low), edges: [] }];
  for (const edge of f.edges) {
    if (edge.needs === "nonzero" && isRegular(h, edge.at)) continue;
    const last = walls[walls.length - 1];
    const isSame = last?.at != null && order(last.at, edge.at, f.budget) === 0;
    if (isSame) walls[walls.length - 1] = { at: edge.at, edges: [...last.edges, edge] };
    else if (last?.at == null || order(last.at, edge.at, f.budget) < 0)
      walls.push({ at: edge.at, edges: [edge] });
  }
  const end = high === null ? null : rationalReal(high);
  const inside = end === null ? walls : walls.filter(({ at }) => at !== null && order(at, end, f.budget) < 0);
  return [...inside, { at: end, edges: [] }];
}

/** Whether a formula is real around a number. */
function isRegular(h: Smooth, at: Real): boolean {
  const { low, high } = encloseReal(at, 40, h.budget);
  const value = rangeOn(h, 0, pieceRange(low, high));
  return (
    value !== undefined && !value.partial && typeof value.low === "object" && typeof value.high === "object"
  );
}

/** The piece around a number that is not rational, with its two ends. */
type Bracket = { readonly low: Rational; readonly high: Rational; readonly piece: Piece };

function coverCell(
  f: Prepared,
  h: Smooth,
  kernels: KernelSum,
  low: Wall,
  high: Wall,
  hints: readonly Hint[],
  brackets: Map<Wall, Bracket>,
): Search {
  const sample = simplestBetweenReals(low.at ?? undefined, high.at ?? undefined, f.budget);
  const missing = missingPart(f, sample);
  const start = startOf(f, h, kernels, low, high, brackets, missing === undefined);
  const end = endOf(f, h, kernels, low, high, start.next, brackets, missing === undefined);
  const middle =
    missing === undefined
      ? searchBetween(h, start.next, end.next, hints)
      : undefinedBetween(missing, f.of, start.next, end.next, f);
  return {
    pieces: [...start.pieces, ...middle.pieces, ...end.pieces],
    found: [...start.found, ...middle.found, ...end.found],
  };
}

function searchBetween(
  h: Smooth,
  from: Rational | null,
  to: Rational | null,
  hints: readonly Hint[],
): Search {
  if (from === null || to === null) throw new Stuck("an open end of the domain");
  return q.compare(from, to) < 0 ? searchPiece(h, from, to, hints) : { pieces: [], found: [] };
}

/** A part of the formula that is not what it needs to be at a point. */
function missingPart(f: Prepared, at: Rational): Expr | undefined {
  return f.edges.find(
    ({ part, needs }) => needs !== "nonzero" && smooth(part, f.of, f.budget).signAt(at) !== 1,
  )?.part;
}

/** Pieces at one end of a cell, and where the search takes over; null where it is the open end itself. */
type Frontier = Search & { readonly next: Rational | null };
const frontier = (
  next: Rational | null,
  pieces: readonly Piece[] = [],
  found: readonly Found[] = [],
): Frontier => ({
  next,
  pieces,
  found,
});

function startOf(
  f: Prepared,
  h: Smooth,
  kernels: KernelSum,
  low: Wall,
  high: Wall,
  brackets: Map<Wall, Bracket>,
  real: boolean,
): Frontier {
  if (low.at === null) return frontier(null);
  if (low.at.kind !== "rational") {
    const known = brackets.get(low);
    if (known !== undefined) return frontier(known.high);
    const made = bracketAround(h, low.at, real);
    brackets.set(low, made);
    return frontier(made.high, [made.piece]);
  }
  const at = low.at.value;
  if (!real) return frontier(at);
  if (q.isZero(at) && low.edges.length === 0) {
    const limit = high.at === null ? undefined : encloseReal(high.at, 40, f.budget).low;
    const piece = pieceAtZero(h, kernels, limit);
    return frontier(q.parseRational(piece.to) ?? null, [piece]);
  }
  return besideRational(h, at, high.at === null ? q.add(at, q.one) : encloseReal(high.at, 40, f.budget).low);
}

function endOf(
  f: Prepared,
  h: Smooth,
  kernels: KernelSum,
  low: Wall,
  high: Wall,
  from: Rational | null,
  brackets: Map<Wall, Bracket>,
  real: boolean,
): Frontier {
  if (high.at === null) {
    if (!real) return frontier(null);
    const piece = pieceAtInfinity(h, kernels, from ?? q.zero);
    return frontier(q.parseRational(piece.from) ?? null, [piece]);
  }
  if (high.at.kind !== "rational") {
    const made = bracketAround(h, high.at, real, from ?? undefined);
    brackets.set(high, made);
    return frontier(made.low, [made.piece]);
  }
  if (!real) return frontier(high.at.value);
  return besideRational(
    h,
    high.at.value,
    from ?? (low.at === null ? q.zero : encloseReal(low.at, 40, f.budget).high),
  );
}

/** A piece that begins (or ends) at a rational wall, if `h` is zero or not real there. */
function besideRational(h: Smooth, at: Rational, towards: Rational): Frontier {
  const sign = h.signAt(at);
  if (sign === 1 || sign === -1) return frontier(at);
  let other = q.midpoint(at, towards);
  for (let tries = 0; tries < 100; tries++) {
    const [low, high] = q.compare(at, other) < 0 ? [at, other] : [other, at];
    const reason = sign === 0 ? orderBeside(h, at, low, high) : signBeside(h, low, high);
    if (reason !== undefined && h.signAt(other)) {
      const piece = { from: q.printRational(low), to: q.printRational(high), because: reason };
      const found: Found[] =
        reason.kind === "order"
          ? [{ kind: "exact", at: number(at), low: at, high: at, order: reason.order }]
          : [];
      return frontier(other, [piece], found);
    }
    other = q.midpoint(at, other);
  }
  throw new Stuck(`the sign of the difference near ${q.toDecimal(at, 8)}`);
}

function signBeside(h: Smooth, low: Rational, high: Rational): Reason | undefined {
  const value = rangeOn(h, 0, pieceRange(low, high));
  const sign = value === undefined ? 0 : signOfRange(value);
  return sign === 0 ? undefined : { kind: "sign", sign };
}

function orderBeside(h: Smooth, at: Rational, low: Rational, high: Rational): Reason | undefined {
  const order = orderAt(h, number(at));
  const slope = rangeOn(h, order, pieceRange(low, high));
  const sign = slope === undefined || slope.partial ? 0 : signOfRange(slope);
  return sign === 0 ? undefined : { kind: "order", at: printExpr(number(at)), order, sign };
}

/** A short piece around a number that is not rational, on which `h` keeps its sign wherever it is real. */
function bracketAround(h: Smooth, at: Real, real: boolean, from?: Rational): Bracket {
  for (let bits = 4; bits <= 512; bits += bits >> 1) {
    const { low, high } = encloseReal(at, bits, h.budget);
    if (from !== undefined && q.compare(low, from) <= 0) continue;
    const reason = signBeside(h, low, high);
    if (reason !== undefined)
      return { low, high, piece: { from: q.printRational(low), to: q.printRational(high), because: reason } };
  }
  throw new Stuck(`the sign of the difference where ${real ? "it stops" : "it begins"} to be real`);
}

/** Pieces on which a part is not what it needs to be. */
function undefinedBetween(
  part: Expr,
  of: string,
  from: Rational | null,
  to: Rational | null,
  f: Prepared,
): Search {
  const at = smooth(part, of, f.budget);
  const pieces: Piece[] = [];
  const open: (readonly [Rational | null, Rational | null])[] = [[from, to]];
  for (let tries = 0, next = open.pop(); next !== undefined; next = open.pop(), tries++) {
    const [low, high] = next;
    if (tries > 200) throw new Stuck("where a part of the formula is real");
    if (low !== null && high !== null && q.compare(low, high) >= 0) continue;
    if (isNeverPositive(at, low, high)) {
      const text = (end: Rational | null): string => (end === null ? "oo" : q.printRational(end));
      pieces.push({ from: text(low), to: text(high), because: { kind: "undefined", part: printExpr(part) } });
    } else {
      const ends = [low, high].map((end) => (end === null ? undefined : rationalReal(end)));
      const middle = simplestBetweenReals(ends[0], ends[1], f.budget);
      open.push([middle, high], [low, middle]);
    }
  }
  return { pieces, found: [] };
}

/** Whether a part is not positive anywhere inside: by its range, or since it is monotone and not positive at the ends. */
function isNeverPositive(part: Smooth, low: Rational | null, high: Rational | null): boolean {
  const from = low === null ? ("-oo" as const) : pieceRange(low, low).low;
  const to = high === null ? ("oo" as const) : pieceRange(high, high).high;
  const value = rangeOn(part, 0, range(from, to));
  if (value === undefined || signOfEnd(value.high) <= 0) return true;
  if (low === null || high === null) return false;
  const slope = rangeOn(part, 1, range(from, to));
  if (slope === undefined || slope.partial || signOfRange(slope) === 0) return false;
  return [part.signAt(low), part.signAt(high)].every((sign) => sign === 0 || sign === -1);
}
