import {
  type Budget,
  contestOf,
  differentiate,
  divide,
  type Expr,
  expandCosts,
  exprOfName,
  multiply,
  negate,
  type Scenario,
  substitute,
  subtract,
  unknownsOf,
} from "@crux/core";
import type { SensitivityAnswer, SensitivityRow, Value } from "../query/answer.ts";
import { createAlgebra } from "./algebra.ts";
import { checkPlace } from "./check-place.ts";
import { checkValue } from "./check-score.ts";
import { isIdenticallyZero, sameNormalForm } from "./normal-form.ts";
import { contestAt, givenValues, namedContest, neededScenario, type Query, withValues } from "./question.ts";
import { exprAt } from "./read-text.ts";
import { demand, type Path, refuse } from "./refusal.ts";
import { sameList } from "./same-list.ts";
import { scoreOf } from "./solutions-question.ts";

const STEP = "differentiate again";

type Task = {
  readonly scenario: Scenario;
  readonly values: ReadonlyMap<string, Expr>;
  readonly between: readonly [string, string];
  readonly threshold: Expr;
  readonly budget: Budget;
};

/** Refuses a table of derivatives unless each is that of the threshold, by the theorem on implicit functions. */
export function checkSensitivity(
  answer: Omit<SensitivityAnswer, "certificate">,
  asked: Extract<Query, { kind: "sensitivity" }>,
  json: unknown,
  budget: Budget,
): void {
  const scenario = neededScenario(json);
  const values = givenValues(asked.at);
  const { between } = asked;
  demand(sameList(answer.between, between), STEP, ["between"], "not the programs that were asked about");
  const contest = contestAt(scenario, values, []);
  const gap = subtract(scoreOf(contest, between[0]), scoreOf(contest, between[1]));
  const text = answer.threshold.exact ?? refuse(STEP, ["threshold"], "it has no closed form");
  const threshold = exprAt(text, ["threshold", "exact"]);
  const positive = new Set(["g", ...contest.positive]);
  const algebra = createAlgebra((name) => positive.has(name), budget);
  const there = substitute(gap, new Map([["g", threshold]]));
  demand(isIdenticallyZero(there, algebra), STEP, ["threshold"], "the two do not tie there");
  if (unknownsOf(threshold).length === 0) {
    checkPlace(answer.threshold, { kind: "closed", expr: threshold }, ["threshold"], budget);
  } else checkBare(answer.threshold, ["threshold"]);
  const task: Task = { scenario, values, between, threshold, budget };
  checkFormula(answer.formula, task);
  const names = costsOf(scenario);
  const listed = answer.rows.map(({ of }) => of);
  demand(sameList(listed, names), STEP, ["rows"], "not one for each cost and parameter");
  for (const [index, row] of answer.rows.entries()) checkRow(row, task, ["rows", index]);
}

/** Costs of terms in their order, then parameters: all that have a value or occur in some program. */
function costsOf(scenario: Scenario): readonly string[] {
  const { entrants } = namedContest(scenario, new Map());
  const occurring = unknownsOf(...entrants.map(({ score }) => score));
  const costs = scenario.terms.flatMap(({ id, c, t }) => [
    ...(c !== null || occurring.includes(`c(${id})`) ? [`c(${id})`] : []),
    ...(t !== null || occurring.includes(`t(${id})`) ? [`t(${id})`] : []),
  ]);
  return [...costs, ...scenario.parameters.map(({ id }) => id)];
}

function checkBare(value: Value, path: Path): void {
  const isBare = value.decimal === undefined && value.isolating === undefined;
  demand(isBare, STEP, path, "a formula with unknowns has no digits");
}

function checkFormula(text: string | null, { scenario, values, between, threshold, budget }: Task): void {
  if (text === null) return;
  const formula = exprAt(text, ["formula"]);
  const named = namedContest(scenario, values);
  const gap = subtract(scoreOf(named, between[0]), scoreOf(named, between[1]));
  const positive = new Set(named.positive);
  const algebra = createAlgebra((name) => positive.has(name), budget);
  demand(!unknownsOf(formula).includes("g"), STEP, ["formula"], "it names g");
  const there = substitute(gap, new Map([["g", formula]]));
  demand(isIdenticallyZero(there, algebra), STEP, ["formula"], "the two do not tie there");
  const value = substitute(expandCosts(scenario, formula, { keep: [...values.keys()] }), values);
  demand(sameNormalForm(value, threshold, algebra), STEP, ["formula"], "it is not worth the threshold");
}

function checkRow(row: SensitivityRow, task: Task, path: Path): void {
  const { scenario, values, between, threshold, budget } = task;
  const name = row.of;
  const others = new Map([...values].filter(([one]) => one !== name));
  const contest = withValues(contestOf(scenario, { keep: [name, ...values.keys()] }), others);
  const gap = subtract(scoreOf(contest, between[0]), scoreOf(contest, between[1]));
  const positive = new Set(["g", ...contest.positive]);
  const algebra = createAlgebra((one) => positive.has(one), budget);
  const slope = (by: string): Expr => differentiate(gap, by) ?? refuse(STEP, path, "it has no derivative");
  const isFree = !unknownsOf(gap).includes(name) || isIdenticallyZero(slope(name), algebra);
  demand(row.cancels === isFree, STEP, [...path, "cancels"], `it is ${isFree}`);
  const known = values.get(name) ?? knownValue(scenario, name);
  const here = new Map([["g", threshold], ...(known === null ? [] : [[name, known] as const])]);
  const derivative: Expr = isFree
    ? { kind: "number", value: { num: 0n, den: 1n } }
    : substitute(negate(divide(slope(name), slope("g"))), here);
  const elasticity = isFree ? derivative : divide(multiply(derivative, known ?? exprOfName(name)), threshold);
  const same = (value: Value | null, expr: Expr, key: string): void => {
    const place = [...path, key];
    const given = value ?? refuse(STEP, place, "it is missing");
    if (unknownsOf(expr).length === 0 || isFree) {
      checkValue(given, expr, place, budget);
      return;
    }
    const exact = exprAt(given.exact ?? refuse(STEP, place, "it has no closed form"), [...place, "exact"]);
    demand(sameNormalForm(exact, expr, algebra), STEP, place, "it is another formula");
    const isNumber = unknownsOf(exact).length === 0;
    if (isNumber) checkValue(given, exact, place, budget);
    else checkBare(given, place);
  };
  same(row.derivative, derivative, "derivative");
  same(row.elasticity, elasticity, "elasticity");
}

function knownValue(scenario: Scenario, name: string): Expr | null {
  const value = expandCosts(scenario, exprOfName(name));
  return unknownsOf(value).includes(name) ? null : value;
}
