import {
  type Budget,
  type Comparison,
  call,
  type Env,
  type Expr,
  evaluate,
  holdsAt,
  multiply,
  number,
  power,
  substitute,
  substituteComparison,
  subtract,
  unknownsOf,
  walk,
} from "@crux/core";
import { enclosed, integer, isOne, isZero } from "@crux/core/exact";
import type { SymbolicProof } from "../certificate/symbolic-proof.ts";
import type { Value } from "../query/answer.ts";
import { createAlgebra } from "./algebra.ts";
import { factOf, holdsGiven, isSameFact, type Required, type SignFact } from "./assumed.ts";
import { conditionsOf, isTrivial } from "./conditions.ts";
import { checkContradiction, checkNeeds, generalConditions, type NeedsTask, surelyFails } from "./needs.ts";
import { isIdenticallyZero, normalForm, sameNormalForm } from "./normal-form.ts";
import { constantOf } from "./polynomial.ts";
import { comparisonAt, exprAt } from "./read-text.ts";
import { demand, type Path, refuse } from "./refusal.ts";
import { haveSameSquare } from "./sign-tree.ts";
import type { Solutions, SolutionsQuestion } from "./solutions-shape.ts";
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
  const broughtIn = new Map<string, boolean>();
  const algebra = createAlgebra(
    (name) => broughtIn.get(name) ?? (name === question.of ? isPositiveX : question.isPositive(name)),
    budget,
  );
  const facts = question.facts.map(factOf);
  const taken = [question.of, ...unknownsOf(question.f, ...facts.map(({ expr }) => expr))];
  for (const { expr, relation } of facts) {
    const form = normalForm(expr, algebra);
    if (relation === ">" && constantOf(form.den) !== undefined) algebra.known.push(form.num);
  }
  const turned: Turned = { met: [], free: [], assumed: [], identical: false };
  const asked: SolvingTask = { algebra, facts, turned, taken, broughtIn };
  solve(proof.by, question.f, question.of, asked, [...PROOF, "by"]);
  const holds = turned.identical ? "everywhere" : answer.solutions.length > 0 ? "somewhere" : "nowhere";
  demand(answer.holds === holds, STEP, ["holds"], `it holds ${holds}`);
  demand(
    proof.exists.length === answer.solutions.length,
    STEP,
    [...PROOF, "exists"],
    "there is not one for each solution",
  );
  const zeros = zerosOf(answer, proof, turned.met);
  const general = checkGeneral(answer, proof, question, zeros, asked);
  const task: SolvingTask = { ...asked, facts: [...facts, ...general] };
  for (const one of turned.met) checkPlace(one, answer, question, task);
  for (const [index, zero] of zeros.entries()) checkSolution(index, zero, answer, proof, question, task);
  checkDegenerate(answer, question, task);
}

/** What has to hold for a zero to be one: it lies in the domain, all is real, and its branch is taken. */
function requiredFor(met: Met, question: SolutionsQuestion): readonly Required[] {
  const put = new Map([[question.of, met.value]]);
  const limits: readonly Required[] =
    question.limits === null
      ? [{ expr: met.value, relation: ">", ...(met.positiveWhen && { or: met.positiveWhen }) }]
      : question.limits.map((one) => factOf(substituteComparison(one, put)));
  const real = conditionsOf(question.f)
    .filter((one) => !isTrivial(one))
    .map(({ expr, relation }): SignFact => ({ expr: substitute(expr, put), relation }));
  return [...met.needs, ...limits, ...real];
}

function checkPlace(met: Met, answer: Solutions, question: SolutionsQuestion, task: SolvingTask): void {
  const { algebra, facts } = task;
  if (met.place.kind === "never") {
    const required = requiredFor(met, question);
    if (surelyFails(required, facts, algebra)) return;
    checkContradiction(met.place, met.place.contradiction, { algebra, facts, required }, met.path);
    return;
  }
  const solution = answer.solutions[met.place.solution];
  const text = solution?.exact ?? refuse(STEP, met.path, `there is no solution number ${met.place.solution}`);
  const value = exprAt(text, ["solutions", met.place.solution, "exact"]);
  const isSame = isValue(value, met, task);
  demand(isSame, STEP, ["solutions", met.place.solution, "exact"], "it is not what the proof solves for");
}

/** Whether two real numbers are the same: they are just if their exponentials are, or, not negative, their squares. */
function isValue(value: Expr, met: Met, { algebra }: SolvingTask): boolean {
  if (sameNormalForm(value, met.value, algebra)) return true;
  const isGrown = [number(1), ...logarithmsUnder(met.value)].some((unit) =>
    [1, 2].some((n) => {
      const grown = (x: Expr): Expr => call("exp", multiply(multiply(number(n), unit), x));
      return sameNormalForm(grown(value), grown(met.value), algebra);
    }),
  );
  return isGrown || haveSameSquare(value, met.value, algebra);
}

/** Logarithms of numbers, other than 1, that a formula is divided by: they are not 0. */
function logarithmsUnder(expr: Expr): readonly Expr[] {
  const found: Expr[] = [];
  walk(expr, (part) => {
    const under = part.kind === "divide" ? part.right : undefined;
    const of = under?.kind === "call" && under.name === "log" ? under.args[0] : undefined;
    if (under !== undefined && of?.kind === "number" && !isOne(of.value)) found.push(under);
  });
  return found;
}

function checkSolution(
  index: number,
  zero: Zero,
  answer: Solutions,
  proof: SymbolicProof,
  question: SolutionsQuestion,
  task: SolvingTask,
): void {
  const place: Path = ["solutions", index];
  const solution = answer.solutions[index] ?? refuse(STEP, place, "it is missing");
  const { multiplicity } = zero;
  demand(solution.multiplicity === multiplicity, STEP, [...place, "multiplicity"], `it is ${multiplicity}`);
  const flips = multiplicity % 2 === 1;
  demand(solution.flips === flips, STEP, [...place, "flips"], `it is ${flips}`);
  const conditions = solution.conditions.map((text, at) => comparisonAt(text, [...place, "conditions", at]));
  checkNames(conditions, question, task, [...place, "conditions"]);
  const value = exprAt(solution.exact ?? "", [...place, "exact"]);
  checkValueText(solution, place);
  const [first] = zero.met;
  const isRight = first !== undefined && isValue(value, first, task);
  demand(isRight, STEP, [...place, "exact"], "it is not what the proof solves for");
  // Once the two are known to be the same number, what is needed of it may be said in either form.
  const isPlain = first !== undefined && sameNormalForm(value, first.value, task.algebra);
  const told = isPlain ? zero.met : zero.met.map((met) => ({ ...met, value }));
  const required = [...told.flatMap((met) => requiredFor(met, question)), ...zero.needs];
  const needs: NeedsTask = { algebra: task.algebra, facts: task.facts, required };
  const exists = proof.exists[index] ?? refuse(STEP, place, "nothing says when it exists");
  checkNeeds(exists, conditions, needs, [...PROOF, "exists", index]);
  checkZero(value, conditions, question, task, place);
}

/** A solution by the zeros of the proof that it is: one, or two that are equal there. */
type Zero = {
  readonly met: readonly Met[];
  readonly multiplicity: number;
  /** What has to hold besides what its zeros need: that they are equal, or that it is not equal to another one. */
  readonly needs: readonly SignFact[];
};

/** The zeros of the proof by the solutions that they are, each of which must be come to just once. */
function zerosOf({ solutions }: Solutions, { equal }: SymbolicProof, met: readonly Met[]): readonly Zero[] {
  const merged = new Map(equal.flatMap((pair) => (pair.both === null ? [] : [[pair.both, pair] as const])));
  const own = solutions.map((_, index): Zero => {
    const [one, ...more] = met.filter(({ place }) => place.kind === "solution" && place.solution === index);
    const isOnce = merged.has(index) ? one === undefined : one !== undefined && more.length === 0;
    demand(isOnce, STEP, ["solutions", index], "the proof does not come to it just once");
    return { met: one === undefined ? [] : [one], multiplicity: one?.multiplicity ?? 0, needs: [] };
  });
  demand(
    merged.size <= 1 && (merged.size === 0 || equal.length === 1),
    STEP,
    EQUAL,
    "more than one is merged",
  );
  for (const [at, { first, second }] of equal.entries()) {
    const isPair =
      first !== second && ![first, second].some((one) => merged.has(one) || own[one] === undefined);
    demand(isPair, STEP, [...EQUAL, at], "not a pair of solutions that were found apart");
  }
  return own.map((zero, index): Zero => {
    const pair = merged.get(index);
    if (pair !== undefined) {
      const [one, other] = [own[pair.first] ?? zero, own[pair.second] ?? zero];
      const needs = differing(own, pair.first, pair.second).map((need) => ({
        ...need,
        relation: "=" as const,
      }));
      return { met: [...one.met, ...other.met], multiplicity: one.multiplicity + other.multiplicity, needs };
    }
    const mine = equal.filter((one) => one.both !== null && [one.first, one.second].includes(index));
    return { ...zero, needs: mine.flatMap(({ first, second }) => differing(own, first, second)) };
  });
}

const EQUAL: Path = [...PROOF, "equal"];

/** That two solutions are not equal. */
function differing(zeros: readonly Zero[], first: number, second: number): readonly SignFact[] {
  const [one] = zeros[first]?.met ?? [];
  const [other] = zeros[second]?.met ?? [];
  return one === undefined || other === undefined
    ? []
    : [{ expr: subtract(one.value, other.value), relation: "!=" }];
}

/** A value with unknowns has no digits, and no range. */
function checkValueText(value: Value, path: Path): void {
  const isBare = value.isolating === undefined && value.decimal === undefined;
  demand(isBare, STEP, path, "a formula with unknowns has no digits");
}

/** The value makes the equation true, in normal form or as far as can be told at a point where it is meant. */
function checkZero(
  value: Expr,
  conditions: readonly Comparison[],
  question: SolutionsQuestion,
  { algebra }: SolvingTask,
  path: Path,
): void {
  const there = substitute(question.f, new Map([[question.of, value]]));
  if (isIdenticallyZero(there, algebra)) return;
  const names = unknownsOf(there, ...sidesOf(conditions));
  const samples = SAMPLES.map((sample) => new Map(names.map((name, at) => [name, integer(sample(at))])));
  for (const env of samples) {
    if (![...conditions, ...question.facts].every((one) => holdsAt(one, env) === true)) continue;
    algebra.budget.spend(50, "trying a solution at a point");
    demand(!isSurelyApart(there, env), STEP, [...path, "exact"], "it does not solve the equation");
  }
}

/** Whether a formula is seen not to be 0 at a point. More digits would show nothing where it is 0. */
function isSurelyApart(expr: Expr, env: Env): boolean {
  const value = evaluate(expr, env, 192);
  if (value.kind === "exact") return !isZero(value.value);
  return value.kind === "enclosed" && Math.abs(enclosed.signOf(value.range) ?? 0) === 1;
}

/** Refuses conditions that are not only about the other unknowns of the question. */
function checkNames(
  conditions: readonly Comparison[],
  { of }: SolutionsQuestion,
  { taken }: SolvingTask,
  path: Path,
): void {
  const isFine = unknownsOf(...sidesOf(conditions)).every((name) => name !== of && taken.includes(name));
  demand(isFine, STEP, path, "it is not only about the other unknowns");
}

const sidesOf = (comparisons: readonly Comparison[]): readonly Expr[] =>
  comparisons.flatMap(({ left, right }) => [left, right]);

/** Whole numbers for unknowns, by where they stand. */
const SAMPLES: readonly ((at: number) => number)[] = [(at) => at + 2, (at) => 9 - at, (at) => (at + 1) ** 2];

/**
 * Refuses general conditions unless they are what the list is complete under, and those that all solutions share.
 * Gives the former as facts.
 */
function checkGeneral(
  answer: Solutions,
  { general, equal }: SymbolicProof,
  question: SolutionsQuestion,
  zeros: readonly Zero[],
  task: SolvingTask,
): readonly SignFact[] {
  const { algebra, facts, turned } = task;
  const { conditions, solutions } = answer;
  const [first, ...others] = solutions;
  const shared = (first?.conditions ?? []).filter((one) =>
    others.every((other) => other.conditions.includes(one)),
  );
  demand(
    shared.every((one) => conditions.includes(one)) && new Set(conditions).size === conditions.length,
    STEP,
    ["conditions"],
    "not those that all solutions share",
  );
  const apart = equal
    .filter(({ both }) => both === null)
    .flatMap(({ first: one, second: other }) => differing(zeros, one, other));
  const free = conditionsOf(question.f)
    .filter((one) => !isTrivial(one) && !unknownsOf(one.expr).includes(question.of))
    .map(({ expr, relation }): SignFact => ({ expr, relation }));
  const said = zeros.length === 1 ? (zeros[0]?.met ?? []).flatMap((met) => met.shapes) : [];
  const shapes = turned.met
    .flatMap((met) => met.shapes)
    .filter((one) => !said.some((other) => isSameFact(one, other, algebra)));
  const needs: NeedsTask = { algebra, facts, required: [...free, ...turned.assumed, ...apart, ...shapes] };
  const read = conditions.map((text, at) => comparisonAt(text, ["conditions", at]));
  checkNames(read, question, task, ["conditions"]);
  const derived = generalConditions(general, read, needs, [...PROOF, "general"]);
  for (const [at, one] of read.entries()) {
    const isNeeded =
      shared.includes(conditions[at] ?? "") ||
      derived.some((other) => isSameFact(factOf(one), other, algebra));
    demand(isNeeded, STEP, ["conditions", at], "nothing needs it");
  }
  return derived;
}

function checkDegenerate(answer: Solutions, question: SolutionsQuestion, task: SolvingTask): void {
  const { algebra, facts, turned } = task;
  for (const [index, { when, holds }] of answer.degenerate.entries()) {
    const place: Path = ["degenerate", index];
    const found = turned.free.filter(({ degenerate }) => degenerate === index);
    const [only, ...more] = found;
    demand(only !== undefined && more.length === 0, STEP, place, "the proof does not come to it just once");
    demand(holds === "everywhere", STEP, [...place, "holds"], "it holds everywhere there");
    const open = only.needs.filter((one) => !facts.some((other) => isSameFact(one, other, algebra)));
    const read = when.map((text, at) => comparisonAt(text, [...place, "when", at]));
    checkNames(read, question, task, [...place, "when"]);
    const wanted = read.map(factOf);
    const sure = open.filter((one) => one.relation === ">" && holdsGiven(one, wanted, algebra));
    const isMatch = (one: SignFact, other: SignFact): boolean =>
      isSameFact(one, other, algebra) || isAlike(one, other, sure, algebra);
    demand(
      open.every((one) => wanted.some((other) => isMatch(one, other)) || holdsGiven(one, wanted, algebra)),
      STEP,
      [...place, "when"],
      "a condition is missing",
    );
    demand(
      wanted.every((other) => open.some((one) => isMatch(one, other))),
      STEP,
      [...place, "when"],
      "a condition is not needed",
    );
    const isOnce = wanted.every((one, at) => !wanted.slice(at + 1).some((other) => isMatch(one, other)));
    demand(isOnce, STEP, [...place, "when"], "a condition is listed twice");
  }
  for (const { degenerate } of turned.free) {
    demand(degenerate < answer.degenerate.length, STEP, ["degenerate"], "a case is missing");
  }
}

/**
 * Whether two equations say the same where the facts hold, since a growing function is applied to both sides:
 * `sqrt(a) = sqrt(b)`, `a = b`.
 */
function isAlike(
  a: SignFact,
  b: SignFact,
  facts: readonly SignFact[],
  algebra: SolvingTask["algebra"],
): boolean {
  if (a.relation !== "=" || b.relation !== "=") return false;
  const sides = (one: SignFact) =>
    one.expr.kind === "subtract"
      ? ([one.expr.left, one.expr.right] as const)
      : ([one.expr, number(0)] as const);
  const first = sides(a);
  const isNeverNegative = first.every((side) => holdsGiven({ expr: side, relation: ">=" }, [], algebra));
  const raised = (n: number) => (side: Expr) => power(side, number(n));
  const growing = (isNeverNegative ? [2, 3, 4, 5, 6] : [3, 5]).map(raised);
  return [...growing, (side: Expr): Expr => call("exp", side)].some((apply) => {
    const [left, right] = first.map(apply);
    if (left === undefined || right === undefined) return false;
    const gap = { expr: subtract(left, right), relation: "=" as const };
    return isSameFact(gap, b, algebra, facts);
  });
}
