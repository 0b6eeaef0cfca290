import { assert } from "@crux/core";
import * as exact from "@crux/core/exact";
import { type Atoms, atomAt, flatten, reduce } from "./atoms.ts";
import { gcd, primitive } from "./divide.ts";
import { divideExactly } from "./divide-exactly.ts";
import { pairsOf } from "./monomial.ts";
import type { Polynomial } from "./polynomial.ts";
import * as poly from "./polynomial.ts";
import type { Ratio } from "./ratio-type.ts";
import { Undefined } from "./undecided.ts";

export type { Ratio } from "./ratio-type.ts";

/** A polynomial as a ratio. */
export const fromPolynomial = (num: Polynomial): Ratio => ({ num, den: poly.one });

/** A number as a ratio. */
export const fromRational = (value: exact.Rational): Ratio => fromPolynomial(poly.constant(value));

/** 0. */
export const zero: Ratio = fromPolynomial(poly.zero);
/** 1. */
export const one: Ratio = fromPolynomial(poly.one);

/** `num / den` in lowest terms; throws `Undefined` when `den` is identically 0. */
export function ratio(atoms: Atoms, num: Polynomial, den: Polynomial): Ratio {
  const top = reduce(atoms, num);
  const bottom = clearRoots(atoms, top, reduce(atoms, den));
  return lowest(atoms, bottom.num, bottom.den);
}

/** Frees the monomial part of a denominator of roots of numbers: `1/sqrt(2)` becomes `sqrt(2)/2`. */
function clearRoots(atoms: Atoms, num: Polynomial, den: Polynomial): Ratio {
  let out = { num, den };
  if (atoms.relations.size === 0) return out;
  for (const [atom, exponent] of pairsOf(poly.monomialContent(den))) {
    const relation = atoms.relations.get(atom);
    const what = atomAt(atoms, atom);
    if (relation === undefined || what.kind !== "root" || poly.constantOf(what.of) === undefined) continue;
    const missing = poly.atomPower(atom, relation.step - exponent);
    out = clearRoots(
      atoms,
      reduce(atoms, poly.multiply(out.num, missing)),
      reduce(atoms, poly.multiply(out.den, missing)),
    );
  }
  return out;
}

function lowest(atoms: Atoms, num: Polynomial, den: Polynomial): Ratio {
  if (poly.isZero(den)) throw new Undefined("a denominator is 0 everywhere");
  if (poly.isZero(num)) return zero;
  chargeDigits(atoms, num);
  chargeDigits(atoms, den);
  const value = poly.constantOf(den);
  if (value !== undefined) return fromPolynomial(poly.scale(num, exact.invert(value)));
  const shared = sharedFactor(atoms, num, den);
  const [top, bottom] = poly.isOne(shared.gcd) ? [num, den] : cancel(atoms, shared);
  const { factor, monomial, core } = primitive(bottom);
  return {
    num: poly.scale(top, exact.invert(factor)),
    den: poly.shift(core, { coefficient: exact.one, monomial }),
  };
}

/** Takes off the budget what the longest coefficient costs. */
function chargeDigits(atoms: Atoms, p: Polynomial): void {
  const steps = poly
    .termsOf(p)
    .reduce((most, { coefficient }) => Math.max(most, exact.digitsCost(coefficient)), 0);
  if (steps > 0) atoms.charge(steps);
}

type Shared = { readonly num: Polynomial; readonly den: Polynomial; readonly gcd: Polynomial };

function sharedFactor(atoms: Atoms, num: Polynomial, den: Polynomial): Shared {
  const top = flatten(atoms, num);
  const bottom = flatten(atoms, den);
  return { num: top, den: bottom, gcd: gcd(top, bottom, atoms.charge) };
}

function cancel(atoms: Atoms, shared: Shared): [Polynomial, Polynomial] {
  const num = divideExactly(shared.num, shared.gcd, atoms.charge);
  const den = divideExactly(shared.den, shared.gcd, atoms.charge);
  assert(num !== undefined && den !== undefined, "a gcd divides");
  return [reduce(atoms, num), reduce(atoms, den)];
}

/** Product of two polynomials with relations applied, charged to the budget. */
export function product(atoms: Atoms, a: Polynomial, b: Polynomial): Polynomial {
  atoms.charge(poly.length(a) * poly.length(b));
  return reduce(atoms, poly.multiply(a, b));
}

/** `a + b`. */
export function add(atoms: Atoms, a: Ratio, b: Ratio): Ratio {
  if (poly.isOne(a.den) && poly.isOne(b.den)) return fromPolynomial(poly.add(a.num, b.num));
  if (poly.equals(a.den, b.den)) return ratio(atoms, poly.add(a.num, b.num), a.den);
  const num = poly.add(product(atoms, a.num, b.den), product(atoms, b.num, a.den));
  return ratio(atoms, num, product(atoms, a.den, b.den));
}

/** `-a`. */
export const negate = (a: Ratio): Ratio => ({ num: poly.negate(a.num), den: a.den });
/** `a - b`. */
export const subtract = (atoms: Atoms, a: Ratio, b: Ratio): Ratio => add(atoms, a, negate(b));

/** `a * b`. */
export function multiply(atoms: Atoms, a: Ratio, b: Ratio): Ratio {
  const num = product(atoms, a.num, b.num);
  if (poly.isOne(a.den) && poly.isOne(b.den)) return fromPolynomial(num);
  return ratio(atoms, num, product(atoms, a.den, b.den));
}

/** `a / b`; throws `Undefined` when `b` is identically 0. */
export const divide = (atoms: Atoms, a: Ratio, b: Ratio): Ratio =>
  ratio(atoms, product(atoms, a.num, b.den), product(atoms, a.den, b.num));

/** `a` times a number. */
export const scale = (a: Ratio, by: exact.Rational): Ratio =>
  exact.isZero(by) ? zero : { num: poly.scale(a.num, by), den: a.den };

/** `a` to a whole power; throws `Undefined` for a negative power of 0. */
export function power(atoms: Atoms, a: Ratio, exponent: number): Ratio {
  const n = Math.abs(exponent);
  const raise = (p: Polynomial): Polynomial => {
    let out = poly.one;
    if (poly.length(p) === 1) return reduce(atoms, poly.power(p, n, atoms.charge));
    for (let i = 0; i < n; i += 1) out = product(atoms, out, p);
    return out;
  };
  const [num, den] = [raise(a.num), raise(a.den)];
  return exponent < 0 ? ratio(atoms, den, num) : ratio(atoms, num, den);
}

/** Whether it is 0 wherever it is defined. */
export const isZero = (a: Ratio): boolean => poly.isZero(a.num);

/** Whether two ratios are equal in normal form; false says nothing where roots of related formulas occur. */
export const equals = (atoms: Atoms, a: Ratio, b: Ratio): boolean => isZero(subtract(atoms, a, b));

/** The value of a ratio in which no atom occurs; else undefined. */
export const constantOf = (a: Ratio): exact.Rational | undefined =>
  poly.isOne(a.den) ? poly.constantOf(a.num) : undefined;

/** The atoms of numerator and denominator, ascending. */
export const atomsOf = (a: Ratio): number[] =>
  [...new Set([...poly.atomsOf(a.num), ...poly.atomsOf(a.den)])].sort((x, y) => x - y);

/** A polynomial with a ratio put in for one atom. */
export function evaluateAt(atoms: Atoms, p: Polynomial, atom: number, value: Ratio): Ratio {
  return poly
    .coefficientsIn(p, atom)
    .reduceRight((sum, part) => add(atoms, multiply(atoms, sum, value), fromPolynomial(part)), zero);
}
