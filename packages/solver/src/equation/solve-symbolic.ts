import { type Budget, type Comparison, type Expr, printExpr, Spent, substitute } from "@crux/core";
import { normalise, type Requirement } from "../algebra/normalise.ts";
import type { Ratio } from "../algebra/ratio.ts";
import * as ratios from "../algebra/ratio.ts";
import { toExpr } from "../algebra/to-expr.ts";
import { Undefined } from "../algebra/undecided.ts";
import type { Solving } from "../certificate/symbolic-proof.ts";
import { type Condition, printCondition, reduceNeed, settleConditions } from "./condition.ts";
import type { Equation, EquationSolution, Solved } from "./equation.ts";
import {
  createSetting,
  differenceOf,
  type Found,
  isFree,
  type Need,
  needOf,
  type Setting,
} from "./setting.ts";
import { solveFactors } from "./solve-factor.ts";

/** Solves an equation in which other unknowns than the one it is solved for occur. */
export function solveSymbolic(equation: Equation, budget: Budget): Solved {
  try {
    return solve(equation, budget);
  } catch (error) {
    if (error instanceof Undefined) return nowhere({ kind: "identical" });
    if (error instanceof Spent) return { kind: "undecided", missing: error.message };
    throw error;
  }
}

const nowhere = (by: Solving): Solved => ({
  kind: "solutions",
  holds: "nowhere",
  solutions: [],
  conditions: [],
  degenerate: [],
  proof: { kind: "symbolic", solutions: { by, exists: [] } },
});

function solve(equation: Equation, budget: Budget): Solved {
  const positive = equation.domain === null ? [...equation.positive, equation.for] : equation.positive;
  const setting = createSetting(equation.for, positive, equation.facts, budget);
  const { value, requires } = differenceOf(setting.atoms, equation.left, equation.right);
  const free = requires.filter((one) => isFree(setting, one.value));
  const bound = requires.filter((one) => !isFree(setting, one.value));
  const general = conditionsOf(setting, free.map(needOf));
  if (general === false) return nowhere({ kind: "identical" });
  const by = solveFactors(setting, value.num, { needs: [], multiplicity: 1 });
  const settled = setting.found.map((found) => settle(setting, equation, found, bound));
  return answer(setting, by, settled, general);
}

type Settled = {
  readonly expr: Expr;
  readonly found: Found;
  readonly conditions: readonly Condition[];
} | null;

function conditionsOf(setting: Setting, needs: readonly Need[]): readonly Condition[] | false {
  const all: Condition[] = [];
  for (const need of needs) {
    const reduced = reduceNeed(setting.atoms, need);
    if (reduced === false) return false;
    all.push(...reduced);
  }
  return settleConditions(setting.atoms, all);
}

/** The conditions under which a zero is a solution; null when it never is. */
function settle(setting: Setting, equation: Equation, found: Found, bound: readonly Requirement[]): Settled {
  const { atoms } = setting;
  const expr = toExpr(atoms, found.value);
  const put = (of: Expr): Expr => substitute(of, new Map([[equation.for, expr]]));
  const needs: Need[] = [...found.needs];
  if (equation.domain === null) needs.unshift({ of: found.value, relation: ">" });
  for (const { left, relation, right } of equation.domain ?? []) {
    const gap = ratios.subtract(atoms, normalise(put(left), atoms).value, normalise(put(right), atoms).value);
    needs.push(...needsOfRelation(gap, relation));
  }
  const first = conditionsOf(setting, needs);
  if (first === false) return null;
  try {
    for (const { of, sign } of bound)
      needs.push(needOf({ of, sign, value: normalise(put(of), atoms).value }));
    const conditions = conditionsOf(setting, needs);
    return conditions === false ? null : { expr, found, conditions };
  } catch (error) {
    if (error instanceof Undefined) return null;
    throw error;
  }
}

function needsOfRelation(gap: Ratio, relation: Comparison["relation"]): Need[] {
  if (relation === "<" || relation === "<=")
    return [{ of: ratios.negate(gap), relation: relation === "<" ? ">" : ">=" }];
  return [{ of: gap, relation }];
}

function answer(
  setting: Setting,
  by: Solving,
  settled: readonly Settled[],
  general: readonly Condition[],
): Solved {
  const { atoms } = setting;
  const solutions: EquationSolution[] = [];
  for (const one of settled) {
    if (one === null) continue;
    solutions.push({
      exact: printExpr(one.expr),
      expr: one.expr,
      real: null,
      multiplicity: one.found.multiplicity,
      flips: one.found.multiplicity % 2 !== 0,
      conditions: one.conditions.map((condition) => printCondition(atoms, condition)),
    });
  }
  const degenerate = setting.everywhere.flatMap(({ when }) => {
    const conditions = conditionsOf(setting, when);
    return conditions === false
      ? []
      : [{ when: conditions.map((one) => printCondition(atoms, one)), holds: "everywhere" as const }];
  });
  const everywhere = by.kind === "identical" || degenerate.some(({ when }) => when.length === 0);
  return {
    kind: "solutions",
    holds: everywhere ? "everywhere" : solutions.length > 0 ? "somewhere" : "nowhere",
    solutions: everywhere ? [] : solutions,
    conditions: general.map((one) => printCondition(atoms, one)),
    degenerate: everywhere ? [] : degenerate,
    proof: { kind: "symbolic", solutions: { by, exists: [] } },
  };
}
