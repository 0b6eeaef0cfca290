import type { Contest, Expr, Issue, Result, Scenario } from "@crux/core";
import {
  contestOf,
  differentiate,
  divide,
  err,
  expandCosts,
  exprOfName,
  issue,
  multiply,
  negate,
  ok,
  printExpr,
  substitute,
  subtract,
  unknownsOf,
} from "@crux/core";
import { createAtoms } from "../algebra/atoms.ts";
import { normalise } from "../algebra/normalise.ts";
import { isZero } from "../algebra/ratio.ts";
import { Undecided } from "../algebra/undecided.ts";
import { solveEquation } from "../equation/solve-equation.ts";
import { factsAbout, factsBeside } from "../map/axis-range.ts";
import { crossoverFormula } from "../map/crossover-formula.ts";
import { formulaValue, numberValue } from "../map/number-value.ts";
import type { Answer, SensitivityRow, Value } from "./answer.ts";
import { scoreOf } from "./answer-solutions.ts";
import type { Given, Query } from "./request.ts";
import { namedContest, situationOf, withValues } from "./situation.ts";
import type { Asked, Work } from "./work.ts";

/**
 * How the threshold between two programs moves with each cost, exactly: with `f` the difference of their scores, the
 * derivative is `-(df/dx) / (df/dg)` at the threshold, by the theorem on implicit functions.
 */
export function answerSensitivity({
  scenario,
  query,
  work,
}: Asked<Query & { kind: "sensitivity" }>): Result<Answer, readonly Issue[]> {
  const situation = situationOf(scenario, query.at, []);
  if (!situation.ok) return situation;
  const contest = situation.value;
  const [one, other] = query.between;
  const solved = solveEquation(equationIn(contest, query.between), work.budget);
  if (solved.kind === "undecided") return ok(solved);
  const [first] = solved.solutions;
  if (first === undefined) {
    const message = `no threshold between: ${one}, ${other}`;
    const hint =
      solved.holds === "everywhere" ? "their scores are always equal" : "their scores are nowhere equal";
    return err([issue("no-threshold", message, { path: ["query", "between"], hint })]);
  }
  const {
    expr,
    real: _real,
    multiplicity: _multiplicity,
    flips: _flips,
    conditions: _conditions,
    ...threshold
  } = first;
  if (expr === null) return ok({ kind: "undecided", missing: "a closed form of the threshold" });
  const rows = costsOf(scenario).map((name) =>
    rowOf(name, { scenario, at: query.at, between: query.between, threshold: expr, work }),
  );
  return ok({
    kind: "sensitivity",
    between: query.between,
    threshold,
    formula: formulaOf(scenario, query, work),
    rows,
    certificate: work.certify(() => ({ kind: "recompute" })),
  });
}

const equationIn = (contest: Contest, [one, other]: readonly [string, string]) => ({
  left: scoreOf(contest, one),
  right: scoreOf(contest, other),
  for: "g",
  positive: contest.positive,
  facts: factsBeside(contest, "g"),
  domain: factsAbout(contest, "g").length === 0 ? null : factsAbout(contest, "g"),
});

/** Costs of terms in their order, then parameters: all that have a value or occur in some program. */
function costsOf(scenario: Scenario): readonly string[] {
  const { entrants } = namedContest(scenario, new Map());
  const occurring = new Set(unknownsOf(...entrants.map((one) => one.score)));
  const costs = scenario.terms.flatMap(({ id, c, t }) => [
    { name: `c(${id})`, value: c },
    { name: `t(${id})`, value: t },
  ]);
  const named = costs
    .filter(({ name, value }) => value !== null || occurring.has(name))
    .map((one) => one.name);
  return [...named, ...scenario.parameters.map(({ id }) => id)];
}

type RowTask = {
  readonly scenario: Scenario;
  readonly at: Given;
  readonly between: readonly [string, string];
  readonly threshold: Expr;
  readonly work: Work;
};

const ZERO: Value = Object.freeze({ exact: "0", decimal: `0.${"0".repeat(29)}` });

function rowOf(name: string, { scenario, at, between, threshold, work }: RowTask): SensitivityRow {
  const contest = withValues(contestOf(scenario, { keep: [name, ...at.keys()] }), valuesBeside(at, name));
  const [one, other] = between;
  const difference = subtract(scoreOf(contest, one), scoreOf(contest, other));
  if (isFreeOf(difference, name, work))
    return { of: name, derivative: ZERO, elasticity: ZERO, cancels: true };
  const slope = negate(divide(derivativeOf(difference, name), derivativeOf(difference, "g")));
  const value = at.get(name) ?? valueOfName(scenario, name);
  const here = new Map([["g", threshold], ...(value === null ? [] : [[name, value] as const])]);
  const derivative = substitute(slope, here);
  const elasticity = divide(multiply(derivative, value ?? exprOfName(name)), threshold);
  const positive = ["g", ...contest.positive];
  return {
    of: name,
    derivative: toValue(derivative, positive, work) ?? { exact: null },
    elasticity: toValue(elasticity, positive, work),
    cancels: false,
  };
}

const valuesBeside = (at: Given, name: string): Given => new Map([...at].filter(([one]) => one !== name));

/** Whether a name does not matter to a formula: it does not occur, or cancels. */
function isFreeOf(expr: Expr, name: string, { budget }: Work): boolean {
  if (!unknownsOf(expr).includes(name)) return true;
  const { value } = normalise(derivativeOf(expr, name), createAtoms({ budget }));
  return isZero(value);
}

/** The derivative; throws `Undecided` where there is none everywhere, as of `abs`. */
function derivativeOf(expr: Expr, name: string): Expr {
  const derivative = differentiate(expr, name);
  if (derivative === undefined) throw new Undecided(`a derivative of ${printExpr(expr)}`);
  return derivative;
}

/** What the scenario says a cost or parameter is, as far as it is known. */
function valueOfName(scenario: Scenario, name: string): Expr | null {
  const known = expandCosts(scenario, exprOfName(name));
  return unknownsOf(known).includes(name) ? null : known;
}

const toValue = (expr: Expr, positive: readonly string[], { budget }: Work): Value | null =>
  unknownsOf(expr).length === 0 ? numberValue(expr, budget) : formulaValue(expr, positive, budget);

/** The threshold in the names of costs; null where there is no short formula. */
function formulaOf(
  scenario: Scenario,
  { between: [one, other], at }: Query & { kind: "sensitivity" },
  { budget }: Work,
): string | null {
  const named = namedContest(scenario, at);
  const atoms = createAtoms({ positive: ["g", ...named.positive], budget });
  const formula = crossoverFormula(scoreOf(named, one), scoreOf(named, other), "g", atoms);
  return formula && printExpr(formula);
}
