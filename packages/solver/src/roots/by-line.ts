import { compareAt, number, printExpr } from "@crux/core";
import { atomAt, dependsOn } from "../algebra/atoms.ts";
import * as poly from "../algebra/polynomial.ts";
import * as ratios from "../algebra/ratio.ts";
import { sumToExpr } from "../algebra/to-expr.ts";
import { isWithin } from "./assemble.ts";
import { closedReal } from "./locate.ts";
import type { Method, Prepared } from "./prepared.ts";
import { writeRatio } from "./short-form.ts";

/**
 * `a*x + b` with constants of which one at least is irrational has the root `-b/a`. The norm would make a polynomial of
 * high degree of it, and its root would be a number in a list of roots.
 */
export const byLine: Method = (f) => {
  if (f.edges.length > 0 || !isFree(f, f.den) || poly.degreeIn(f.num, f.x) !== 1) return undefined;
  const [offset = poly.zero, slope = poly.zero] = poly.coefficientsIn(f.num, f.x);
  if (!isFree(f, offset) || !isFree(f, slope) || isOneSquareRoot(f) || !isPlain(f)) return undefined;
  // A slope that only seems to be other than 0 has no quotient.
  const side = compareAt(sumToExpr(f.atoms, slope), number(0), new Map());
  if (side !== 1 && side !== -1) return undefined;
  const at = closedReal(writeRatio(f.atoms, ratios.ratio(f.atoms, poly.negate(offset), slope)));
  const line = sumToExpr(f.atoms, f.num);
  return {
    zeros: isWithin(f.domain, at, f.budget) ? [{ at, multiplicity: 1 }] : [],
    proof: {
      kind: "substitution",
      by: printExpr(line),
      polynomial: "y",
      factor: printExpr(writeRatio(f.atoms, { num: poly.one, den: f.den })),
    },
  };
};

const isFree = (f: Prepared, p: poly.Polynomial): boolean =>
  !poly.atomsOf(p).some((atom) => atom === f.x || dependsOn(f.atoms, atom, f.x));

/** Whether the constants are made of roots and pi: they are real by themselves, so that nothing is to be shown of them. */
const isPlain = (f: Prepared): boolean =>
  poly.atomsOf(f.num).every((atom) => atom === f.x || ["root", "pi"].includes(atomAt(f.atoms, atom).kind));

/** With one square root the norm is quadratic, and its roots print well. */
function isOneSquareRoot(f: Prepared): boolean {
  const [only, more] = poly.atomsOf(f.num).filter((atom) => atom !== f.x);
  if (only === undefined || more !== undefined) return false;
  const what = atomAt(f.atoms, only);
  return what.kind === "root" && what.degree === 2;
}
