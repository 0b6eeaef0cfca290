import {
  type Comparison,
  comparison,
  type Expr,
  multiply,
  must,
  number,
  printComparison,
  type Relation,
} from "@crux/core";
import * as exact from "@crux/core/exact";
import type { Atoms } from "../algebra/atoms.ts";
import type { Polynomial } from "../algebra/polynomial.ts";
import * as poly from "../algebra/polynomial.ts";
import { sumToExpr } from "../algebra/to-expr.ts";
import { type Condition, orient } from "./condition.ts";

/** The condition as text. */
export const printCondition = (atoms: Atoms, condition: Condition): string =>
  printComparison(toComparison(atoms, condition));

/** A single factor as a comparison without minus signs, several as a product compared with 0. */
export function toComparison(atoms: Atoms, { factors, relation }: Condition): Comparison {
  const [only, more] = factors;
  if (only !== undefined && more === undefined) {
    const ordered = relation === ">" || relation === ">=";
    return compareParts(atoms, ordered ? only : orient(only)[0], relation);
  }
  const sides = factors.map((factor) => sumToExpr(atoms, factor));
  return comparison(
    must(sides.reduce<Expr | undefined>(times, undefined), "a condition has factors"),
    relation,
    number(0),
  );
}

const times = (product: Expr | undefined, factor: Expr): Expr =>
  product === undefined ? factor : multiply(product, factor);

const TURNED: Partial<Record<Relation, Relation>> = { ">": "<", ">=": "<=" };

/** `p RELATION 0` with the negative terms on the other side; a lone number stands on the right. */
function compareParts(atoms: Atoms, p: Polynomial, relation: Relation): Comparison {
  const whole = poly.scale(p, exact.invert(poly.content(p)));
  const plus = poly.collect(poly.termsOf(whole).filter(({ coefficient }) => exact.sign(coefficient) > 0));
  const minus = poly.subtract(plus, whole);
  const [left, right] = [sumToExpr(atoms, plus), sumToExpr(atoms, minus)];
  return poly.constantOf(plus) === undefined
    ? comparison(left, relation, right)
    : comparison(right, TURNED[relation] ?? relation, left);
}
