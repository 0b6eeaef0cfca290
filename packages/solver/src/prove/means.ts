import type { Budget } from "@crux/core";
import * as exact from "@crux/core/exact";
import { type Atoms, atomAt } from "../algebra/atoms.ts";
import { rationalPower } from "../algebra/kernel.ts";
import { type Monomial, pairsOf } from "../algebra/monomial.ts";
import * as poly from "../algebra/polynomial.ts";
import * as ratios from "../algebra/ratio.ts";
import { sureSign } from "./kinds.ts";
import { addKnown } from "./known.ts";
import { Simplex } from "./simplex.ts";
import { type Known, polyText, type State } from "./state.ts";

/** Most instances that are added for one proof. */
const MOST = 8;

/**
 * Adds inequalities of weighted means that bound the positive terms of a fact by its negative ones: each positive
 * term whose exponents lie between those of negative terms.
 */
export function withMeans(state: State, budget: Budget): State {
  let out = state;
  let count = 0;
  for (const fact of state.facts) {
    if (fact.relation === "=" || poly.length(fact.poly) < 3) continue;
    for (const { target, parts } of mixtures(state.atoms, fact, budget)) {
      if (count >= MOST) return out;
      const next = withMean(out, target, parts, budget);
      if (next !== null) {
        out = next;
        count += 1;
      }
    }
  }
  return out;
}

type Part = { readonly weight: exact.Rational; readonly term: poly.Term };
type Mixture = { readonly target: poly.Term; readonly parts: readonly Part[] };

function mixtures(atoms: Atoms, { poly: p }: Known, budget: Budget): Mixture[] {
  const terms = poly.termsOf(p);
  const ups = terms.filter(({ coefficient }) => exact.sign(coefficient) > 0);
  const downs = terms.filter(({ coefficient }) => exact.sign(coefficient) < 0);
  if (ups.length > 6 || downs.length > 12) return [];
  const isPositive = ({ monomial }: poly.Term): boolean =>
    sureSign(atoms, poly.monomialOf(exact.one, monomial)) === 1;
  if (!terms.every(isPositive)) return [];
  return ups.flatMap((target) => {
    const first = mixture(atoms, target, downs, budget);
    if (first === null) return [];
    // the same without one of the terms that were used, so that the weight can be shared out
    const others = first.parts.flatMap(({ term }) => {
      const other = mixture(
        atoms,
        target,
        downs.filter((one) => one !== term),
        budget,
      );
      return other === null ? [] : [other];
    });
    return [first, ...others.slice(0, 2)];
  });
}

/** Weights that make the exponents of a term a mean of those of other terms; null if there are none. */
function mixture(
  atoms: Atoms,
  target: poly.Term,
  from: readonly poly.Term[],
  budget: Budget,
): Mixture | null {
  const wanted = exponentsOf(atoms, target.monomial);
  const vectors = from.map(({ monomial }) => exponentsOf(atoms, monomial));
  const axes = [...new Set([wanted, ...vectors].flatMap((one) => [...one.keys()]))];
  const simplex = new Simplex([exact.one, ...axes.map((axis) => wanted.get(axis) ?? exact.zero)], budget);
  for (const vector of vectors)
    simplex.add(
      new Map([
        [0, exact.one],
        ...axes.flatMap((axis, i) => {
          const value = vector.get(axis);
          return value === undefined ? [] : [[i + 1, value] as const];
        }),
      ]),
    );
  const outcome = simplex.solve();
  if (outcome.kind === "none") return null;
  const parts = [...outcome.weights].flatMap(([i, weight]) => {
    const term = from[i];
    return term === undefined || exact.isZero(weight) ? [] : [{ weight, term }];
  });
  return parts.length < 2 || parts.some(({ weight }) => weight.den > 24n) ? null : { target, parts };
}

/** Exponents of a monomial, those of a root counted as fractions of what it is the root of. */
function exponentsOf(atoms: Atoms, monomial: Monomial): Map<string, exact.Rational> {
  const out = new Map<string, exact.Rational>();
  for (const [atom, n] of pairsOf(monomial)) {
    const what = atomAt(atoms, atom);
    const key = poly.print(what.kind === "root" ? what.of : poly.atomPower(atom));
    const share = exact.ratio(BigInt(n), BigInt(what.kind === "root" ? what.degree : 1));
    out.set(key, exact.add(out.get(key) ?? exact.zero, share));
  }
  return out;
}

/** The instance with the terms taken with their coefficients over their weights, or as they are. */
function withMean(state: State, target: poly.Term, parts: readonly Part[], budget: Budget): State | null {
  const { atoms } = state;
  const scaled = parts.map(({ weight, term }) => ({
    weight,
    size: exact.divide(exact.absolute(term.coefficient), weight),
    term,
  }));
  const plain = parts.map(({ weight, term }) => ({ weight, size: exact.one, term }));
  for (const sized of [scaled, plain]) {
    budget.spend(20, "looking for means");
    let factor = ratios.one;
    for (const { weight, size } of sized)
      factor = ratios.multiply(atoms, factor, rationalPower(atoms, ratios.fromRational(size), weight));
    if (ratios.constantOf(factor) === undefined && sized === scaled) continue;
    const mean = ratios.multiply(
      atoms,
      factor,
      ratios.fromPolynomial(poly.monomialOf(exact.one, target.monomial)),
    );
    let value = ratios.negate(mean);
    const written = sized.map(({ weight, size, term }) => {
      const part = poly.monomialOf(size, term.monomial);
      value = ratios.add(atoms, value, ratios.fromPolynomial(poly.scale(part, weight)));
      return { weight: exact.printRational(weight), part: polyText(atoms, part) };
    });
    if (!poly.isOne(mean.den) || !poly.isOne(value.den)) continue;
    return addKnown(state, value, ">=", {
      kind: "means",
      parts: written,
      mean: polyText(atoms, mean.num),
      given: [],
    }).state;
  }
  return null;
}
