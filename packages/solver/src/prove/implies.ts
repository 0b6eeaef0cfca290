import type { Budget, Comparison } from "@crux/core";
import type { Refutation } from "../certificate/claim-proof.ts";
import type { Point } from "../query/answer.ts";
import { decideByPoints } from "./decide.ts";
import { createMeter } from "./meter.ts";
import { createQuestion } from "./question.ts";
import { toPoint } from "./trial.ts";

/** Facts about unknowns, of which those that `isPositive` names are strictly positive. */
export type Constraints = {
  readonly facts: readonly Comparison[];
  readonly isPositive: (name: string) => boolean;
};

/** Whether constraints can hold together: at a point, or not, with the proof; the facts are held facts 0, 1, … in it. */
export type Consistency =
  | { readonly kind: "consistent"; readonly at: Point }
  | { readonly kind: "inconsistent"; readonly tree: Refutation }
  | { readonly kind: "undecided"; readonly missing: string };

/** Whether there is a point at which all constraints hold. Throws `Spent` when the budget is used up. */
export function isConsistent({ facts, isPositive }: Constraints, budget: Budget): Consistency {
  const never = { formula: { kind: "any", of: [] }, comparisons: [] } as const;
  const question = createQuestion(facts, never, isPositive);
  // only `vacuous` counts: that a claim which is never true holds nowhere says nothing about the facts
  const { hunt, vacuous: tree, missing } = decideByPoints(question, createMeter(budget));
  if (hunt.fails !== null) return { kind: "consistent", at: toPoint(hunt.fails) };
  return tree === null ? { kind: "undecided", missing } : { kind: "inconsistent", tree };
}

/** Whether constraints make a goal true: proved, with a tree as in a claim's proof, or refuted at a point. */
export type Implication =
  | { readonly kind: "proved"; readonly tree: Refutation }
  | { readonly kind: "refuted"; readonly at: Point }
  | { readonly kind: "undecided"; readonly missing: string };

/** Whether the goal holds wherever all constraints hold. Throws `Spent` when the budget is used up. */
export function implies({ facts, isPositive }: Constraints, goal: Comparison, budget: Budget): Implication {
  const claim = { formula: { kind: "comparison", index: 0 }, comparisons: [goal] } as const;
  const question = createQuestion(facts, claim, isPositive);
  const { hunt, proved, vacuous, missing } = decideByPoints(question, createMeter(budget), "fails");
  const tree = proved ?? vacuous;
  if (tree !== null) return { kind: "proved", tree };
  return hunt.fails === null ? { kind: "undecided", missing } : { kind: "refuted", at: toPoint(hunt.fails) };
}
