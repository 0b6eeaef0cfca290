import * as exact from "@crux/core/exact";
import { type Atoms, atomAt } from "../algebra/atoms.ts";
import { logarithm } from "../algebra/kernel.ts";
import type { Polynomial } from "../algebra/polynomial.ts";
import * as poly from "../algebra/polynomial.ts";
import type { Ratio } from "../algebra/ratio.ts";
import * as ratios from "../algebra/ratio.ts";
import { surelyNonNegative, sureSign } from "../algebra/sign.ts";

/** A ratio that has the same sign as another expression everywhere, and why. */
export type Alike = { readonly rule: "logs" | "root" | "exponentials"; readonly to: Ratio };

/** A simpler ratio that has the same sign as `p` wherever `p` is defined; undefined when there is none. */
export const alikeOf = (atoms: Atoms, p: Polynomial): Alike | undefined =>
  withoutLogs(atoms, p) ?? withoutRoot(atoms, p) ?? withoutExponentials(atoms, p);

/** `a log P - b log Q` has the sign of `P^a - Q^b`. */
function withoutLogs(atoms: Atoms, p: Polynomial): Alike | undefined {
  let out = ratios.one;
  const scale = exact.invert(poly.content(p));
  for (const { coefficient, monomial } of poly.termsOf(p)) {
    const [atom, exponent] = monomial;
    const what = atom === undefined ? undefined : atomAt(atoms, atom);
    if (what?.kind !== "log" || !what.oriented || exponent !== 1 || monomial.length !== 2) return undefined;
    const times = exact.multiply(coefficient, scale);
    if (exact.absolute(times).num > 24n) return undefined;
    out = ratios.multiply(atoms, out, ratios.power(atoms, ratios.fromPolynomial(what.of), Number(times.num)));
  }
  // the denominator is positive, since every argument is
  return { rule: "logs", to: ratios.fromPolynomial(poly.subtract(out.num, out.den)) };
}

/** `A*root + B` has the sign of `A^n*radicand - (-B)^n` where `A > 0` and `-B >= 0`, and the like. */
function withoutRoot(atoms: Atoms, p: Polynomial): Alike | undefined {
  for (const atom of poly.atomsOf(p).reverse()) {
    const what = atomAt(atoms, atom);
    const relation = atoms.relations.get(atom);
    if (what.kind !== "root" || relation === undefined || poly.degreeIn(p, atom) !== 1) continue;
    const [rest = poly.zero, part = poly.zero] = poly.coefficientsIn(p, atom);
    const up = sureSign(atoms, part);
    if (up === undefined || up === 0) continue;
    const [high, low] = up > 0 ? [part, poly.negate(rest)] : [poly.negate(part), rest];
    if (!surelyNonNegative(atoms, low)) continue;
    const raise = (q: Polynomial): Polynomial =>
      ratios.power(atoms, ratios.fromPolynomial(q), relation.step).num;
    const gap = poly.subtract(ratios.product(atoms, raise(high), relation.value), raise(low));
    return { rule: "root", to: ratios.fromPolynomial(up > 0 ? gap : poly.negate(gap)) };
  }
  return undefined;
}

/** `P - Q`, both positive products with exponentials, has the sign of `log P - log Q`. */
function withoutExponentials(atoms: Atoms, p: Polynomial): Alike | undefined {
  const hasExponential = poly.atomsOf(p).some((atom) => atomAt(atoms, atom).kind === "exp");
  if (poly.length(p) !== 2 || !hasExponential) return undefined;
  const plus = poly.collect(poly.termsOf(p).filter(({ coefficient }) => exact.sign(coefficient) > 0));
  const minus = poly.subtract(plus, p);
  if (sureSign(atoms, plus) !== 1 || sureSign(atoms, minus) !== 1) return undefined;
  return { rule: "exponentials", to: logarithm(atoms, ratios.ratio(atoms, plus, minus)) };
}
