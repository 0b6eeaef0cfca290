import * as exact from "@crux/core/exact";
import { keyOf, type Monomial, pairsOf, totalDegree } from "../algebra/monomial.ts";
import type { Polynomial } from "../algebra/polynomial.ts";
import * as poly from "../algebra/polynomial.ts";
import type { State } from "./state.ts";

/** Polynomials whose squares are worth trying: completed squares of the facts, and differences of two monomials. */
export function simpleSquares(state: State, limit: number): Polynomial[] {
  const out = new Map<string, Polynomial>();
  const offer = (p: Polynomial): void => {
    if (poly.length(p) > 1 && out.size < limit) out.set(poly.print(p), p);
  };
  for (const fact of state.facts) for (const p of completions(fact.poly)) offer(p);
  const straight = state.facts.filter(({ poly: p }) => isStraight(p)).slice(0, 7);
  for (const [i, a] of straight.entries())
    for (const b of straight.slice(i + 1)) offer(poly.subtract(a.poly, b.poly));
  const roots = halfMonomials(state);
  for (const [i, a] of roots.entries())
    for (const b of roots.slice(i + 1)) offer(poly.subtract(asPolynomial(a), asPolynomial(b)));
  return [...out.values()];
}

const isStraight = (p: Polynomial): boolean =>
  poly.termsOf(p).every(({ monomial }) => totalDegree(monomial) <= 1);

const asPolynomial = (m: Monomial): Polynomial => poly.monomialOf(exact.one, m);

/** Deepest chain of squares that are completed one in what the other leaves. */
const RUNGS = 4;

/**
 * `2*a*x + b` for each `a*x^2 + b*x + c`, whose square is `4*a` times that plus a discriminant; and where `a` is a
 * number, the same again for the discriminant, so that sums of squares of straight forms come out whole.
 */
function completions(p: Polynomial, rungs = RUNGS): Polynomial[] {
  const out: Polynomial[] = [];
  for (const atom of poly.atomsOf(p)) {
    const [c = poly.zero, b, a, more] = poly.coefficientsIn(p, atom);
    if (a === undefined || b === undefined || more !== undefined) continue;
    out.push(poly.add(poly.multiply(poly.scale(a, exact.integer(2)), poly.atomPower(atom)), b));
    if (poly.constantOf(a) === undefined || rungs === 0) continue;
    const rest = poly.subtract(poly.scale(poly.multiply(a, c), exact.integer(4)), poly.multiply(b, b));
    out.push(...completions(rest, rungs - 1));
    if (rungs < RUNGS) break;
  }
  return out;
}

/** Monomials whose squares, or products in pairs, occur in the facts: exact halves first. */
function halfMonomials(state: State): Monomial[] {
  const exactly = new Map<string, Monomial>();
  const nearly = new Map<string, Monomial>();
  exactly.set("", []);
  for (const fact of state.facts) {
    if (poly.length(fact.poly) < 2) continue;
    for (const { monomial } of poly.termsOf(fact.poly)) {
      const pairs = pairsOf(monomial);
      const half = halfByRoots(state, pairs);
      if (half !== null) exactly.set(keyOf(half), half);
      for (const [atom] of pairs) nearly.set(`${atom},1`, [atom, 1]);
      for (const round of [Math.floor, Math.ceil]) {
        const near = pairs.map(([atom, n]) => [atom, round(n / 2)] as const).filter(([, n]) => n > 0);
        nearly.set(keyOf(near.flat()), near.flat());
      }
    }
  }
  const rest = [...nearly].filter(([key]) => !exactly.has(key)).map(([, half]) => half);
  rest.sort((a, b) => totalDegree(a) - totalDegree(b));
  return [...[...exactly.values()].slice(0, 10), ...rest].slice(0, 16);
}

/** The root of a monomial in atoms whose square roots are atoms, too. */
function halfByRoots(state: State, pairs: readonly (readonly [number, number])[]): Monomial | null {
  const out: [number, number][] = [];
  for (const [atom, n] of pairs) {
    if (n > 1) out.push([atom, Math.floor(n / 2)]);
    const root = n % 2 === 0 ? undefined : rootOf(state, atom);
    if (n % 2 !== 0 && root === undefined) return null;
    if (root !== undefined) out.push([root, 1]);
  }
  return out.sort(([a], [b]) => a - b).flat();
}

const rootOf = (state: State, atom: number): number | undefined =>
  state.atoms.keys.get(`root 2 ${poly.print(poly.atomPower(atom))}`);
