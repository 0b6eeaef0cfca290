import { divide, type Expr } from "@crux/core";
import type { Atoms } from "../algebra/atoms.ts";
import * as poly from "../algebra/polynomial.ts";
import type { Ratio } from "../algebra/ratio.ts";
import { sumToExpr, toExpr } from "../algebra/to-expr.ts";

/** Sums longer than this are not searched for factors, which could take far longer than everything else. */
const LONGEST = 16;

/** Whether looking for factors of a polynomial is cheap. */
export const isShort = (p: poly.Polynomial): boolean =>
  poly.length(p) <= LONGEST && poly.atomsOf(p).every((atom) => poly.degreeIn(p, atom) <= LONGEST);

/** A ratio as a formula: with factors in front where it is short, else as plain sums. */
export function writeRatio(atoms: Atoms, value: Ratio): Expr {
  if (isShort(value.num) && isShort(value.den)) return toExpr(atoms, value);
  const num = sumToExpr(atoms, value.num);
  return poly.isOne(value.den) ? num : divide(num, sumToExpr(atoms, value.den));
}

/** A polynomial as a formula, like `writeRatio`. */
export const writePolynomial = (atoms: Atoms, num: poly.Polynomial): Expr =>
  writeRatio(atoms, { num, den: poly.one });
