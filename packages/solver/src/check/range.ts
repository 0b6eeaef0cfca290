import { type Budget, type Comparison, subtract } from "@crux/core";
import { compare, divide, integer, isZero, negate, type Rational, sign } from "@crux/core/exact";
import { createAlgebra, denseIn } from "./algebra.ts";
import { normalForm } from "./normal-form.ts";
import { constantOf } from "./polynomial.ts";
import { refuse } from "./refusal.ts";
import type { Domain } from "./roots-question.ts";

const STEP = "find the range of an unknown";

/** All real numbers. */
export const everything: Domain = { low: "-oo", high: "oo", hasLow: false, hasHigh: false };

/** The part of a domain in which comparisons of one unknown with numbers, as `2*phi <= 1`, all hold. */
export function narrowed(domain: Domain, by: readonly Comparison[], name: string, budget: Budget): Domain {
  return by.reduce((so, comparison) => {
    const { at, sides, isIncluded } = limitOf(comparison, name, budget);
    const lower = sides.includes("low") ? withLow(so, at, isIncluded) : so;
    return sides.includes("high") ? withHigh(lower, at, isIncluded) : lower;
  }, domain);
}

function withLow(domain: Domain, at: Rational, isIncluded: boolean): Domain {
  const order = typeof domain.low === "string" ? 1 : compare(at, domain.low);
  if (order < 0) return domain;
  return { ...domain, low: at, hasLow: isIncluded && (order > 0 || domain.hasLow) };
}

function withHigh(domain: Domain, at: Rational, isIncluded: boolean): Domain {
  const order = typeof domain.high === "string" ? -1 : compare(at, domain.high);
  if (order > 0) return domain;
  return { ...domain, high: at, hasHigh: isIncluded && (order < 0 || domain.hasHigh) };
}

/** Whether no number lies in the domain. */
export function isEmpty({ low, high, hasLow, hasHigh }: Domain): boolean {
  if (typeof low === "string" || typeof high === "string") return false;
  const order = compare(low, high);
  return order > 0 || (order === 0 && !(hasLow && hasHigh));
}

type Limit = {
  readonly at: Rational;
  readonly sides: readonly ("low" | "high")[];
  readonly isIncluded: boolean;
};

function limitOf(of: Comparison, name: string, budget: Budget): Limit {
  const { num, den } = normalForm(
    subtract(of.left, of.right),
    createAlgebra(() => false, budget),
  );
  const below = constantOf(den);
  const line = below === undefined ? undefined : denseIn(num, name);
  const [start = integer(0), slope] = line ?? [];
  const isLine = below !== undefined && slope !== undefined && !isZero(slope) && line?.length === 2;
  if (!isLine || of.relation === "!=") {
    return refuse(
      STEP,
      ["certificate", "request"],
      `the range of ${name} is limited in a way that is not followed`,
    );
  }
  const at = negate(divide(start, slope));
  if (of.relation === "=") return { at, sides: ["low", "high"], isIncluded: true };
  const isUpper = of.relation.startsWith("<") === sign(slope) * sign(below) > 0;
  return { at, sides: [isUpper ? "high" : "low"], isIncluded: of.relation.length === 2 };
}
