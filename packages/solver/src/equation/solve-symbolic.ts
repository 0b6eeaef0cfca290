import { type Budget, type Comparison, type Expr, nameOf, printExpr, substitute } from "@crux/core";
import * as exact from "@crux/core/exact";
import { printRatio } from "../algebra/atoms.ts";
import { type Normal, normalise, type Requirement } from "../algebra/normalise.ts";
import type { Ratio } from "../algebra/ratio.ts";
import * as ratios from "../algebra/ratio.ts";
import { toExpr } from "../algebra/to-expr.ts";
import { Undefined } from "../algebra/undecided.ts";
import type { Place, Solving } from "../certificate/symbolic-proof.ts";
import { type Apart, keepApart } from "./coincide.ts";
import type { Equation, EquationSolution, Solved } from "./equation.ts";
import { type Settlement, settleNeeds } from "./existence.ts";
import { printCondition } from "./print-condition.ts";
import { mapPlaces } from "./proof-places.ts";
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
import { definedOrNull, verifyZero } from "./verify.ts";
import type { Zero } from "./zero.ts";

const undefinedEverywhere: Solved = {
  kind: "solutions",
  holds: "nowhere",
  solutions: [],
  conditions: [],
  degenerate: [],
  proof: { kind: "symbolic", solutions: { by: { kind: "undefined" }, exists: [], equal: [] } },
};

/** Solves an equation in which other unknowns than the one it is solved for occur; throws `Spent` where it cannot. `hints` may be factors. */
export function solveSymbolic(equation: Equation, budget: Budget, hints: readonly Expr[] = []): Solved {
  const positive = isPositive(equation) ? [...equation.positive, equation.for] : equation.positive;
  const setting = createSetting(equation.for, positive, equation.facts, budget, hints);
  const difference = sidesOf(setting, equation);
  if (difference === null) return undefinedEverywhere;
  const { value, requires } = difference;
  const free = requires.filter((one) => isFree(setting, one.value));
  const general = settleNeeds(setting.atoms, free.map(needOf));
  if (general.conditions === false) return undefinedEverywhere;
  const by = solveFactors(setting, value.num, { needs: [], multiplicity: 1 });
  const bound = requires.filter((one) => !isFree(setting, one.value));
  const zeros = setting.found.map((found) => settleZero(setting, equation, found, bound));
  const apart = keepApart(setting.atoms, zeros);
  const assumed = [...free.map(needOf), ...setting.assumed, ...apart.needs, ...shapesOf(apart.zeros)];
  return answer(setting, by, apart, settleNeeds(setting.atoms, assumed));
}

/** Needs without which the unknown falls out of the equation, but for those that the only solution's conditions say. */
function shapesOf(zeros: readonly Zero[]): readonly Need[] {
  const shapes = (zero: Zero): readonly Need[] => zero.found.needs.filter(({ isShape }) => isShape === true);
  const [only, ...others] = zeros.filter(({ settlement }) => settlement.conditions !== false);
  const said = only === undefined || others.length > 0 ? [] : shapes(only).map(({ of }) => printRatio(of));
  return zeros.flatMap(shapes).filter(({ of }) => !said.includes(printRatio(of)));
}

/** The difference of the sides in normal form; null where one of them is defined nowhere. */
function sidesOf({ atoms }: Setting, { left, right }: Equation): Normal | null {
  try {
    return differenceOf(atoms, left, right);
  } catch (error) {
    if (error instanceof Undefined) return null;
    throw error;
  }
}

/** Whether the domain has positive numbers only, as far as one of its limits says so. */
const isPositive = ({ domain, for: name }: Equation): boolean =>
  domain === null || domain.some((limit) => keepsPositive(limit, name));

/** Whether a comparison says that a name is more than a number that is not negative, or at least a positive one. */
function keepsPositive({ left, relation, right }: Comparison, name: string): boolean {
  const turned = relation === "<" || relation === "<=";
  const [high, low] = turned ? [right, left] : [left, right];
  if (nameOf(high) !== name || low.kind !== "number") return false;
  const sign = exact.sign(low.value);
  return relation === "<" || relation === ">"
    ? sign >= 0
    : (relation === "<=" || relation === ">=") && sign > 0;
}

/** Adds to a zero's needs that it lies in the domain and that both sides are defined there. */
function settleZero(setting: Setting, equation: Equation, found: Found, bound: readonly Requirement[]): Zero {
  const { atoms } = setting;
  const expr = toExpr(atoms, found.value);
  const put = (of: Expr): Expr => substitute(of, new Map([[equation.for, expr]]));
  const needs: Need[] = [...found.needs];
  if (equation.domain === null)
    needs.push(...(found.positiveWhen ?? [{ of: found.value, relation: ">" as const }]));
  for (const { left, relation, right } of equation.domain ?? [])
    needs.push(needOfRelation(differenceOf(atoms, put(left), put(right)).value, relation));
  const first = settleNeeds(atoms, needs);
  if (first.conditions === false) return { found, expr, settlement: first };
  for (const { of, sign } of bound) {
    const value = definedOrNull(() => normalise(put(of), atoms).value);
    if (value === null) return { found, expr, settlement: { ...first, conditions: false } };
    needs.push(needOf({ of, sign, value }));
  }
  const settlement = settleNeeds(atoms, needs);
  if (settlement.conditions !== false) verifyZero(setting, equation, found, expr, settlement.conditions);
  return { found: { ...found, needs }, expr, settlement };
}

function needOfRelation(gap: Ratio, relation: Comparison["relation"]): Need {
  if (relation === "<" || relation === "<=")
    return { of: ratios.negate(gap), relation: relation === "<" ? ">" : ">=" };
  return { of: gap, relation };
}

function answer(setting: Setting, by: Solving, { zeros, pairs }: Apart, general: Settlement): Solved {
  const { atoms } = setting;
  const solutions: EquationSolution[] = [];
  const numbers = new Map<number, number>();
  const exists: Settlement["proof"][] = [];
  for (const [i, zero] of zeros.entries()) {
    if (zero.settlement.conditions === false) continue;
    numbers.set(i, solutions.length);
    solutions.push(toSolution(setting, zero));
    exists.push(zero.settlement.proof);
  }
  const places = (k: number): Place => {
    const number = numbers.get(k);
    const { contradiction, proof } = zeros[k]?.settlement ?? general;
    return number === undefined
      ? { kind: "never", contradiction, ...proof }
      : { kind: "solution", solution: number };
  };
  const cases = setting.everywhere.map(({ when }) => settleNeeds(atoms, when).conditions);
  const kept = cases.filter((one) => one !== false);
  const degenerate = kept.map((when) => ({
    when: when.map((one) => printCondition(atoms, one)),
    holds: "everywhere" as const,
  }));
  const everywhere = by.kind === "identical" || degenerate.some(({ when }) => when.length === 0);
  const caseNumber = (k: number): number | null => {
    const one = cases[k];
    return one === undefined || one === false ? null : kept.indexOf(one);
  };
  const equal = pairs.flatMap(({ first, second, both }) => {
    const [one, other] = [numbers.get(first), numbers.get(second)];
    return one === undefined || other === undefined
      ? []
      : [{ first: one, second: other, both: both === null ? null : (numbers.get(both) ?? null) }];
  });
  return {
    kind: "solutions",
    holds: everywhere ? "everywhere" : solutions.length > 0 ? "somewhere" : "nowhere",
    solutions: everywhere ? [] : solutions,
    conditions: (general.conditions === false ? [] : general.conditions).map((one) =>
      printCondition(atoms, one),
    ),
    degenerate: everywhere ? [] : degenerate,
    proof: {
      kind: "symbolic",
      solutions: {
        by: mapPlaces(by, places, caseNumber),
        exists,
        equal,
        ...(general.proof.needs.length === 0 ? {} : { general: general.proof }),
      },
    },
  };
}

const toSolution = ({ atoms }: Setting, { expr, found, settlement }: Zero): EquationSolution => ({
  exact: printExpr(expr),
  expr,
  real: null,
  multiplicity: found.multiplicity,
  flips: found.multiplicity % 2 !== 0,
  conditions: (settlement.conditions === false ? [] : settlement.conditions).map((one) =>
    printCondition(atoms, one),
  ),
});
