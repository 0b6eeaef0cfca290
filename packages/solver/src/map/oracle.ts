import type { Budget, Comparison, Contest, Rational } from "@crux/core";
import { parseRational } from "@crux/core/exact";
import type { Refutation } from "../certificate/claim-proof.ts";
import { implies, isConsistent } from "../prove/implies.ts";
import type { Point } from "../query/answer.ts";

/** A point as text, and those of its values that are rational. */
export type KnownPoint = { readonly texts: Point; readonly values: ReadonlyMap<string, Rational> };

/** Whether comparisons can hold together: at this point they do, by this proof they never do, or it is not known. */
export type Possibility =
  | { readonly kind: "possible"; readonly point: KnownPoint }
  | { readonly kind: "impossible"; readonly proof: Refutation }
  | { readonly kind: "undecided"; readonly missing: string };

/** What a case analysis asks about comparisons in the unknowns. Premises come after the facts of the contest. */
export type Oracle = {
  readonly together: (premises: readonly Comparison[]) => Possibility;
  /** A proof that the goal follows; null when none is found. */
  readonly proofOf: (premises: readonly Comparison[], goal: Comparison) => Refutation | null;
};

/** The prover, asked about the unknowns of a contest. */
export function proverOracle(contest: Contest, budget: Budget): Oracle {
  const positive = new Set(["g", ...contest.positive]);
  const isPositive = (name: string): boolean => positive.has(name);
  const facts = contest.facts.map((fact) => fact.comparison);
  return {
    together: (premises) => {
      const found = isConsistent({ facts: [...facts, ...premises], isPositive }, budget);
      if (found.kind === "undecided") return found;
      if (found.kind === "inconsistent") return { kind: "impossible", proof: found.tree };
      return { kind: "possible", point: knownPoint(found.at) };
    },
    proofOf: (premises, goal) => {
      const found = implies({ facts: [...facts, ...premises], isPositive }, goal, budget);
      return found.kind === "proved" ? found.tree : null;
    },
  };
}

function knownPoint(texts: Point): KnownPoint {
  const values = new Map<string, Rational>();
  for (const [name, text] of Object.entries(texts)) {
    const value = parseRational(text);
    if (value !== undefined) values.set(name, value);
  }
  return { texts, values };
}
