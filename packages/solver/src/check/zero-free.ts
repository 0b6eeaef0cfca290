import type { Budget, Expr } from "@crux/core";
import { isZero } from "@crux/core/exact";
import { type Algebra, createAlgebra } from "./algebra.ts";
import { factsOfBeingReal, isSurelyReal, type KnownFact, says } from "./facts.ts";
import { normalForm } from "./normal-form.ts";
import { isPositiveDomain, type RootsQuestion } from "./roots-question.ts";
import { sureSign } from "./sign.ts";

/** The algebra of a question about one unknown, which is positive where its domain is. */
export const algebraOf = ({ of, domain }: RootsQuestion, budget: Budget): Algebra =>
  createAlgebra((name) => name === of && isPositiveDomain(domain), budget);

/** Whether a factor is a real number other than 0 wherever the function of the question is real. */
export function factorHasNoZero(factor: Expr, question: RootsQuestion, budget: Budget): boolean {
  const algebra = algebraOf(question, budget);
  const given = factsOfBeingReal([question.f], algebra);
  return isNonzero(factor, given, algebra);
}

function isNonzero(expr: Expr, given: readonly KnownFact[], algebra: Algebra): boolean {
  const of = (part: Expr): boolean => isNonzero(part, given, algebra);
  if (expr.kind === "number") return !isZero(expr.value);
  if (expr.kind === "negate") return of(expr.of);
  const isProduct = expr.kind === "multiply" || expr.kind === "divide";
  if (isProduct && of(expr.left) && of(expr.right)) return true;
  if (expr.kind === "power" && of(expr.left) && isReal(expr, given, algebra)) return true;
  if (expr.kind === "call" && expr.name === "sqrt" && expr.args.every(of) && isReal(expr, given, algebra))
    return true;
  if (!isReal(expr, given, algebra)) return false;
  const found = sureSign(expr, algebra);
  if (found === 1 || found === -1) return true;
  const form = normalForm(expr, algebra);
  return form.num.size > 0 && given.some((fact) => says(fact, form, "!=", algebra));
}

const isReal = (expr: Expr, given: readonly KnownFact[], algebra: Algebra): boolean =>
  isSurelyReal(expr, { facts: [], given, algebra });

/** Whether a formula is a real number wherever the function of the question is. */
export function isRealWhereAsked(expr: Expr, question: RootsQuestion, budget: Budget): boolean {
  const algebra = algebraOf(question, budget);
  return isReal(expr, factsOfBeingReal([question.f], algebra), algebra);
}
