import type { Comparison, Expr } from "@crux/core";
import type { SolutionsAnswer } from "../query/answer.ts";
import type { Domain } from "./roots-question.ts";

/** What a list of solutions is about: where is a formula zero, for which unknown? */
export type SolutionsQuestion = {
  readonly f: Expr;
  readonly of: string;
  readonly domain: Domain;
  /** What limits the unknown, together; null for all positive numbers. */
  readonly limits: readonly Comparison[] | null;
  readonly isPositive: (name: string) => boolean;
  readonly facts: readonly Comparison[];
};

/** The parts of an answer that list solutions. */
export type Solutions = Pick<SolutionsAnswer, "holds" | "solutions" | "conditions" | "degenerate">;
