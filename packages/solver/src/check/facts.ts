import { type Comparison, type Expr, type Relation, subtract } from "@crux/core";
import type { FactRelation } from "../certificate/claim-proof.ts";
import type { Algebra } from "./algebra.ts";
import { type Condition, conditionsOf, isTrivial } from "./conditions.ts";
import { normalForm } from "./normal-form.ts";
import type { Ratio } from "./polynomial.ts";
import { divideRatios, negateRatio, sameRatio } from "./quotient.ts";
import { isSurelyPositive, sureSign, sureSignOfRatio } from "./sign.ts";

/** Something known of every point that is still possible: `expr RELATION 0`. */
export type KnownFact = { readonly expr: Expr; readonly form: Ratio; readonly relation: FactRelation };

/** The fact as which a formula's sign is known. */
export const factAbout = (expr: Expr, relation: FactRelation, algebra: Algebra): KnownFact => ({
  expr,
  form: normalForm(expr, algebra),
  relation,
});

/** What it means that a comparison is true: `B - A` for `<` and `<=`, else `A - B`, compared with 0. */
export function meaning({ left, relation, right }: Comparison): { expr: Expr; relation: FactRelation } {
  if (relation === "<") return { expr: subtract(right, left), relation: ">" };
  if (relation === "<=") return { expr: subtract(right, left), relation: ">=" };
  return { expr: subtract(left, right), relation };
}

/** The comparison that is true exactly where this one is false, wherever both sides are real. */
export function opposite({ left, relation, right }: Comparison): Comparison {
  const turned: Record<Relation, Relation> = {
    "<": ">=",
    "<=": ">",
    "=": "!=",
    "!=": "=",
    ">=": "<",
    ">": "<=",
  };
  return { left, relation: turned[relation], right };
}

/** Whether a fact of this relation is also one of that relation. */
export const isAtLeast = (known: FactRelation, wanted: FactRelation): boolean =>
  known === wanted || (known === ">" && wanted !== "=") || (known === "=" && wanted === ">=");

/** Whether the fact says `expr RELATION 0`, up to a factor that is surely positive (for `=` and `!=`: not 0). */
export function says(fact: KnownFact, form: Ratio, relation: FactRelation, algebra: Algebra): boolean {
  if (form.num.size === 0 || fact.form.num.size === 0) return false;
  const quotient = divideRatios(form, fact.form, algebra.budget);
  const isOpposite = sameRatio(negateRatio(form), fact.form, algebra.budget);
  const turn = sureSignOfRatio(quotient, algebra) ?? (isOpposite ? -1 : undefined);
  if (turn === 1) return isAtLeast(fact.relation, relation);
  if (turn !== -1) return false;
  return relation === "="
    ? fact.relation === "="
    : relation === "!=" && (fact.relation === ">" || fact.relation === "!=");
}

/** What lets a checker see that formulas are real: the facts so far, and formulas that are known to be real. */
export type Ground = {
  readonly facts: readonly KnownFact[];
  /** Conditions of formulas of the question, which are real at every point that matters. */
  readonly given: readonly KnownFact[];
  readonly algebra: Algebra;
};

/** Facts that hold because these formulas are real numbers. */
export const factsOfBeingReal = (exprs: readonly Expr[], algebra: Algebra): readonly KnownFact[] =>
  exprs
    .flatMap((expr) => conditionsOf(expr))
    .filter((condition) => condition.isNecessary && !isTrivial(condition))
    .map(({ expr, relation }) => factAbout(expr, relation, algebra));

/** Whether a formula is surely a real number at every point that is still possible. */
export function isSurelyReal(expr: Expr, ground: Ground): boolean {
  return conditionsOf(expr).every((condition) => isMet(condition, ground));
}

function isMet(condition: Condition, { facts, given, algebra }: Ground): boolean {
  if (isTrivial(condition) || isSurelyPositive(condition.expr, algebra)) return true;
  if (condition.relation === "!=" && sureSign(condition.expr, algebra) === -1) return true;
  const form = normalForm(condition.expr, algebra);
  if (form.num.size === 0) return condition.relation === ">=";
  return [...facts, ...given].some((fact) => says(fact, form, condition.relation, algebra));
}
