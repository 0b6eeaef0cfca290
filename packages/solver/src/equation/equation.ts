import type { Comparison, Expr } from "@crux/core";
import type { Proof } from "../certificate/certificate.ts";
import type { Solution, SolutionsAnswer } from "../query/answer.ts";
import type { Real } from "../roots/real.ts";

/** Gives formulas, as text, that may be factors of a polynomial; an empty list when there is no proposal. */
export type AskFactors = (polynomial: string) => readonly string[];

/** An equation `left = right` to be solved for one unknown. */
export type Equation = {
  readonly left: Expr;
  readonly right: Expr;
  /** The unknown's printed name. */
  readonly for: string;
  /** Names of the other unknowns that are strictly positive. */
  readonly positive: readonly string[];
  /** Comparisons that may be taken to hold. */
  readonly facts: readonly Comparison[];
  /** What limits the unknown that is solved for, together: `[]` for every real number, null for `(0, oo)`. */
  readonly domain: readonly Comparison[] | null;
  /** Proposes factors of a polynomial that does not come apart; each is tried, none is believed. */
  readonly askFactors?: AskFactors;
};

/** One solution: as an answer has it, as a formula where it has one, and as a number where no unknown is left. */
export type EquationSolution = Solution & { readonly expr: Expr | null; readonly real: Real | null };

/** Every solution, under conditions where unknowns remain, with the proof; or why that could not be decided. */
export type Solved =
  | (Omit<SolutionsAnswer, "certificate" | "solutions"> & {
      readonly solutions: readonly EquationSolution[];
      readonly proof: Proof;
    })
  | { readonly kind: "undecided"; readonly missing: string };
