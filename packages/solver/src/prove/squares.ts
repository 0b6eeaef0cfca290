import type { Budget } from "@crux/core";
import * as exact from "@crux/core/exact";
import { keyOf, type Monomial, pairsOf, totalDegree } from "../algebra/monomial.ts";
import type { Polynomial } from "../algebra/polynomial.ts";
import * as poly from "../algebra/polynomial.ts";
import type { Known, State } from "./state.ts";

/** A square, or a square times a fact. */
export type Square = { readonly of: Polynomial; readonly fact: Known | null };

type Price = { readonly monomial: Monomial; readonly worth: exact.Rational };

/** Polynomials whose squares are worth trying: completed squares of the facts, and differences of two monomials. */
export function simpleSquares(state: State, limit: number): Polynomial[] {
  const out = new Map<string, Polynomial>();
  const offer = (p: Polynomial): void => {
    if (poly.length(p) > 1 && out.size < limit) out.set(poly.print(p), p);
  };
  for (const fact of state.facts) for (const p of completions(fact.poly)) offer(p);
  const roots = halfMonomials(state);
  for (const [i, a] of roots.entries())
    for (const b of roots.slice(i + 1)) offer(poly.subtract(asPolynomial(a), asPolynomial(b)));
  return [...out.values()];
}

const asPolynomial = (m: Monomial): Polynomial => poly.monomialOf(exact.one, m);

/** `2*a*x + b` for each `a*x^2 + b*x + c`, whose square is `4*a` times that plus a discriminant. */
function completions(p: Polynomial): Polynomial[] {
  const out: Polynomial[] = [];
  for (const atom of poly.atomsOf(p)) {
    const [, b, a, more] = poly.coefficientsIn(p, atom);
    if (a === undefined || b === undefined || more !== undefined) continue;
    out.push(poly.add(poly.multiply(poly.scale(a, exact.integer(2)), poly.atomPower(atom)), b));
  }
  return out;
}

/** Monomials whose squares, or products in pairs, occur in the facts; the smallest first. */
function halfMonomials(state: State): Monomial[] {
  const out = new Map<string, Monomial>();
  const offer = (m: Monomial): void => void out.set(keyOf(m), m);
  offer([]);
  for (const fact of state.facts) {
    if (poly.length(fact.poly) < 2) continue;
    for (const { monomial } of poly.termsOf(fact.poly)) {
      const pairs = pairsOf(monomial);
      for (const [atom] of pairs) offer([atom, 1]);
      for (const round of [Math.floor, Math.ceil])
        offer(
          pairs
            .map(([atom, n]) => [atom, round(n / 2)] as const)
            .filter(([, n]) => n > 0)
            .flat(),
        );
    }
  }
  return [...out.values()].sort((a, b) => totalDegree(a) - totalDegree(b)).slice(0, 14);
}

/** Squares that would be worth less than 0 at these prices of monomials: those that an identity still lacks. */
export function cuttingSquares(
  _state: State,
  _prices: readonly Price[],
  _degree: number,
  _budget: Budget,
): Square[] {
  return [];
}
