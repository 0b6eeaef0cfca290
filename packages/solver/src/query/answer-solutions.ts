import type { Comparison, Contest, Issue, Result, Scenario } from "@crux/core";
import {
  comparison,
  contestOf,
  expandComparison,
  exprOfName,
  number,
  ok,
  unknownsOfComparison,
} from "@crux/core";
import type { Equation, Solved } from "../equation/equation.ts";
import { solveEquation } from "../equation/solve-equation.ts";
import { factsAbout, factsBeside } from "../map/axis-facts.ts";
import type { Answer, BreakEvenAnswer, SolutionsAnswer, UndecidedAnswer } from "./answer.ts";
import type { Given, Query } from "./request.ts";
import { scoreOf } from "./score-of.ts";
import { situationOf } from "./situation.ts";
import type { Asked, Work } from "./work.ts";

/** Every place on an axis where two programs have the same score. */
export function answerCrossovers({
  scenario,
  query,
  work,
}: Asked<Query & { kind: "crossovers" }>): Result<Answer, readonly Issue[]> {
  const equation = tieOf(scenario, query.between, query.over, query.at);
  return equation.ok ? ok(toAnswer(solve(equation.value, work), work)) : equation;
}

const solve = (equation: Equation, { budget, askFactors }: Work): Solved =>
  solveEquation(askFactors === undefined ? equation : { ...equation, askFactors }, budget);

/** Every value of one cost at which two programs tie. */
export function answerBreakEven({
  scenario,
  query,
  work,
}: Asked<Query & { kind: "break-even" }>): Result<Answer, readonly Issue[]> {
  const equation = tieOf(scenario, query.between, query.of, query.at);
  if (!equation.ok) return equation;
  const answer = toAnswer(solve(equation.value, work), work);
  if (answer.kind !== "solutions") return ok(answer);
  const breakEven: BreakEvenAnswer = { ...answer, kind: "break-even", of: query.of, between: query.between };
  return ok(breakEven);
}

/** Every solution of an equation, with the scenario's knowledge put in if there is one. */
export function answerSolve(scenario: Scenario | null, query: Query & { kind: "solve" }, work: Work): Answer {
  return toAnswer(solve(equationOf(scenario, query), work), work);
}

function equationOf(
  scenario: Scenario | null,
  { equation, for: name, assume, domain }: Query & { kind: "solve" },
): Equation {
  const others = unknownsOfComparison(equation).filter((one) => one !== name);
  if (scenario === null) {
    const { left, right } = equation;
    return { left, right, for: name, positive: [...others, ...namesIn(assume)], facts: assume, domain };
  }
  const options = { keep: [name] };
  const { left, right } = expandComparison(scenario, equation, options);
  const contest = contestOf(scenario, options);
  const more = assume.map((one) => expandComparison(scenario, one, options));
  const limits = limitsOf(contest, name);
  return {
    left,
    right,
    for: name,
    positive: ["g", ...contest.positive].filter((one) => one !== name),
    facts: [...factsBeside(contest, name), ...more],
    domain: domain ?? limits,
  };
}

const namesIn = (comparisons: readonly Comparison[]): readonly string[] =>
  comparisons.flatMap(unknownsOfComparison);

/** The equation that two programs' scores are equal, in one name. */
function tieOf(
  scenario: Scenario,
  [one, other]: readonly [string, string],
  name: string,
  at: Given,
): Result<Equation, readonly Issue[]> {
  const situation = situationOf(scenario, at, [name]);
  if (!situation.ok) return situation;
  const contest = situation.value;
  return ok({
    left: scoreOf(contest, one),
    right: scoreOf(contest, other),
    for: name,
    positive: ["g", ...contest.positive].filter((positive) => positive !== name),
    facts: factsBeside(contest, name),
    domain: limitsOf(contest, name),
  });
}

/** What limits a name by itself; null where that is only to be positive. */
function limitsOf(contest: Contest, name: string): readonly Comparison[] | null {
  const isPositive = name === "g" || contest.positive.includes(name) || !contest.unknowns.includes(name);
  const limits = factsAbout(contest, name);
  if (isPositive && limits.length === 0) return null;
  const positive = comparison(exprOfName(name), ">", number(0));
  return isPositive ? [positive, ...limits] : limits;
}

/** The answer to what was solved: conditions that all solutions share stand at the top as well. */
export function toAnswer(solved: Solved, work: Work): SolutionsAnswer | UndecidedAnswer {
  if (solved.kind === "undecided") return solved;
  const { proof, solutions, ...rest } = solved;
  const [first, ...others] = solutions;
  const shared = (first?.conditions ?? []).filter((one) =>
    others.every((other) => other.conditions.includes(one)),
  );
  return {
    ...rest,
    conditions: [...new Set([...rest.conditions, ...shared])],
    solutions: solutions.map(({ expr: _expr, real: _real, ...solution }) => solution),
    certificate: work.certify(() => proof),
  };
}
