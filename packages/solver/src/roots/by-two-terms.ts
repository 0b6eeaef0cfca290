import { call, compareAt, number, printExpr, subtract } from "@crux/core";
import * as q from "@crux/core/exact";
import * as poly from "../algebra/polynomial.ts";
import { surelyPositive } from "../algebra/sign.ts";
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
    const terms = f.edges.length === 0 ? twoTerms(f) : undefined;
    if (terms === undefined) throw new Stuck(missing);
    const [first, second] = [sumToExpr(f.atoms, terms.first), sumToExpr(f.atoms, terms.second)];
    const logs = subtract(call("log", first), call("log", second));
    const list = solvePart(logs);
    if (list.kind !== "roots" || list.breaks.length > 0) throw new Stuck(missing);
    return {
      zeros: list.roots.map((root) => withPlainForm(f, smooth(logs, f.of, f.budget), root)),
      proof: {
        kind: "two-terms",
        first: printExpr(first),
        second: printExpr(second),
        factor: printExpr(writeRatio(f.atoms, { num: poly.one, den: f.den })),
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

type TwoTerms = { readonly first: poly.Polynomial; readonly second: poly.Polynomial };

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
  return signs[0] === 1 ? { first: a, second: b } : { first: b, second: a };
}
