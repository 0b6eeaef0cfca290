import { type Budget, type Expr, unknownsOf } from "@crux/core";
import { integer, isInteger, min, type Rational } from "@crux/core/exact";
import { type Algebra, createAlgebra, denseIn } from "./algebra.ts";
import { conditionsOf } from "./conditions.ts";
import { normalForm } from "./normal-form.ts";
import { type Polynomial, product, type Ratio } from "./polynomial.ts";
import { fromRationals, times, type Univariate, withoutRootsOf } from "./univariate.ts";

/** A quotient of polynomials in one unknown, by where it is zero and where it is not defined. */
export type RationalFunction = {
  /** Zero, with the right multiplicities, exactly where the function is; empty if it is zero wherever it is defined. */
  readonly zeros: Univariate;
  /** Has the sign of the function at each place where that is defined. */
  readonly signs: Univariate;
  /** Zero exactly at the poles and gaps of the function. */
  readonly gaps: Univariate;
};

/** The formula as a quotient of polynomials with rational coefficients; undefined if it is not written as one. */
export function toRationalFunction(f: Expr, of: string, budget: Budget): RationalFunction | undefined {
  if (unknownsOf(f).some((name) => name !== of)) return undefined;
  const algebra = createAlgebra((name) => name === of, budget);
  const conditions = conditionsOf(f);
  if (conditions.some(({ relation }) => relation !== "!=")) return undefined;
  let gaps: Univariate = [1n];
  for (const { expr } of conditions) {
    const parts = dense(normalForm(expr, algebra), of, algebra);
    if (parts === undefined) return undefined;
    // What is divided by must not be 0, and is defined only where its own denominators are not 0.
    gaps = times(gaps, parts.num);
  }
  const parts = dense(normalForm(f, algebra), of, algebra);
  if (parts === undefined || gaps.length === 0) return undefined;
  const signs = times(parts.num, parts.den);
  return { zeros: parts.num.length === 0 ? [] : withoutRootsOf(parts.num, gaps, budget), signs, gaps };
}

/** Numerator and denominator with whole coefficients, after negative powers have been cleared from each. */
function dense(of: Ratio, name: string, algebra: Algebra): { num: Univariate; den: Univariate } | undefined {
  const least = min(lowest(of.num), lowest(of.den));
  const factor: Polynomial = new Map([
    [
      `${name}^${-least.num}`,
      {
        coefficient: integer(1),
        powers: [
          [
            { kind: "unknown", key: name, positive: true },
            { num: -least.num, den: 1n },
          ],
        ],
      },
    ],
  ]);
  if (!isInteger(least)) return undefined;
  const lift = (p: Polynomial): Univariate | undefined => {
    const lifted = least.num < 0n ? product(p, factor, algebra.budget) : p;
    const coefficients = denseIn(lifted, name);
    return coefficients && fromRationals(coefficients);
  };
  const [num, den] = [lift(of.num), lift(of.den)];
  return num && den && { num, den };
}

/** The lowest exponent of anything in the polynomial, at most 0. */
function lowest(p: Polynomial): Rational {
  let least = integer(0);
  for (const { powers } of p.values()) for (const [, exponent] of powers) least = min(least, exponent);
  return least;
}
