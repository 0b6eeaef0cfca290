import * as exact from "@crux/core/exact";
import { type Charge, divideByTerm, divideExactly } from "./divide-exactly.ts";
import { guessGcd } from "./guess-gcd.ts";
import { gcdMonomials, type Monomial } from "./monomial.ts";
import type { Polynomial } from "./polynomial.ts";
import * as poly from "./polynomial.ts";

/** `p` divided by its content and monomial, with a positive leading coefficient; and what was divided by. */
export function primitive(p: Polynomial): { factor: exact.Rational; monomial: Monomial; core: Polynomial } {
  const lead = poly.leadingTerm(p);
  if (lead === undefined) return { factor: exact.zero, monomial: [], core: poly.one };
  const size = poly.content(p);
  const factor = exact.sign(lead.coefficient) < 0 ? exact.negate(size) : size;
  const monomial = poly.monomialContent(p);
  const core = divideByTerm(p, { coefficient: factor, monomial });
  if (core === undefined) throw new Error("bug: the content divides");
  return { factor, monomial, core };
}

/** Greatest common divisor with content 1 and a positive leading coefficient; `gcd(0, 0)` is 0. */
export function gcd(a: Polynomial, b: Polynomial, charge: Charge): Polynomial {
  if (poly.isZero(a)) return poly.isZero(b) ? b : primitiveWhole(b);
  if (poly.isZero(b)) return primitiveWhole(a);
  charge(4 * (poly.length(a) + poly.length(b)));
  const left = primitive(a);
  const right = primitive(b);
  const shared = poly.monomialOf(exact.one, gcdMonomials(left.monomial, right.monomial));
  return poly.multiply(shared, gcdOfCores(left.core, right.core, charge));
}

const primitiveWhole = (p: Polynomial): Polynomial => {
  const { monomial, core } = primitive(p);
  return poly.shift(core, { coefficient: exact.one, monomial });
};

/** Gcd of two polynomials that no number and no monomial divides. */
function gcdOfCores(a: Polynomial, b: Polynomial, charge: Charge): Polynomial {
  if (poly.length(a) === 1 || poly.length(b) === 1) return poly.one;
  if (poly.equals(a, b)) return a;
  if (poly.isLinearForm(a)) return divideExactly(b, a, charge) === undefined ? poly.one : a;
  if (poly.isLinearForm(b)) return divideExactly(a, b, charge) === undefined ? poly.one : b;
  const inA = poly.atomsOf(a);
  const inB = new Set(poly.atomsOf(b));
  const stranger = inA.find((atom) => !inB.has(atom));
  if (stranger !== undefined) return gcd(contentIn(a, stranger, charge), b, charge);
  const known = new Set(inA);
  const other = [...inB].find((atom) => !known.has(atom));
  if (other !== undefined) return gcd(a, contentIn(b, other, charge), charge);
  const main = inA.reduce((best, atom) => (work(a, b, atom) < work(a, b, best) ? atom : best));
  const linear = Math.min(poly.degreeIn(a, main), poly.degreeIn(b, main)) === 1;
  return (linear ? undefined : guessGcd(a, b, charge)) ?? gcdIn(a, b, main, charge);
}

const work = (a: Polynomial, b: Polynomial, atom: number): number =>
  Math.min(poly.degreeIn(a, atom), poly.degreeIn(b, atom)) * 64 +
  Math.max(poly.degreeIn(a, atom), poly.degreeIn(b, atom));

/** Gcd of the coefficients of `p` as a polynomial in one atom. */
export function contentIn(p: Polynomial, atom: number, charge: Charge): Polynomial {
  let out = poly.zero;
  const parts = poly.coefficientsIn(p, atom).filter((part) => !poly.isZero(part));
  for (const part of parts.sort((a, b) => poly.length(a) - poly.length(b))) {
    out = gcd(out, part, charge);
    if (poly.isOne(out)) return out;
  }
  return out;
}

const exactly = (a: Polynomial, b: Polynomial, charge: Charge): Polynomial => {
  const out = divideExactly(a, b, charge);
  if (out === undefined) throw new Error("bug: an exact division leaves nothing");
  return out;
};

/** Gcd by primitive remainders, with `main` as the variable. */
function gcdIn(a: Polynomial, b: Polynomial, main: number, charge: Charge): Polynomial {
  const contentA = contentIn(a, main, charge);
  const contentB = contentIn(b, main, charge);
  const shared = gcd(contentA, contentB, charge);
  let high = exactly(a, contentA, charge);
  let low = exactly(b, contentB, charge);
  if (poly.degreeIn(high, main) < poly.degreeIn(low, main)) [high, low] = [low, high];
  // what is linear in the main atom and has no content has no factors either
  if (poly.degreeIn(low, main) === 1)
    return primitiveWhole(
      divideExactly(high, low, charge) === undefined ? shared : poly.multiply(shared, low),
    );
  for (;;) {
    const rest = pseudoRemainder(high, low, main, charge);
    if (poly.isZero(rest)) return primitiveWhole(poly.multiply(shared, low));
    if (poly.degreeIn(rest, main) === 0) return primitiveWhole(shared);
    high = low;
    low = exactly(rest, contentIn(rest, main, charge), charge);
  }
}

/** What is left of `a`, times a power of `b`'s leading coefficient, after division by `b` in one atom. */
export function pseudoRemainder(a: Polynomial, b: Polynomial, main: number, charge: Charge): Polynomial {
  const degree = poly.degreeIn(b, main);
  const lead = poly.coefficientsIn(b, main)[degree] ?? poly.zero;
  let rest = a;
  while (!poly.isZero(rest) && poly.degreeIn(rest, main) >= degree) {
    const top = poly.degreeIn(rest, main);
    const head = poly.coefficientsIn(rest, main)[top] ?? poly.zero;
    charge(poly.length(rest) * poly.length(lead) + poly.length(head) * poly.length(b));
    const moved = poly.shift(b, {
      coefficient: exact.one,
      monomial: top === degree ? [] : [main, top - degree],
    });
    rest = poly.subtract(poly.multiply(rest, lead), poly.multiply(head, moved));
  }
  return rest;
}

/** One square-free factor and how often it divides. */
export type Factor = { readonly base: Polynomial; readonly multiplicity: number };

/** Square-free parts of `p` in one atom, pairwise without common factor; their product is `p` up to a factor free of the atom. */
export function squarefreeIn(p: Polynomial, atom: number, charge: Charge): Factor[] {
  const out: Factor[] = [];
  const start = exactly(p, contentIn(p, atom, charge), charge);
  if (poly.degreeIn(start, atom) === 0) return out;
  let repeated = gcd(start, poly.derivative(start, atom), charge);
  let rest = exactly(start, repeated, charge);
  for (let multiplicity = 1; poly.degreeIn(rest, atom) > 0; multiplicity += 1) {
    const next = gcd(rest, repeated, charge);
    const base = exactly(rest, next, charge);
    if (poly.degreeIn(base, atom) > 0) out.push({ base: primitiveWhole(base), multiplicity });
    rest = next;
    repeated = exactly(repeated, next, charge);
  }
  return out;
}

/** `p = factor * product of base^multiplicity`: atoms of its monomial, and square-free cores over all atoms. */
export function squarefree(p: Polynomial, charge: Charge): { factor: exact.Rational; factors: Factor[] } {
  const { factor, monomial, core } = primitive(p);
  const factors: Factor[] = [];
  for (let i = 0; i < monomial.length; i += 2)
    factors.push({ base: poly.atomPower(monomial[i] ?? 0), multiplicity: monomial[i + 1] ?? 0 });
  factors.push(...squarefreeCores(core, charge));
  return { factor, factors };
}

function squarefreeCores(core: Polynomial, charge: Charge): Factor[] {
  if (poly.length(core) > 1 && poly.isLinearForm(core)) return [{ base: core, multiplicity: 1 }];
  const [main] = poly.atomsOf(core).sort((a, b) => poly.degreeIn(core, a) - poly.degreeIn(core, b));
  if (main === undefined) return [];
  if (poly.degreeIn(core, main) === 1 && poly.isOne(contentIn(core, main, charge)))
    return [{ base: core, multiplicity: 1 }];
  const inner = contentIn(core, main, charge);
  return [...squarefreeCores(inner, charge), ...squarefreeIn(core, main, charge)];
}
