import type { Budget } from "@crux/core";
import * as core from "@crux/core";
import { type Comparison, type Expr, evaluate, substitute, unknownsOf } from "@crux/core";
import type * as exact from "@crux/core/exact";
import { createAtoms, dependsOn } from "../algebra/atoms.ts";
import { squarefree } from "../algebra/divide.ts";
import { normalise } from "../algebra/normalise.ts";
import * as poly from "../algebra/polynomial.ts";
import { constantOf, ratio } from "../algebra/ratio.ts";
import { isPositiveAtom } from "../algebra/sign.ts";
import { toExpr } from "../algebra/to-expr.ts";

/** An unknown that an equality determines, as a formula in unknowns that are not determined. */
export type Definition = { readonly name: string; readonly value: Expr };

/**
 * Solves equalities one after the other for an unknown that occurs in a straight way, so that points can be tried on
 * which they hold. Equalities that no unknown can be solved for are left out.
 */
export function definitionsOf(
  equalities: readonly Comparison[],
  isPositive: (name: string) => boolean,
  budget: Budget,
): readonly Definition[] {
  let out: Definition[] = [];
  for (const { left, right } of equalities) {
    const known = new Map(out.map(({ name, value }) => [name, value]));
    const difference = substitute(core.subtract(left, right), known);
    const next = solveOne(difference, isPositive, budget);
    if (next === null) continue;
    const put = new Map([[next.name, next.value]]);
    out = [...out.map(({ name, value }) => ({ name, value: substitute(value, put) })), next];
  }
  return out;
}

function solveOne(
  difference: Expr,
  isPositive: (name: string) => boolean,
  budget: Budget,
): Definition | null {
  const positive = unknownsOf(difference).filter(isPositive);
  const atoms = createAtoms({ positive, budget });
  const { num } = normalise(difference, atoms).value;
  let best: Definition | null = null;
  for (const { base } of squarefree(num, atoms.charge).factors)
    for (const atom of poly.atomsOf(base)) {
      const what = atoms.list[atom];
      if (what?.kind !== "unknown" || poly.degreeIn(base, atom) !== 1) continue;
      const [free = poly.zero, slope = poly.zero] = poly.coefficientsIn(base, atom);
      const others = [...poly.atomsOf(free), ...poly.atomsOf(slope)];
      if (poly.isZero(free) || others.some((other) => dependsOn(atoms, other, atom))) continue;
      const value = ratio(atoms, poly.negate(free), slope);
      const made = { name: what.name, value: toExpr(atoms, value) };
      const isEasy = constantOf({ num: slope, den: poly.one }) !== undefined;
      const staysPositive = !isPositiveAtom(atoms, atom) || poly.hasPositiveCoefficients(value.num);
      if (isEasy && staysPositive) return made;
      best ??= made;
    }
  return best;
}

/** The point with the defined unknowns put in; null where one of them is not an exact number. */
export function withDefinitions(
  at: ReadonlyMap<string, exact.Rational>,
  definitions: readonly Definition[],
): ReadonlyMap<string, exact.Rational> | null {
  if (definitions.length === 0) return at;
  const out = new Map(at);
  for (const { name, value } of definitions) {
    const worth = evaluate(value, at);
    if (worth.kind !== "exact") return null;
    out.set(name, worth.value);
  }
  return out;
}
