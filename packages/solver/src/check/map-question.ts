import { type Budget, type Contest, type Expr, expandCosts, type Scenario, substitute } from "@crux/core";
import { contestAt, domainOf, givenValues, limitsOf, namedContest, type Query } from "./question.ts";
import type { Path } from "./refusal.ts";
import type { Domain } from "./roots-question.ts";
import type { Spot } from "./spot.ts";

/** What a numeric map is about: a contest in which the axis is the only unknown, and the same one with named costs. */
export type MapQuestion = {
  readonly contest: Contest;
  readonly named: Contest;
  /** Puts the scenario's values into a formula in named costs. */
  readonly expand: (expr: Expr) => Expr;
  readonly axis: string;
  readonly range: Domain;
};

/** Where a map stands in an answer, and its proof. */
export type MapPlaces = { readonly answer: Path; readonly proof: Path };

/** Where the thresholds are, and every place where anything can change. */
export type Ends = { readonly ends: readonly Spot[]; readonly cuts: readonly Spot[] };

/** What a case analysis is about: a contest with unknowns besides the axis, without the facts that limit the axis alone. */
export type CasesQuestion = {
  readonly contest: Contest;
  readonly axis: string;
  readonly range: Domain;
  readonly budget: Budget;
};

/** The question that a winner map answers. */
export function mapQuestion(
  asked: Extract<Query, { kind: "winners" | "compare" }>,
  scenario: Scenario,
  budget: Budget,
): MapQuestion {
  const values = givenValues(asked.at);
  const axis = asked.over ?? "g";
  const contest = contestAt(scenario, values, [axis]);
  return {
    contest,
    named: namedContest(scenario, values),
    expand: (expr) => substitute(expandCosts(scenario, expr, { keep: [...values.keys()] }), values),
    axis,
    range: { ...domainOf(contest, axis, budget), hasLow: false, hasHigh: false },
  };
}

/** The question that a case analysis answers: facts that limit the axis alone are in its range. */
export function casesQuestion(
  asked: Extract<Query, { kind: "winners" }>,
  scenario: Scenario,
  budget: Budget,
): CasesQuestion {
  const { contest, axis, range } = mapQuestion(asked, scenario, budget);
  const alone = new Set(limitsOf(contest, axis));
  const facts = contest.facts.filter((fact) => !alone.has(fact.comparison));
  return { contest: { ...contest, facts }, axis, range, budget };
}
