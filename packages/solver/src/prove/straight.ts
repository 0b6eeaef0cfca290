import type { Budget } from "@crux/core";
import * as exact from "@crux/core/exact";
import { type Atoms, atomAt } from "../algebra/atoms.ts";
import { pairsOf } from "../algebra/monomial.ts";
import type { Polynomial } from "../algebra/polynomial.ts";
import * as poly from "../algebra/polynomial.ts";
import { Simplex } from "./simplex.ts";

/** A condition `poly RELATION 0`. */
export type Condition = { readonly poly: Polynomial; readonly relation: ">" | ">=" | "=" };

/** Distances from the edge at which points are looked for, the largest first. */
const MARGINS = [exact.one, exact.ratio(1n, 10n), exact.ratio(1n, 1000n)];

/**
 * Unknowns that have to be fixed before every condition is straight in the others: those that occur in higher powers,
 * inside a root, logarithm or exponential, or in products with each other.
 */
export function bendsOf(conditions: readonly Condition[], prefer: readonly number[]): number[] {
  const fixed = new Set<number>();
  for (;;) {
    const counts = new Map<number, number>();
    for (const { poly: p } of conditions)
      for (const { monomial } of p.terms.values()) {
        const free = pairsOf(monomial).filter(([atom]) => !fixed.has(atom));
        const degree = free.reduce((sum, [, n]) => sum + n, 0);
        if (degree > 1) for (const [atom] of free) counts.set(atom, (counts.get(atom) ?? 0) + 1);
      }
    const most = [...counts].sort(
      ([a, n], [b, m]) => Number(prefer.includes(b)) - Number(prefer.includes(a)) || m - n || a - b,
    )[0];
    if (most === undefined) return [...fixed];
    fixed.add(most[0]);
  }
}

/** Whether all atoms of the conditions are unknowns. */
export const isPlain = (atoms: Atoms, conditions: readonly Condition[]): boolean =>
  conditions.every(({ poly: p }) => poly.atomsOf(p).every((atom) => atomAt(atoms, atom).kind === "unknown"));

/**
 * A point at which straight conditions hold, with values for atoms; positive atoms come out positive.
 * Null if there is none at the distances that are tried.
 */
export function straightPoint(
  conditions: readonly Condition[],
  isPositive: (atom: number) => boolean,
  budget: Budget,
): ReadonlyMap<number, exact.Rational> | null {
  for (const margin of MARGINS) {
    const found = pointAt(conditions, isPositive, margin, budget);
    if (found !== null) return found;
  }
  return null;
}

/** Each positive unknown is `margin + share`; each free one is the difference of two shares; each slack is a share. */
function pointAt(
  conditions: readonly Condition[],
  isPositive: (atom: number) => boolean,
  margin: exact.Rational,
  budget: Budget,
): ReadonlyMap<number, exact.Rational> | null {
  const atoms = [...new Set(conditions.flatMap(({ poly: p }) => poly.atomsOf(p)))];
  const targets = conditions.map(({ poly: p, relation }) => {
    let value = relation === ">" ? margin : exact.zero;
    for (const { coefficient, monomial } of p.terms.values()) {
      const atom = monomial[0];
      if (atom === undefined) value = exact.subtract(value, coefficient);
      else if (isPositive(atom)) value = exact.subtract(value, exact.multiply(coefficient, margin));
    }
    return value;
  });
  const simplex = new Simplex(targets, budget);
  const columns: { atom: number; sign: 1 | -1 }[] = [];
  for (const atom of atoms)
    for (const sign of isPositive(atom) ? ([1] as const) : ([1, -1] as const)) {
      const column = new Map<number, exact.Rational>();
      for (const [row, { poly: p }] of conditions.entries()) {
        const entry = p.terms.get(`${atom},1`)?.coefficient;
        if (entry !== undefined) column.set(row, sign > 0 ? entry : exact.negate(entry));
      }
      simplex.add(column);
      columns.push({ atom, sign });
    }
  for (const [row, { relation }] of conditions.entries())
    if (relation !== "=") simplex.add(new Map([[row, exact.integer(-1)]]));
  const outcome = simplex.solve();
  if (outcome.kind === "none") return null;
  const out = new Map(atoms.map((atom) => [atom, isPositive(atom) ? margin : exact.zero]));
  for (const [index, weight] of outcome.weights) {
    const column = columns[index];
    if (column === undefined) continue;
    const share = column.sign > 0 ? weight : exact.negate(weight);
    out.set(column.atom, exact.add(out.get(column.atom) ?? exact.zero, share));
  }
  return out;
}
