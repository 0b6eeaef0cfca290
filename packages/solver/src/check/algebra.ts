import type { Budget } from "@crux/core";
import { integer, isInteger, type Rational, sign } from "@crux/core/exact";
import type { Atom, Polynomial, Ratio } from "./polynomial.ts";
import { sameRatio } from "./quotient.ts";
import { refuse } from "./refusal.ts";

/**
 * What brings formulas of one question to a form in which equal ones mostly are the same, and the same ones surely are
 * equal wherever both are real: quotients of polynomials over atoms. Atoms with equal parts are the same atom.
 */
export type Algebra = {
  readonly isPositive: (name: string) => boolean;
  readonly budget: Budget;
  /** Formulas that are known to be positive, as numerators of normal forms with positive denominators. */
  readonly known: Polynomial[];
  /** Quotients that stand inside atoms, found again by comparing. */
  readonly seen: Ratio[];
};

/** An algebra in which the unknowns that `isPositive` names are taken to be positive. */
export const createAlgebra = (isPositive: (name: string) => boolean, budget: Budget): Algebra => ({
  isPositive,
  budget,
  known: [],
  seen: [],
});

/** Ends the check, since a formula has no normal form here. */
export const cannot = (why: string): never => refuse("bring a formula to normal form", [], why);

/** A number that two quotients share if they are equal. */
export function numberOfRatio(of: Ratio, algebra: Algebra): number {
  const found = algebra.seen.findIndex((other) => sameRatio(of, other, algebra.budget));
  return found >= 0 ? found : algebra.seen.push(of) - 1;
}

/** The atom for a sum with whole coefficients. */
export const baseAtom = (of: Polynomial, positive: boolean): Atom => {
  const text = [...of].map(([key, { coefficient }]) => `${coefficient.num}/${coefficient.den} ${key}`).sort();
  return { kind: "base", key: `[${text.join(" + ")}]`, positive, of };
};

/** Rational coefficients, lowest degree first, of a polynomial in one unknown; undefined if it is anything else. */
export function denseIn(p: Polynomial, name: string): readonly Rational[] | undefined {
  const result: Rational[] = [];
  for (const { coefficient, powers } of p.values()) {
    const [first, ...others] = powers;
    if (
      others.length > 0 ||
      (first !== undefined && (first[0].kind !== "unknown" || first[0].key !== name))
    ) {
      return undefined;
    }
    const exponent = first?.[1] ?? integer(0);
    if (!isInteger(exponent) || sign(exponent) < 0 || exponent.num > 10_000n) return undefined;
    result[Number(exponent.num)] = coefficient;
  }
  return Array.from(result, (coefficient) => coefficient ?? integer(0));
}
