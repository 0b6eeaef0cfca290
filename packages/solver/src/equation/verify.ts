import {
  type Comparison,
  type Env,
  type Expr,
  evaluate,
  relationHolds,
  substitute,
  subtract,
  unknownsOf,
} from "@crux/core";
import * as exact from "@crux/core/exact";

import type { Atoms } from "../algebra/atoms.ts";
import { pseudoRemainder } from "../algebra/divide.ts";
import type { Polynomial } from "../algebra/polynomial.ts";
import * as poly from "../algebra/polynomial.ts";
import type { Ratio } from "../algebra/ratio.ts";
import { sureSign } from "../algebra/sign.ts";
import { Undecided, Undefined } from "../algebra/undecided.ts";
import type { Condition } from "./condition.ts";
import type { Equation } from "./equation.ts";
import { underConditions } from "./existence.ts";
import { toComparison } from "./print-condition.ts";
import { differenceOf, type Found, type Setting } from "./setting.ts";

/**
 * Puts a solution into the equation. The steps that led to it prove it; this finds mistakes in them. Where the normal
 * form does not show that both sides are equal, they are compared at points: throws `Undecided` if they differ.
 */
export function verifyZero(
  setting: Setting,
  equation: Equation,
  found: Found,
  value: Expr,
  conditions: readonly Condition[],
): void {
  const { atoms } = setting;
  const at = new Map([[equation.for, value]]);
  const [left, right] = [substitute(equation.left, at), substitute(equation.right, at)];
  const gap = definedOrNull(() =>
    underConditions(atoms, conditions, () => differenceOf(atoms, left, right).value),
  );
  const zeros = found.needs.filter(({ relation }) => relation === "=").map(({ of }) => of.num);
  if (gap !== null && vanishesWhere(atoms, gap.num, zeros)) return;
  const comparisons = [...equation.facts, ...conditions.map((one) => toComparison(atoms, one))];
  if (differsSomewhere(setting, left, right, comparisons))
    throw new Undecided("a solution that could not be verified");
}

/** The value, or null where it is defined nowhere. */
export function definedOrNull(task: () => Ratio): Ratio | null {
  try {
    return task();
  } catch (error) {
    if (error instanceof Undefined) return null;
    throw error;
  }
}

/** Whether `p` is 0 wherever all of `zeros` are: what is left after division by them is 0. */
function vanishesWhere(atoms: Atoms, p: Polynomial, zeros: readonly Polynomial[]): boolean {
  let rest = p;
  for (const zero of zeros) {
    const main = poly.atomsOf(zero).find((atom) => {
      const lead = poly.coefficientsIn(zero, atom)[poly.degreeIn(zero, atom)];
      return lead !== undefined && sureSign(atoms, lead) !== undefined;
    });
    if (main !== undefined) rest = pseudoRemainder(rest, zero, main, atoms.charge);
  }
  return poly.isZero(rest);
}

const POINTS = 12;
const BITS = 96;

/** Whether two formulas have different values at one of a few points at which the comparisons hold. */
function differsSomewhere(
  { atoms }: Setting,
  left: Expr,
  right: Expr,
  comparisons: readonly Comparison[],
): boolean {
  const names = unknownsOf(left, right, ...comparisons.flatMap((one) => [one.left, one.right]));
  for (let i = 0; i < POINTS; i += 1) {
    atoms.charge(200);
    const env: Env = new Map(names.map((name, k) => [name, pointAt(i, k)]));
    if (!comparisons.every((one) => surelyHolds(one, env))) continue;
    const gap = evaluate(subtract(left, right), env, BITS);
    if (gap.kind === "exact" && !exact.isZero(gap.value)) return true;
    if (gap.kind === "enclosed" && (exact.enclosed.signOf(gap.range) ?? 0) !== 0) return true;
  }
  return false;
}

/** Small fractions that look unrelated to each other. */
const pointAt = (i: number, k: number): exact.Rational =>
  exact.ratio(BigInt(1 + ((i * 37 + k * k * 11 + i * k * 17) % 23)), BigInt(1 + ((i * 5 + k * 7) % 6)));

/** Whether a comparison is seen to hold at a point without looking closely. */
function surelyHolds({ left, relation, right }: Comparison, env: Env): boolean {
  const gap = evaluate(subtract(left, right), env, BITS);
  if (gap.kind === "exact") return relationHolds(relation, exact.sign(gap.value));
  const sign = gap.kind === "enclosed" ? exact.enclosed.signOf(gap.range) : undefined;
  return sign !== undefined && relationHolds(relation, sign);
}
