import type { Rational } from "@crux/core";
import { evaluate } from "@crux/core";
import * as exact from "@crux/core/exact";
import { type Atoms, atomAt, dependsOn } from "../algebra/atoms.ts";
import type { Polynomial } from "../algebra/polynomial.ts";
import * as poly from "../algebra/polynomial.ts";
import { sumToExpr } from "../algebra/to-expr.ts";

type Values = ReadonlyMap<string, Rational>;

/**
 * Points near a known one at which a polynomial is 0, or has either sign: one unknown after the other that stands in
 * it in the first degree is moved to where the polynomial is 0, and to either side of that.
 */
export function* nearbyPoints(point: Values, on: Polynomial, atoms: Atoms): Generator<Values> {
  for (const atom of poly.atomsOf(on)) {
    const what = atomAt(atoms, atom);
    const isPlain = poly.atomsOf(on).every((other) => other === atom || !dependsOn(atoms, other, atom));
    if (what.kind !== "unknown" || !isPlain || poly.degreeIn(on, atom) !== 1) continue;
    const [rest = poly.zero, slope = poly.zero] = poly.coefficientsIn(on, atom);
    const [offset, factor] = [valueAt(rest, point, atoms), valueAt(slope, point, atoms)];
    if (offset === undefined || factor === undefined || exact.isZero(factor)) continue;
    const root = exact.negate(exact.divide(offset, factor));
    for (const value of [root, ...around(root)]) yield new Map([...point, [what.name, value]]);
  }
}

const around = (root: Rational): readonly Rational[] => [
  exact.multiply(root, exact.integer(2)),
  exact.divide(root, exact.integer(2)),
  exact.add(root, exact.one),
  exact.subtract(root, exact.one),
];

function valueAt(p: Polynomial, point: Values, atoms: Atoms): Rational | undefined {
  const value = evaluate(sumToExpr(atoms, p), point);
  return value.kind === "exact" ? value.value : undefined;
}

/** The point with 1 for every unknown that it leaves open. */
export const completed = (point: Values, unknowns: readonly string[]): Values =>
  new Map(unknowns.map((name) => [name, point.get(name) ?? exact.one]));

/** The point as text. */
export const pointTexts = (point: Values): Readonly<Record<string, string>> =>
  Object.fromEntries([...point].map(([name, value]) => [name, exact.printRational(value)]));
