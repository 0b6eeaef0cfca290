import type { Budget } from "@crux/core";
import { absolute, add, divide, integer, midpoint, negate, type Rational } from "@crux/core/exact";
import type { Spot } from "./spot.ts";
import { countRoots, signAt, type Univariate } from "./univariate.ts";

/** All real roots of a polynomial without repeated ones, ascending, by Sturm's theorem and bisection. */
export function isolated(simple: Univariate, budget: Budget): readonly Spot[] {
  if (simple.length <= 1) return [];
  const bound = boundOf(simple);
  return between(simple, negate(bound), bound, budget);
}

/** Cauchy's bound: every root is smaller in size. */
function boundOf(p: Univariate): Rational {
  const lead = integer(p.at(-1) ?? 1n);
  return p.slice(0, -1).reduce((so, one) => add(so, absolute(divide(integer(one), lead))), integer(1));
}

function between(p: Univariate, low: Rational, high: Rational, budget: Budget): readonly Spot[] {
  budget.spend(10, "isolating roots");
  const count = countRoots(p, low, high, budget);
  if (count === 0) return [];
  if (count === 1) {
    if (signAt(p, high) === 0) return [{ kind: "closed", expr: { kind: "number", value: high } }];
    if (signAt(p, low) !== 0)
      return [{ kind: "crossing", range: { low, high }, signAt: (x) => signAt(p, x) }];
  }
  const middle = midpoint(low, high);
  return [...between(p, low, middle, budget), ...between(p, middle, high, budget)];
}
