import type { Expr } from "@crux/core";
import * as core from "@crux/core";
import * as exact from "@crux/core/exact";
import { type Atoms, dependsOn, unknownAtom } from "../algebra/atoms.ts";
import { normalise } from "../algebra/normalise.ts";
import type { Polynomial } from "../algebra/polynomial.ts";
import * as poly from "../algebra/polynomial.ts";
import { type Ratio, ratio } from "../algebra/ratio.ts";
import { sumToExpr, toExpr } from "../algebra/to-expr.ts";

/** `slope * x + start` (over a common factor that is positive or does not matter), in unknowns other than `x`. */
export type SymbolicLine = {
  readonly slope: Polynomial;
  readonly start: Polynomial;
  readonly over: Polynomial;
};

/** The formula as a straight line in `x`, or null where it is none. May throw `Undecided` or `Spent`. */
export function toSymbolicLine(expr: Expr, x: string, atoms: Atoms): SymbolicLine | null {
  const { value } = normalise(expr, atoms);
  const atom = unknownAtom(atoms, x);
  const hides = (p: Polynomial): boolean =>
    poly.atomsOf(p).some((other) => other !== atom && dependsOn(atoms, other, atom));
  if (poly.degreeIn(value.num, atom) > 1 || poly.degreeIn(value.den, atom) > 0) return null;
  if (hides(value.num) || hides(value.den)) return null;
  const [start = poly.zero, slope = poly.zero] = poly.coefficientsIn(value.num, atom);
  return { slope, start, over: value.den };
}

/**
 * Where two scores that are straight lines in `x` are equal, in the names that they contain; what is on both sides
 * cancels. `before` is the one that wins below, so that numerator and denominator come out positive.
 * Null where the scores are no lines, are parallel, or are beyond the algebra.
 */
export function crossoverFormula(before: Expr, after: Expr, x: string, atoms: Atoms): Expr | null {
  const gap = toSymbolicLine(core.subtract(after, before), x, atoms);
  if (gap === null || poly.isZero(gap.slope)) return null;
  return quotientAsWritten(atoms, gap.start, poly.negate(gap.slope));
}

/** `num / den` in lowest terms, as sums, keeping the sides as they are turned where that is possible. */
export function quotientAsWritten(atoms: Atoms, num: Polynomial, den: Polynomial): Expr {
  const lowest = ratio(atoms, num, den);
  const turn = constantFactor(den, lowest.den);
  if (turn === undefined) return toExpr(atoms, lowest);
  const turned: Ratio = turn < 0 ? { num: poly.negate(lowest.num), den: poly.negate(lowest.den) } : lowest;
  const top = sumToExpr(atoms, turned.num);
  return poly.isOne(turned.den) ? top : core.divide(top, sumToExpr(atoms, turned.den));
}

/** Sign of `p / q` where that is a number, else undefined. */
function constantFactor(p: Polynomial, q: Polynomial): -1 | 0 | 1 | undefined {
  const [a, b] = [poly.leadingTerm(p), poly.leadingTerm(q)];
  if (a === undefined || b === undefined) return undefined;
  const factor = exact.divide(a.coefficient, b.coefficient);
  return poly.equals(p, poly.scale(q, factor)) ? exact.sign(factor) : undefined;
}
