import * as exact from "@crux/core/exact";
import { type Atoms, atomAt } from "../algebra/atoms.ts";
import { primitive } from "../algebra/divide.ts";
import { exponential, logarithm, soleAtomOf } from "../algebra/kernel.ts";
import type { Polynomial } from "../algebra/polynomial.ts";
import * as poly from "../algebra/polynomial.ts";
import type { Ratio } from "../algebra/ratio.ts";
import * as ratios from "../algebra/ratio.ts";
import { isNumber, surelyNonNegative, sureSign } from "../algebra/sign.ts";

/** A ratio that has the same sign as another expression everywhere, and why. */
export type Alike = {
  readonly rule: "logs" | "log" | "root" | "exponentials" | "lambert";
  readonly to: Ratio;
};

/** A simpler ratio that has the same sign as `p` wherever `p` is defined; undefined when there is none. */
export const alikeOf = (atoms: Atoms, p: Polynomial): Alike | undefined =>
  withoutLambert(atoms, p) ??
  withoutLogs(atoms, p) ??
  withoutLog(atoms, p) ??
  withoutRoot(atoms, p) ??
  withoutExponentials(atoms, p);

/** `a log P - b log Q + r` has the sign of `P^a * e^r - Q^b`, for whole `a`, `b`, `r`. */
function withoutLogs(atoms: Atoms, p: Polynomial): Alike | undefined {
  if (poly.constantOf(p) !== undefined) return undefined;
  // kept apart, since a quotient in lowest terms may turn both sides round
  let above = poly.one;
  let below = poly.one;
  const scale = exact.invert(poly.content(p));
  for (const { coefficient, monomial } of poly.termsOf(p)) {
    const [atom, exponent] = monomial;
    const what = atom === undefined ? undefined : atomAt(atoms, atom);
    const times = exact.multiply(coefficient, scale);
    const size = exact.absolute(times);
    if (size.num > 24n) return undefined;
    const isLog = what?.kind === "log" && what.oriented && exponent === 1 && monomial.length === 2;
    if (!isLog && atom !== undefined) return undefined;
    const factor = isLog
      ? ratios.power(atoms, ratios.fromPolynomial(what.of), Number(size.num))
      : exponential(atoms, ratios.fromRational(size));
    if (exact.sign(times) > 0) above = ratios.product(atoms, above, factor.num);
    else below = ratios.product(atoms, below, factor.num);
  }
  return { rule: "logs", to: ratios.fromPolynomial(poly.subtract(above, below)) };
}

/** `A log P + B`, with `A > 0`, has the sign of `P - e^(-B/A)`. */
function withoutLog(atoms: Atoms, p: Polynomial): Alike | undefined {
  const [log, more] = poly.atomsOf(p).filter((atom) => isOpenLog(atoms, atom));
  const what = log === undefined ? undefined : atomAt(atoms, log);
  if (log === undefined || what?.kind !== "log" || !what.oriented || more !== undefined) return undefined;
  const [rest = poly.zero, part = poly.zero, higher] = poly.coefficientsIn(p, log);
  const sign = sureSign(atoms, part);
  if (higher !== undefined || sign === undefined || poly.isZero(rest)) return undefined;
  const bound = exponential(atoms, ratios.negate(ratios.ratio(atoms, rest, part)));
  const gap = ratios.subtract(atoms, ratios.fromPolynomial(what.of), bound);
  return { rule: "log", to: sign > 0 ? gap : ratios.negate(gap) };
}

const isOpenLog = (atoms: Atoms, atom: number): boolean =>
  atomAt(atoms, atom).kind === "log" && !isNumber(atoms, atom);

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
  const hasExponential = poly
    .atomsOf(p)
    .some((atom) => atomAt(atoms, atom).kind === "exp" && !isNumber(atoms, atom));
  if (poly.length(p) !== 2 || !hasExponential) return undefined;
  const plus = poly.collect(poly.termsOf(p).filter(({ coefficient }) => exact.sign(coefficient) > 0));
  const minus = poly.subtract(plus, p);
  if (sureSign(atoms, plus) !== 1 || sureSign(atoms, minus) !== 1) return undefined;
  const to = logarithm(atoms, ratios.ratio(atoms, plus, minus));
  // a logarithm that stays next to something else would lead back here
  const stays = ratios.atomsOf(to).some((atom) => isOpenLog(atoms, atom));
  const { core } = primitive(to.num);
  if (stays && !poly.isOne(core) && withoutLogs(atoms, core) === undefined) return undefined;
  return { rule: "exponentials", to };
}

/** `lambertw(z)` has the sign of `z`. */
function withoutLambert(atoms: Atoms, p: Polynomial): Alike | undefined {
  const atom = soleAtomOf(p);
  const what = atom === undefined ? undefined : atomAt(atoms, atom);
  if (what?.kind !== "call" || what.name !== "lambertw" || what.args.length !== 1) return undefined;
  const [z] = what.args;
  return z === undefined ? undefined : { rule: "lambert", to: z };
}
