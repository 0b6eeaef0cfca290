import { call, divide, type Expr, number, printExpr, type Rational, symbol } from "@crux/core";
import * as q from "@crux/core/exact";
import type { Atoms } from "../algebra/atoms.ts";
import { normalise } from "../algebra/normalise.ts";
import type * as poly from "../algebra/polynomial.ts";
import { Undecided } from "../algebra/undecided.ts";
import type { Piece, Reason } from "../certificate/roots-proof.ts";
import { growthOfQuotient, type Summand, summandsOf } from "./growth.ts";
import { orderAt, pieceRange, rangeOn, Stuck, slopeOn } from "./pieces.ts";
import { type End, Nowhere, type Range, range, signOfEnd, signOfRange, weakSignOfRange } from "./range.ts";
import { rangeFunction } from "./range-of.ts";
import { writeRatio } from "./short-form.ts";
import { type Smooth, valueAt } from "./smooth.ts";

/** A sum of kernels in normal form, for the proof of which summand leads; `x` is the atom of the unknown, `write` gives a summand as it is added up. */
export type KernelSum = {
  readonly atoms: Atoms;
  readonly sum: poly.Polynomial;
  readonly x: number;
  readonly write: (summand: Summand) => Expr;
};

const ZERO = { mantissa: 0n, exponent: 0 } as const;
/** Binary exponents of the places that are tried for the end of the outermost pieces. */
const PLACES = [1, 2, 3, 5, 8, 12, 17, 24, 34, 48, 68, 100, 200, 500, 1_500, 4_000] as const;

/** A piece without roots that begins at 0 (open); its other end is where the search begins. */
export function pieceAtZero(h: Smooth, kernels: KernelSum | undefined, limit: Rational | undefined): Piece {
  for (const place of PLACES) {
    const to = q.power(q.integer(2), -place);
    if (limit !== undefined && q.compare(to, limit) >= 0) continue;
    if (!h.signAt(to)) continue;
    const piece = range(ZERO, pieceRange(to, to).high);
    const reason =
      plainReason(h, piece, to, "zero") ?? orderReason(h, piece) ?? leadReason(h, kernels, piece, to, "zero");
    if (reason !== undefined) return { from: "0", to: q.printRational(to), because: reason };
  }
  throw new Stuck("the sign of the difference for small values");
}

/** A piece without roots that ends at infinity. */
export function pieceAtInfinity(h: Smooth, kernels: KernelSum | undefined, limit: Rational): Piece {
  for (const place of PLACES) {
    const from = q.power(q.integer(2), place);
    if (q.compare(from, limit) <= 0 || !h.signAt(from)) continue;
    const piece = range(pieceRange(from, from).low, "oo");
    const reason = plainReason(h, piece, from, "oo") ?? leadReason(h, kernels, piece, from, "oo");
    if (reason !== undefined) return { from: q.printRational(from), to: "oo", because: reason };
  }
  throw new Stuck("the sign of the difference for large values");
}

/** By the range of `h`, or of its slope, which must lead away from 0 towards the open end. */
function plainReason(h: Smooth, piece: Range, end: Rational, open: "zero" | "oo"): Reason | undefined {
  const value = rangeOn(h, 0, piece);
  const sign = value === undefined ? 0 : signOfRange(value);
  if (sign !== 0) return { kind: "sign", sign };
  if (value === undefined || value.partial) return undefined;
  const slope = slopeOn(h, piece, true, weakSignOfRange);
  const away = slope === undefined ? 0 : open === "oo" ? slope.sign : -slope.sign;
  return away !== 0 && h.signAt(end) === away ? slope : undefined;
}

/** Where `h` vanishes at 0 itself, which does not belong to the domain. */
function orderReason(h: Smooth, piece: Range): Reason | undefined {
  if (!h.vanishesAt(0, number(0))) return undefined;
  const order = orderAt(h, number(0));
  const slope = rangeOn(h, order, piece);
  const sign = slope === undefined || slope.partial ? 0 : signOfRange(slope);
  return sign === 0 ? undefined : { kind: "order", at: "0", order, sign };
}

/** By one summand that outweighs the others on the whole piece. */
function leadReason(
  h: Smooth,
  kernels: KernelSum | undefined,
  piece: Range,
  end: Rational,
  open: "zero" | "oo",
): Reason | undefined {
  if (kernels === undefined) return undefined;
  const summands = summandsOf(kernels.atoms, kernels.sum, kernels.x);
  if (summands.length < 2 || summands.length > 24) return undefined;
  const exprs = summands.map(kernels.write);
  const lead = largest(exprs, h.of, end);
  if (lead === undefined) return undefined;
  // The kernels have to be real on the whole piece, and the leading one without a zero.
  if (rangeOn(h, 0, piece)?.partial !== false || !isSteady(h, kernels, summands[lead], piece, open))
    return undefined;
  const rates = ratesOf(h, kernels, summands, lead, piece, open);
  if (rates === undefined) return undefined;
  const leading = exprs[lead] ?? number(0);
  const quotients = exprs.filter((_, i) => i !== lead).map((one) => call("abs", divide(one, leading)));
  const share = quotients.reduce((all, one): Expr => ({ kind: "add", left: all, right: one }));
  const rest = valueAt((x) => rangeFunction(share, h.of)(x, 64), end, 64);
  if (rest === undefined || rest.partial || !isBelowOne(rest.high)) return undefined;
  const sign = signOfRange(
    valueAt((x) => rangeFunction(leading, h.of)(x, 64), end, 64) ?? range("-oo", "oo"),
  );
  if (sign === 0) return undefined;
  return {
    kind: "lead",
    summands: exprs.map((one) => printExpr(one)),
    rates: rates.map((one) => printExpr(one)),
    lead,
    sign,
  };
}

/** Rates of growth against the leading summand, if none grows towards the open end. */
function ratesOf(
  h: Smooth,
  kernels: KernelSum,
  summands: readonly Summand[],
  lead: number,
  piece: Range,
  open: "zero" | "oo",
): Expr[] | undefined {
  const leader = summands[lead];
  if (leader === undefined) return undefined;
  const rates: Expr[] = [];
  for (const summand of summands) {
    const rate = growthOfQuotient(
      kernels.atoms,
      summand.kernels,
      leader.kernels,
      kernels.x,
      symbol(h.of),
      open,
    );
    if (rate === undefined) return undefined;
    const fading = fades(rate, h.of, piece, open) ? rate : tidied(rate, kernels);
    if (fading === undefined || (fading !== rate && !fades(fading, h.of, piece, open))) return undefined;
    rates.push(fading);
  }
  return rates;
}

/** A rate in normal form, which can have a narrower range. */
function tidied(rate: Expr, { atoms }: KernelSum): Expr | undefined {
  try {
    return writeRatio(atoms, normalise(rate, atoms).value);
  } catch (error) {
    if (error instanceof Undecided) return undefined;
    throw error;
  }
}

/** Whether the logarithm of the leading summand has a real slope on the whole piece. */
function isSteady(
  h: Smooth,
  kernels: KernelSum,
  lead: Summand | undefined,
  piece: Range,
  open: "zero" | "oo",
): boolean {
  const rate = lead && growthOfQuotient(kernels.atoms, lead.kernels, [], kernels.x, symbol(h.of), open);
  if (rate === undefined) return false;
  try {
    return !rangeFunction(rate, h.of)(piece, 64).partial;
  } catch (error) {
    if (error instanceof Nowhere) return false;
    throw error;
  }
}

/** Whether a quotient with this rate of growth does not grow towards the open end of the piece. */
function fades(rate: Expr, of: string, piece: Range, open: "zero" | "oo"): boolean {
  try {
    const value = rangeFunction(rate, of)(piece, 64);
    return !value.partial && (open === "oo" ? signOfEnd(value.high) <= 0 : signOfEnd(value.low) >= 0);
  } catch (error) {
    if (error instanceof Nowhere) return false;
    throw error;
  }
}

const isBelowOne = (end: End): boolean => typeof end === "object" && q.compare(q.toRational(end), q.one) < 0;

/** Position of the summand that is largest in size at a point. */
function largest(exprs: readonly Expr[], of: string, at: Rational): number | undefined {
  const sizes = exprs.map((one) => valueAt((x) => rangeFunction(call("abs", one), of)(x, 64), at, 64));
  let best: number | undefined;
  for (const [i, size] of sizes.entries()) {
    if (size === undefined || typeof size.low !== "object") return undefined;
    const before = best === undefined ? undefined : sizes[best]?.low;
    if (
      before === undefined ||
      typeof before !== "object" ||
      q.compare(q.toRational(size.low), q.toRational(before)) > 0
    )
      best = i;
  }
  return best;
}
