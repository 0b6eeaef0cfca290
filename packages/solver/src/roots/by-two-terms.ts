import { call, compareAt, type Expr, number, printExpr, subtract } from "@crux/core";
import * as q from "@crux/core/exact";
import { normalise } from "../algebra/normalise.ts";
import * as poly from "../algebra/polynomial.ts";
import { surelyPositive, sureSignOfRatio } from "../algebra/sign.ts";
import { sumToExpr } from "../algebra/to-expr.ts";
import type { Zero } from "./assemble.ts";
import { summandsOf } from "./growth.ts";
import { Stuck } from "./pieces.ts";
import type { Method, Prepared, SolvePart } from "./prepared.ts";
import { encloseReal } from "./real.ts";
import type { Root } from "./root-list.ts";
import { writeRatio } from "./short-form.ts";
import { type Smooth, smooth } from "./smooth.ts";

/**
 * `first = second` with two products that are positive on the whole domain is `log(first) = log(second)`, which grows
 * slower and shows better what becomes of it at the ends. The opposite of `byLogarithms`: `solvePart` must not use that.
 */
export const byTwoTerms =
  (solvePart: SolvePart, missing: string): Method =>
  (f) => {
    const terms = f.edges.length === 0 ? (twoTerms(f) ?? twoSides(f)) : undefined;
    if (terms === undefined) throw new Stuck(missing);
    const { first, second, factor } = terms;
    const logs = subtract(call("log", first), call("log", second));
    const list = solvePart(logs);
    if (list.kind !== "roots" || list.breaks.length > 0) throw new Stuck(missing);
    return {
      zeros: list.roots.map((root) => withPlainForm(f, smooth(logs, f.of, f.budget), root)),
      proof: {
        kind: "two-terms",
        first: printExpr(first),
        second: printExpr(second),
        factor: printExpr(factor),
        roots: list.proof,
      },
    };
  };

/** A simple root without its closed form where that is not seen to be a root: an interval then shows what it is. */
function withPlainForm(f: Prepared, h: Smooth, { at, multiplicity }: Root): Zero {
  if (at.kind !== "located" || at.exact === null || multiplicity > 1 || h.vanishesAt(0, at.exact))
    return { at, multiplicity };
  return { at: { ...at, exact: null, isolating: encloseReal(at, ISOLATING_BITS, f.budget) }, multiplicity };
}

const ISOLATING_BITS = 64;

/** The function is `factor * (first - second)`. */
type TwoTerms = { readonly first: Expr; readonly second: Expr; readonly factor: Expr };

/** The sides of the equation as they were written, where both are positive: a power of a sum stays what it is. */
function twoSides({ difference, atoms }: Prepared): TwoTerms | undefined {
  if (difference.kind !== "subtract") return undefined;
  const { left, right } = difference;
  const arePositive = [left, right].every(
    (side) => sureSignOfRatio(atoms, normalise(side, atoms).value) === 1,
  );
  return arePositive ? { first: left, second: right, factor: number(1) } : undefined;
}

/** A numerator as a difference of two positive products. */
function twoTerms(f: Prepared): TwoTerms | undefined {
  const summands = summandsOf(f.atoms, f.num, f.x);
  if (summands.length !== 2) return undefined;
  const out: poly.Polynomial[] = [];
  const signs: number[] = [];
  for (const { constant, kernels } of summands) {
    const side = compareAt(sumToExpr(f.atoms, constant), number(0), new Map());
    if ((side !== 1 && side !== -1) || !surelyPositive(f.atoms, poly.monomialOf(q.one, kernels)))
      return undefined;
    signs.push(side);
    out.push(poly.multiply(constant, poly.monomialOf(q.integer(side), kernels)));
  }
  const [a, b] = out;
  if (a === undefined || b === undefined || signs[0] === signs[1]) return undefined;
  const [first, second] = (signs[0] === 1 ? [a, b] : [b, a]).map((p) => sumToExpr(f.atoms, p));
  const factor = writeRatio(f.atoms, { num: poly.one, den: f.den });
  return first === undefined || second === undefined ? undefined : { first, second, factor };
}
