import type { Expr, Scenario } from "@crux/core";
import {
  contestOf,
  differentiate,
  divide,
  expansionWithScores,
  exprOfName,
  multiply,
  negate,
  printExpr,
  scoresOfPair,
  substitute,
  subtract,
  unknownsOf,
} from "@crux/core";
import { createAtoms } from "../algebra/atoms.ts";
import { normalise } from "../algebra/normalise.ts";
import { isZero } from "../algebra/ratio.ts";
import { Undecided } from "../algebra/undecided.ts";
import { formulaValue, numberValue } from "../map/number-value.ts";
import type { SensitivityRow, Value } from "./answer.ts";
import type { Given } from "./request.ts";
import { namedContest, withValues } from "./situation.ts";
import type { Work } from "./work.ts";

/** Two programs, their threshold as a formula, and the values that a query gives. */
export type RowTask = {
  readonly scenario: Scenario;
  readonly at: Given;
  readonly between: readonly [string, string];
  readonly threshold: Expr;
  readonly work: Work;
};

/** Derivative and elasticity of the threshold for every cost and parameter of the scenario, in its order. */
export function sensitivityRows(task: RowTask): SensitivityRow[] {
  const expansion = expansionWithScores(task.scenario);
  /** What the scenario says a cost or parameter is, as far as it is known. */
  const valueIn = (name: string): Expr | null => {
    const known = expansion.expr(exprOfName(name));
    return unknownsOf(known).includes(name) ? null : known;
  };
  return costsOf(task.scenario).map((name) => rowOf(name, task, valueIn));
}

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

const ZERO: Value = Object.freeze({ exact: "0", decimal: `0.${"0".repeat(29)}` });

function rowOf(
  name: string,
  { scenario, at, between, threshold, work }: RowTask,
  valueIn: (name: string) => Expr | null,
): SensitivityRow {
  const keep = [name, ...at.keys()];
  const beside: Given = new Map([...at].filter(([one]) => one !== name));
  const [one, other] = scoresOfPair(scenario, between, { keep });
  const difference = subtract(substitute(one, beside), substitute(other, beside));
  if (isFreeOf(difference, name, work))
    return { of: name, derivative: ZERO, elasticity: ZERO, cancels: true };
  const slope = negate(divide(derivativeOf(difference, name), derivativeOf(difference, "g")));
  const value = at.get(name) ?? valueIn(name);
  const here = new Map([["g", threshold], ...(value === null ? [] : [[name, value] as const])]);
  const derivative = substitute(slope, here);
  const elasticity = divide(multiply(derivative, value ?? exprOfName(name)), threshold);
  const positive = (): readonly string[] => [
    "g",
    ...withValues(contestOf(scenario, { keep }), beside).positive,
  ];
  return {
    of: name,
    derivative: toValue(derivative, positive, work) ?? { exact: null },
    elasticity: toValue(elasticity, positive, work),
    cancels: false,
  };
}

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

/** `positive` is asked only for a formula with names in it: what is positive takes the whole contest to say. */
const toValue = (expr: Expr, positive: () => readonly string[], { budget }: Work): Value | null =>
  unknownsOf(expr).length === 0 ? numberValue(expr, budget) : formulaValue(expr, positive(), budget);
