import type { Rational } from "@crux/core/exact";
import * as exact from "@crux/core/exact";
import {
  compareMonomials,
  exponentOf,
  gcdMonomials,
  keyOf,
  type Monomial,
  multiplyMonomials,
  pairsOf,
  unit,
  without,
} from "./monomial.ts";
import { Undecided } from "./undecided.ts";

/*
 * The algebra of the solver, lowest first:
 *   monomial    products of powers of atoms (an atom is a number; what it stands for is in the atom table)
 *   polynomial  sparse polynomials in atoms over the rationals; atoms count as independent here
 *   divide, squarefree   exact division, gcd, content, square-free parts
 *   atoms       the table of atoms: unknowns, roots, logarithms, exponentials, other calls
 *   ratio       quotients in lowest terms, with relations such as sqrt(a)^2 = a applied
 *   kernel      roots, logarithms and powers of ratios in normal form
 *   normalise   Expr → Ratio, with what must hold for it to be defined
 *   to-expr     Ratio → short readable Expr
 *   sign        what is surely positive
 */

/** One summand: a non-zero coefficient times a monomial. */
export type Term = { readonly coefficient: Rational; readonly monomial: Monomial };

/** A sum of terms with different monomials, by key; no terms is 0. */
export type Polynomial = { readonly terms: ReadonlyMap<string, Term> };

const from = (terms: Map<string, Term>): Polynomial => ({ terms });

/** The polynomial 0. */
export const zero: Polynomial = from(new Map());

/** A constant. */
export const constant = (value: Rational): Polynomial => monomialOf(value, unit);

/** The polynomial 1. */
export const one: Polynomial = constant(exact.one);

/** A whole number as a polynomial. */
export const whole = (n: number | bigint): Polynomial => constant(exact.integer(n));

/** A single term; 0 when the coefficient is. */
export function monomialOf(coefficient: Rational, monomial: Monomial): Polynomial {
  if (exact.isZero(coefficient)) return zero;
  return from(new Map([[keyOf(monomial), { coefficient, monomial }]]));
}

/** An atom to a whole power that is at least 0. */
export const atomPower = (atom: number, exponent = 1): Polynomial =>
  monomialOf(exact.one, exponent === 0 ? unit : [atom, exponent]);

/** Collects terms into a polynomial; equal monomials are added up. */
export function collect(terms: Iterable<Term>): Polynomial {
  const out = new Map<string, Term>();
  for (const term of terms) addTerm(out, term);
  return from(out);
}

function addTerm(out: Map<string, Term>, term: Term): void {
  const key = keyOf(term.monomial);
  const old = out.get(key);
  const coefficient = old === undefined ? term.coefficient : exact.add(old.coefficient, term.coefficient);
  if (exact.isZero(coefficient)) out.delete(key);
  else out.set(key, { coefficient, monomial: term.monomial });
}

/** Whether it is 0. */
export const isZero = (p: Polynomial): boolean => p.terms.size === 0;
/** The terms, in no particular order. */
export const termsOf = (p: Polynomial): Term[] => [...p.terms.values()];
/** Number of terms. */
export const length = (p: Polynomial): number => p.terms.size;

/** The value of a constant polynomial; undefined when an atom occurs. */
export function constantOf(p: Polynomial): Rational | undefined {
  if (p.terms.size === 0) return exact.zero;
  return p.terms.size === 1 ? p.terms.get("")?.coefficient : undefined;
}

/** Whether it is 1. */
export const isOne = (p: Polynomial): boolean => {
  const value = constantOf(p);
  return value !== undefined && exact.isOne(value);
};

/** `a + b`. */
export function add(a: Polynomial, b: Polynomial): Polynomial {
  if (isZero(a)) return b;
  if (isZero(b)) return a;
  const out = new Map(a.terms);
  for (const term of b.terms.values()) addTerm(out, term);
  return from(out);
}

/** `p` times a number. */
export function scale(p: Polynomial, by: Rational): Polynomial {
  if (exact.isZero(by)) return zero;
  if (exact.isOne(by)) return p;
  const out = new Map<string, Term>();
  for (const [key, { coefficient, monomial }] of p.terms)
    out.set(key, { coefficient: exact.multiply(coefficient, by), monomial });
  return from(out);
}

/** `-p`. */
export const negate = (p: Polynomial): Polynomial => scale(p, exact.integer(-1));
/** `a - b`. */
export const subtract = (a: Polynomial, b: Polynomial): Polynomial => add(a, negate(b));

/** The product; costs `length(a) * length(b)` steps, which callers charge to their budget. */
export function multiply(a: Polynomial, b: Polynomial): Polynomial {
  if (isOne(a)) return b;
  if (isOne(b)) return a;
  const out = new Map<string, Term>();
  for (const left of a.terms.values())
    for (const right of b.terms.values())
      addTerm(out, {
        coefficient: exact.multiply(left.coefficient, right.coefficient),
        monomial: multiplyMonomials(left.monomial, right.monomial),
      });
  return from(out);
}

/** `p` times one term. */
export const shift = (p: Polynomial, by: Term): Polynomial =>
  collect(
    termsOf(p).map(({ coefficient, monomial }) => ({
      coefficient: exact.multiply(coefficient, by.coefficient),
      monomial: multiplyMonomials(monomial, by.monomial),
    })),
  );

/** `p` to a whole power that is at least 0, by repeated multiplication; `charge` is told the cost of each. */
export function power(p: Polynomial, exponent: number, charge: (steps: number) => void): Polynomial {
  const first = p.terms.size === 1 ? termsOf(p)[0] : undefined;
  if (first !== undefined)
    return monomialOf(
      exact.power(first.coefficient, exponent),
      exponent === 0 ? unit : first.monomial.map((value, i) => (i % 2 === 1 ? value * exponent : value)),
    );
  let out = one;
  for (let i = 0; i < exponent; i += 1) {
    charge(length(out) * length(p));
    out = multiply(out, p);
  }
  return out;
}

/** Whether both have the same terms. */
export const equals = (a: Polynomial, b: Polynomial): boolean =>
  a.terms.size === b.terms.size &&
  [...a.terms].every(([key, term]) => {
    const other = b.terms.get(key);
    return other !== undefined && exact.equals(term.coefficient, other.coefficient);
  });

/** A text that is the same for equal polynomials and no others. */
export const print = (p: Polynomial): string =>
  sortedTerms(p)
    .map(({ coefficient, monomial }) => `${exact.printRational(coefficient)}*[${keyOf(monomial)}]`)
    .join("+");

/** Terms from the largest monomial to the smallest. */
export const sortedTerms = (p: Polynomial): Term[] =>
  termsOf(p).sort((a, b) => compareMonomials(b.monomial, a.monomial));

/** The term with the largest monomial; undefined for 0. */
export function leadingTerm(p: Polynomial): Term | undefined {
  let best: Term | undefined;
  for (const term of p.terms.values())
    if (best === undefined || compareMonomials(term.monomial, best.monomial) > 0) best = term;
  return best;
}

/** The atoms that occur, ascending. */
export function atomsOf(p: Polynomial): number[] {
  const out = new Set<number>();
  for (const { monomial } of p.terms.values()) for (const [atom] of pairsOf(monomial)) out.add(atom);
  return [...out].sort((a, b) => a - b);
}

/** The largest exponent of an atom; 0 where it does not occur. */
export function degreeIn(p: Polynomial, atom: number): number {
  let best = 0;
  for (const { monomial } of p.terms.values()) best = Math.max(best, exponentOf(monomial, atom));
  return best;
}

/** The largest degree of which all coefficients are listed. */
const LONGEST_LIST = 20_000;

/**
 * Coefficients of `p` as a polynomial in one atom, from the constant one up; `[]` for 0. Throws `Undecided` where the
 * degree is out of reach: a power such as `e^(2^60)` is one term, but its list would not fit into memory.
 */
export function coefficientsIn(p: Polynomial, atom: number): Polynomial[] {
  if (isZero(p)) return [];
  const degree = degreeIn(p, atom);
  if (degree > LONGEST_LIST) throw new Undecided("a power is too large to write out");
  const parts: Term[][] = Array.from({ length: degree + 1 }, () => []);
  for (const { coefficient, monomial } of p.terms.values())
    parts[exponentOf(monomial, atom)]?.push({ coefficient, monomial: without(monomial, atom) });
  return parts.map(collect);
}

/** The polynomial with these coefficients in one atom, from the constant one up. */
export const fromCoefficients = (coefficients: readonly Polynomial[], atom: number): Polynomial =>
  coefficients.reduce((sum, c, i) => add(sum, i === 0 ? c : multiply(c, atomPower(atom, i))), zero);

/** Derivative by one atom, all others held fixed. */
export const derivative = (p: Polynomial, atom: number): Polynomial =>
  collect(
    termsOf(p).flatMap(({ coefficient, monomial }) => {
      const n = exponentOf(monomial, atom);
      if (n === 0) return [];
      const rest = multiplyMonomials(without(monomial, atom), n === 1 ? unit : [atom, n - 1]);
      return [{ coefficient: exact.multiply(coefficient, exact.integer(n)), monomial: rest }];
    }),
  );

/** `p` with a polynomial put in for an atom. */
export function substitute(
  p: Polynomial,
  atom: number,
  value: Polynomial,
  charge: (steps: number) => void,
): Polynomial {
  const parts = coefficientsIn(p, atom);
  return parts.reduceRight((sum, part) => {
    charge(length(sum) * length(value));
    return add(multiply(sum, value), part);
  }, zero);
}

/** Greatest rational number that leaves whole coefficients without a common factor; positive; 1 for 0. */
export function content(p: Polynomial): Rational {
  let num = 0n;
  let den = 1n;
  for (const { coefficient } of p.terms.values()) {
    num = exact.gcd(num, coefficient.num);
    den = exact.lcm(den, coefficient.den);
  }
  return num === 0n ? exact.one : exact.ratio(num, den);
}

/** The greatest monomial that divides every term; 1 for 0. */
export function monomialContent(p: Polynomial): Monomial {
  let out: Monomial | undefined;
  for (const { monomial } of p.terms.values()) {
    out = out === undefined ? monomial : gcdMonomials(out, monomial);
    if (out.length === 0) return unit;
  }
  return out ?? unit;
}

/** Whether every term is a number or a multiple of one atom: without content, such a sum has no factors. */
export function isLinearForm(p: Polynomial): boolean {
  for (const { monomial } of p.terms.values())
    if (monomial.length > 2 || (monomial.length === 2 && monomial[1] !== 1)) return false;
  return true;
}

/** Whether every coefficient is positive. */
export const hasPositiveCoefficients = (p: Polynomial): boolean =>
  termsOf(p).every(({ coefficient }) => exact.sign(coefficient) > 0);
