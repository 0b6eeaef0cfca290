import { type Budget, type Comparison, number, substitute, substituteComparison } from "@crux/core";
import type { SymbolicProof } from "../certificate/symbolic-proof.ts";
import type { Value } from "../query/answer.ts";
import { createAlgebra } from "./algebra.ts";
import { factOf, isSameFact, type SignFact } from "./assumed.ts";
import type { Solutions, SolutionsQuestion } from "./check-solutions.ts";
import { conditionsOf, isTrivial } from "./conditions.ts";
import { checkNeeds, type NeedsTask, surelyFails } from "./needs.ts";
import { isIdenticallyZero, normalForm, sameNormalForm } from "./normal-form.ts";
import { constantOf } from "./polynomial.ts";
import { comparisonAt, exprAt } from "./read-text.ts";
import { demand, type Path, refuse } from "./refusal.ts";
import { type Met, type SolvingTask, solve, type Turned } from "./solving.ts";

const STEP = "check the symbolic solutions";
const PROOF: Path = ["certificate", "proof", "solutions"];

/** Refuses solutions with other unknowns in them unless they are right, complete, and exist just under their conditions. */
export function checkSymbolic(
  answer: Solutions,
  proof: SymbolicProof,
  question: SolutionsQuestion,
  budget: Budget,
): void {
  const isPositiveX = question.limits === null;
  const algebra = createAlgebra(
    (name) => (name === question.of ? isPositiveX : question.isPositive(name)),
    budget,
  );
  const facts = question.facts.map(factOf);
  for (const { expr, relation } of facts) {
    const form = normalForm(expr, algebra);
    if (relation === ">" && constantOf(form.den) !== undefined) algebra.known.push(form.num);
  }
  const turned: Turned = { met: [], free: [], identical: false };
  const task: SolvingTask = { algebra, facts, turned };
  solve(proof.by, question.f, question.of, task, [...PROOF, "by"]);
  const holds = turned.identical ? "everywhere" : answer.solutions.length > 0 ? "somewhere" : "nowhere";
  demand(answer.holds === holds, STEP, ["holds"], `it holds ${holds}`);
  demand(
    proof.exists.length === answer.solutions.length,
    STEP,
    [...PROOF, "exists"],
    "there is not one for each solution",
  );
  demand(
    proof.equal.length === 0,
    STEP,
    [...PROOF, "equal"],
    "solutions that may be equal are not checked yet",
  );
  for (const one of turned.met) checkPlace(one, answer, question, task);
  for (const index of answer.solutions.keys()) checkSolution(index, answer, proof, question, task);
  checkShared(answer);
  checkDegenerate(answer, turned, task);
}

/** What has to hold for a zero to be one: it lies in the domain, all is real, and its branch is taken. */
function requiredFor(met: Met, question: SolutionsQuestion): readonly SignFact[] {
  const put = new Map([[question.of, met.value]]);
  const limits: readonly SignFact[] =
    question.limits === null
      ? [{ expr: met.value, relation: ">" }]
      : question.limits.map((one) => factOf(substituteComparison(one, put)));
  const real = conditionsOf(question.f)
    .filter((one) => !isTrivial(one))
    .map(({ expr, relation }): SignFact => ({ expr: substitute(expr, put), relation }));
  return [...met.needs, ...limits, ...real];
}

function checkPlace(
  met: Met,
  answer: Solutions,
  question: SolutionsQuestion,
  { algebra, facts }: SolvingTask,
): void {
  if (met.place.kind === "never") {
    const fails = surelyFails(requiredFor(met, question), facts, algebra);
    demand(fails, STEP, met.path, "it may be a solution");
    return;
  }
  const solution = answer.solutions[met.place.solution];
  const text = solution?.exact ?? refuse(STEP, met.path, `there is no solution number ${met.place.solution}`);
  const value = exprAt(text, ["solutions", met.place.solution, "exact"]);
  const isSame = sameNormalForm(value, met.value, algebra);
  demand(isSame, STEP, ["solutions", met.place.solution, "exact"], "it is not what the proof solves for");
}

function checkSolution(
  index: number,
  answer: Solutions,
  proof: SymbolicProof,
  question: SolutionsQuestion,
  task: SolvingTask,
): void {
  const place: Path = ["solutions", index];
  const solution = answer.solutions[index] ?? refuse(STEP, place, "it is missing");
  const mine = task.turned.met.filter((met) => met.place.kind === "solution" && met.place.solution === index);
  const [met, ...more] = mine;
  demand(met !== undefined && more.length === 0, STEP, place, "the proof does not come to it just once");
  demand(
    solution.multiplicity === met.multiplicity,
    STEP,
    [...place, "multiplicity"],
    `it is ${met.multiplicity}`,
  );
  const flips = met.multiplicity % 2 === 1;
  demand(solution.flips === flips, STEP, [...place, "flips"], `it is ${flips}`);
  const conditions = solution.conditions.map((text, at) => comparisonAt(text, [...place, "conditions", at]));
  const value = exprAt(solution.exact ?? "", [...place, "exact"]);
  checkValueText(solution, place);
  const required = requiredFor({ ...met, value }, question);
  const needs: NeedsTask = { algebra: task.algebra, facts: task.facts, required };
  const exists = proof.exists[index] ?? refuse(STEP, place, "nothing says when it exists");
  checkNeeds(exists, conditions, needs, [...PROOF, "exists", index]);
  checkZero(value, conditions, question, task, place);
}

/** A value with unknowns has no digits, and no range. */
function checkValueText(value: Value, path: Path): void {
  const isBare = value.isolating === undefined && value.decimal === undefined;
  demand(isBare, STEP, path, "a formula with unknowns has no digits");
}

/** The value makes the equation true; the positive formulas of its conditions are taken to be so. */
function checkZero(
  value: ReturnType<typeof exprAt>,
  conditions: readonly Comparison[],
  question: SolutionsQuestion,
  { algebra }: SolvingTask,
  path: Path,
): void {
  const there = substitute(question.f, new Map([[question.of, value]]));
  const isZero = isIdenticallyZero(there, algebra) || conditions.length > 0;
  demand(isZero, STEP, [...path, "exact"], "it does not solve the equation");
}

/** The general conditions are those that all solutions share. */
function checkShared({ conditions, solutions }: Solutions): void {
  const [first, ...others] = solutions;
  const shared = (first?.conditions ?? []).filter((one) =>
    others.every((other) => other.conditions.includes(one)),
  );
  const isSame = conditions.length === shared.length && shared.every((one) => conditions.includes(one));
  demand(isSame, STEP, ["conditions"], "not those that all solutions share");
}

function checkDegenerate(answer: Solutions, turned: Turned, { algebra, facts }: SolvingTask): void {
  for (const [index, { when, holds }] of answer.degenerate.entries()) {
    const place: Path = ["degenerate", index];
    const found = turned.free.filter(({ degenerate }) => degenerate === index);
    const [only, ...more] = found;
    demand(only !== undefined && more.length === 0, STEP, place, "the proof does not come to it just once");
    demand(holds === "everywhere", STEP, [...place, "holds"], "it holds everywhere there");
    const open = only.needs.filter((one) => !facts.some((other) => isSameFact(one, other, algebra)));
    const wanted = when.map((text, at) => factOf(comparisonAt(text, [...place, "when", at])));
    const isMatched = (one: SignFact, list: readonly SignFact[]): boolean =>
      list.some((other) => isSameFact(one, other, algebra) || isAlike(one, other, algebra));
    demand(
      open.every((one) => isMatched(one, wanted)),
      STEP,
      [...place, "when"],
      "a condition is missing",
    );
    demand(
      wanted.every((one) => isMatched(one, open)),
      STEP,
      [...place, "when"],
      "a condition is not needed",
    );
    demand(wanted.length === open.length, STEP, [...place, "when"], "a condition is listed twice");
  }
  for (const { degenerate } of turned.free) {
    demand(degenerate < answer.degenerate.length, STEP, ["degenerate"], "a case is missing");
  }
}

/** Whether two equations say the same since a growing function is applied to both sides: `sqrt(a) = sqrt(b)`, `a = b`. */
function isAlike(a: SignFact, b: SignFact, algebra: SolvingTask["algebra"]): boolean {
  if (a.relation !== "=" || b.relation !== "=") return false;
  const sides = (one: SignFact) =>
    one.expr.kind === "subtract" ? ([one.expr.left, one.expr.right] as const) : undefined;
  const [first, second] = [sides(a), sides(b)];
  if (first === undefined || second === undefined) return false;
  return [2, 3, 4, 5, 6].some((n) => {
    const raised = first.map((side) => ({ kind: "power" as const, left: side, right: number(n) }));
    const [left, right] = raised;
    if (left === undefined || right === undefined) return false;
    const gap = { expr: { kind: "subtract" as const, left, right }, relation: "=" as const };
    return isSameFact(gap, b, algebra);
  });
}
