import type { Budget } from "@crux/core";
import * as exact from "@crux/core/exact";
import { divideMonomials, keyOf, type Monomial, pairsOf, totalDegree } from "../algebra/monomial.ts";
import type { Polynomial } from "../algebra/polynomial.ts";
import * as poly from "../algebra/polynomial.ts";
import { product } from "../algebra/ratio.ts";
import type { Refutation, SumTerm } from "../certificate/claim-proof.ts";
import { Simplex } from "./simplex.ts";
import { simpleSquares } from "./squares.ts";
import { type Known, polyText, type State } from "./state.ts";

/** Something that is >= 0 by the facts, > 0 if strict, or 0 if it is a multiple of an equality. */
type Product = {
  readonly poly: Polynomial;
  readonly facts: readonly number[];
  readonly square: Polynomial | null;
  readonly factor: Polynomial | null;
  readonly kind: "strict" | "weak" | "zero";
};

/** How far to look for an identity. */
export type Reach = {
  /** Whether facts are multiplied only by monomials that turn one of their terms into one of another fact. */
  readonly cofactors?: boolean;
  /** Most facts in a product. */
  readonly factors: number;
  /** Degrees that products may have beyond that of the facts. */
  readonly extraDegree: number;
  /** Most products. */
  readonly limit: number;
  /** Whether squares are looked for, too. */
  readonly squares: boolean;
};

/** Looks for products of facts and squares that add up to 0, though one of them is positive; null if none are found. */
export function identity(state: State, reach: Reach, budget: Budget): Refutation | null {
  const products =
    reach.cofactors === true ? byCofactors(state, reach, budget) : productsOf(state, reach, budget);
  const rows = new Rows(budget);
  const squares = reach.squares ? squaresOf(state, products, reach, budget) : [];
  for (const one of useful([...products, ...squares])) rows.add(one);
  const found = rows.hasStrict ? rows.solve() : null;
  return found && state.finish(leaf(state, found));
}

const degree = (p: Polynomial): number =>
  poly.termsOf(p).reduce((most, { monomial }) => Math.max(most, totalDegree(monomial)), 0);

const degreeOf = (products: readonly Product[]): number =>
  products.reduce((most, one) => Math.max(most, degree(one.poly)), 0);

/** Squares, and their products with what is not negative, within the degree of the products. */
function squaresOf(state: State, products: readonly Product[], reach: Reach, budget: Budget): Product[] {
  const top = degreeOf(products);
  const out: Product[] = [];
  const factors = products.filter(({ kind }) => kind !== "zero");
  for (const of of simpleSquares(state, 90)) {
    const square = product(state.atoms, of, of);
    for (const left of factors) {
      if (degree(square) + degree(left.poly) > top) continue;
      if (out.length >= 2 * reach.limit) return out;
      budget.spend(poly.length(square) * poly.length(left.poly), "multiplying squares");
      const both = product(state.atoms, square, left.poly);
      out.push({ poly: both, facts: left.facts, square: of, factor: null, kind: "weak" });
    }
  }
  return out;
}

const one: Product = { poly: poly.one, facts: [], square: null, factor: null, kind: "strict" };

/** Products of facts, the shortest first, up to the reach. */
function productsOf(state: State, reach: Reach, budget: Budget): Product[] {
  const signed = state.facts.filter(({ relation }) => relation === ">" || relation === ">=");
  const zeros = state.facts.filter(({ relation }) => relation === "=");
  const top = Math.max(1, ...state.facts.filter(isGoverning).map((fact) => degree(fact.poly)));
  const most = reach.factors === 1 ? Number.POSITIVE_INFINITY : top + reach.extraDegree;
  const out: Product[] = [one];
  let layer: { product: Product; last: number }[] = [{ product: one, last: 0 }];
  for (let n = 0; n < reach.factors && out.length < reach.limit; n += 1) {
    const next: typeof layer = [];
    for (const { product: left, last } of layer) {
      for (let j = last; j < signed.length && out.length < reach.limit; j += 1) {
        const fact = signed[j] as Known;
        if (degree(left.poly) + degree(fact.poly) > most) continue;
        budget.spend(1 + poly.length(left.poly) * poly.length(fact.poly), "multiplying facts");
        const made: Product = {
          poly: product(state.atoms, left.poly, fact.poly),
          facts: [...left.facts, fact.number],
          square: null,
          factor: null,
          kind: left.kind === "strict" && fact.relation === ">" ? "strict" : "weak",
        };
        out.push(made);
        next.push({ product: made, last: j });
      }
    }
    layer = next;
  }
  return [...out, ...multiplesOfZeros(state, zeros, out, reach, budget)];
}

/** Facts times monomials in atoms of known sign that bring one of their terms to one of another fact. */
function byCofactors(state: State, reach: Reach, budget: Budget): Product[] {
  const signs = new Map<number, Known>();
  for (const fact of state.facts) {
    const atom = soleAtomOf(fact.poly);
    if (atom !== undefined && (fact.relation === ">" || !signs.has(atom))) signs.set(atom, fact);
  }
  const governing = state.facts.filter(isGoverning);
  const wanted = new Map<string, Monomial>();
  for (const { poly: p } of governing) for (const [key, { monomial }] of p.terms) wanted.set(key, monomial);
  const out: Product[] = [one];
  const seen = new Set<string>();
  const offer = (fact: Known | null, cofactor: Monomial): void => {
    const key = `${fact?.number ?? ""} ${keyOf(cofactor)}`;
    if (out.length >= reach.limit || seen.has(key)) return;
    seen.add(key);
    budget.spend(1 + (fact === null ? 0 : poly.length(fact.poly)), "multiplying facts");
    const made = timesMonomial(state, fact, cofactor, signs);
    if (made !== null) out.push(made);
  };
  for (const fact of governing) offer(fact, []);
  for (const monomial of wanted.values()) offer(null, monomial);
  for (const fact of governing)
    for (const { monomial } of fact.poly.terms.values())
      for (const target of wanted.values()) {
        const cofactor = divideMonomials(target, monomial);
        if (cofactor !== undefined && cofactor.length > 0) offer(fact, cofactor);
      }
  return out;
}

function timesMonomial(
  state: State,
  fact: Known | null,
  cofactor: Monomial,
  signs: ReadonlyMap<number, Known>,
): Product | null {
  const monomial = poly.monomialOf(exact.one, cofactor);
  const whole = fact === null ? monomial : product(state.atoms, fact.poly, monomial);
  if (fact?.relation === "=")
    return { poly: whole, facts: [fact.number], square: null, factor: monomial, kind: "zero" };
  const facts = fact === null ? [] : [fact.number];
  let isStrict = fact === null || fact.relation === ">";
  let size = exact.one;
  for (const [atom, n] of pairsOf(cofactor)) {
    const sign = signs.get(atom);
    if (sign === undefined) return null;
    const coefficient = poly.leadingTerm(sign.poly)?.coefficient ?? exact.one;
    for (let i = 0; i < n; i += 1) {
      facts.push(sign.number);
      size = exact.multiply(size, coefficient);
    }
    isStrict &&= sign.relation === ">";
  }
  if (exact.sign(size) <= 0) return null;
  return {
    poly: poly.scale(whole, size),
    facts,
    square: null,
    factor: null,
    kind: isStrict ? "strict" : "weak",
  };
}

/** The atom that a fact says the sign of, if it is about nothing else. */
function soleAtomOf(p: Polynomial): number | undefined {
  const [term, more] = poly.termsOf(p);
  if (term === undefined || more !== undefined || exact.sign(term.coefficient) <= 0) return undefined;
  return term.monomial.length === 2 && term.monomial[1] === 1 ? term.monomial[0] : undefined;
}

/** Whether a fact is about more than the sign of an atom. */
const isGoverning = (fact: Known): boolean => poly.length(fact.poly) > 1 || fact.relation === "=";

/** Equalities times monomials of what has been made. */
function multiplesOfZeros(
  state: State,
  zeros: readonly Known[],
  products: readonly Product[],
  reach: Reach,
  budget: Budget,
): Product[] {
  if (zeros.length === 0) return [];
  const monomials = new Map<string, Polynomial>([["", poly.one]]);
  if (reach.factors > 1)
    for (const { poly: p } of products.slice(0, 60))
      for (const [key, { monomial }] of p.terms)
        if (totalDegree(monomial) <= 2 + reach.extraDegree)
          monomials.set(key, poly.monomialOf(exact.one, monomial));
  const out: Product[] = [];
  for (const zero of zeros)
    for (const factor of monomials.values()) {
      if (out.length >= reach.limit) return out;
      budget.spend(poly.length(zero.poly), "multiplying facts");
      out.push({
        poly: product(state.atoms, zero.poly, factor),
        facts: [zero.number],
        square: null,
        factor,
        kind: "zero",
      });
    }
  return out;
}

/** Leaves out products with a monomial that nothing can cancel. */
function useful(products: readonly Product[]): readonly Product[] {
  let left = products;
  for (;;) {
    const signs = new Map<string, number>();
    for (const { poly: p, kind } of left)
      for (const [key, { coefficient }] of p.terms) {
        const sign = kind === "zero" ? 3 : exact.sign(coefficient) > 0 ? 1 : 2;
        signs.set(key, (signs.get(key) ?? 0) | sign);
      }
    const kept = left.filter(({ poly: p }) => [...p.terms.keys()].every((key) => signs.get(key) === 3));
    if (kept.length === left.length) return kept;
    left = kept;
  }
}

/** The linear program: a row for each monomial, which must cancel, and one that asks for strict products. */
class Rows {
  readonly #budget: Budget;
  readonly #index = new Map<string, number>();
  readonly #columns: { readonly product: Product; readonly sign: 1 | -1 }[] = [];
  readonly #simplex: Simplex;
  hasStrict = false;

  constructor(budget: Budget) {
    this.#budget = budget;
    this.#simplex = new Simplex([exact.one], budget);
  }

  add(product: Product): void {
    this.#addColumn(product, 1);
    if (product.kind === "zero") this.#addColumn(product, -1);
    if (product.kind === "strict") this.hasStrict = true;
  }

  #addColumn(product: Product, sign: 1 | -1): void {
    const column = new Map<number, exact.Rational>();
    for (const [key, term] of product.poly.terms) {
      let row = this.#index.get(key);
      if (row === undefined) {
        row = this.#simplex.addRow();
        this.#index.set(key, row);
      }
      column.set(row, sign > 0 ? term.coefficient : exact.negate(term.coefficient));
    }
    if (product.kind === "strict") column.set(0, exact.one);
    this.#budget.spend(column.size, "writing down an identity to be found");
    this.#simplex.add(column);
    this.#columns.push({ product, sign });
  }

  solve(): { product: Product; times: exact.Rational }[] | null {
    const outcome = this.#simplex.solve();
    if (outcome.kind === "none") {
      return null;
    }
    const found: { product: Product; times: exact.Rational }[] = [];
    for (const [column, weight] of outcome.weights) {
      const { product, sign } = this.#columns[column] ?? { product: one, sign: 1 };
      if (!exact.isZero(weight)) found.push({ product, times: sign > 0 ? weight : exact.negate(weight) });
    }
    return found;
  }
}

function leaf(state: State, found: readonly { product: Product; times: exact.Rational }[]): Refutation {
  const terms = found.map(
    ({ product: { facts, square, factor }, times }): SumTerm => ({
      times: exact.printRational(times),
      facts: [...facts].sort((a, b) => a - b),
      square: square && polyText(state.atoms, square),
      factor: factor && polyText(state.atoms, factor),
    }),
  );
  return { kind: "identity", terms };
}
