import {
  type Comparison,
  type Expr,
  evaluate,
  multiply,
  number,
  power,
  printExpr,
  subtract,
} from "@crux/core";
import { isInteger } from "@crux/core/exact";
import type { Existence, Need } from "../certificate/symbolic-proof.ts";
import type { Algebra } from "./algebra.ts";
import { factOf, failsGiven, holdsGiven, isSameFact, type Required, type SignFact } from "./assumed.ts";
import { normalForm } from "./normal-form.ts";
import { comparisonAt, exprAt } from "./read-text.ts";
import { demand, type Path, refuse } from "./refusal.ts";
import { isSurelyPositive } from "./sign.ts";
import { flat, gathered } from "./sign-tree.ts";

const STEP = "check when a solution exists";

/** What is needed to see that needs come down to conditions. */
export type NeedsTask = {
  readonly algebra: Algebra;
  readonly facts: readonly SignFact[];
  /** What truly has to hold. */
  readonly required: readonly Required[];
};

/** Refuses unless the needs are those required, and come down to just these conditions. */
export function checkNeeds(
  existence: Existence,
  conditions: readonly Comparison[],
  task: NeedsTask,
  path: Path,
): void {
  const wanted = conditions.map(factOf);
  const derived = derivedFrom(existence, wanted, task, path);
  const { algebra } = task;
  const missing = derived.find((one) => !wanted.some((other) => isSameFact(one, other, algebra)));
  demand(missing === undefined, STEP, path, "a condition is missing");
  const extra = wanted.findIndex((one) => !derived.some((other) => isSameFact(one, other, algebra)));
  demand(extra < 0, STEP, path, `condition number ${extra} is not needed`);
  demand(derived.length === wanted.length, STEP, path, "a condition is listed twice");
}

/**
 * What the needs of a whole list come down to, each of which must be among the conditions that are read; nothing where
 * nothing is said. Whatever is required must be among the needs, or sure.
 */
export function generalConditions(
  existence: Existence | undefined,
  conditions: readonly Comparison[],
  task: NeedsTask,
  path: Path,
): readonly SignFact[] {
  const wanted = conditions.map(factOf);
  const derived = derivedFrom(existence ?? { needs: [], dropped: [] }, [], task, path);
  const isRead = derived.every((one) => wanted.some((other) => isSameFact(one, other, task.algebra)));
  demand(isRead, STEP, ["conditions"], "a general condition is missing");
  return derived;
}

/** What the needs come down to, after those that are sure have been dropped. */
function derivedFrom(
  existence: Existence,
  wanted: readonly SignFact[],
  task: NeedsTask,
  path: Path,
): readonly SignFact[] {
  const needs = existence.needs.map((need, index) => readNeed(need, [...path, "needs", index]));
  checkRequired(needs, wanted, task, path);
  return comeDown(existence, task, path);
}

/** The comparisons that all needs come down to together, without those that are dropped. */
function comeDown(existence: Existence, task: NeedsTask, path: Path): readonly Derived[] {
  const listed: Derived[] = [];
  const again: Derived[] = [];
  for (const [index, need] of existence.needs.entries()) {
    for (const one of comesDownTo(need, task, [...path, "needs", index])) {
      const isListed = listed.some((other) => isSameFact(one, other, task.algebra));
      (isListed ? again : listed).push(one);
    }
  }
  const left = joined(listed, task);
  for (const [index, text] of existence.dropped.entries()) {
    const place = [...path, "dropped", index];
    const dropped = factOf(comparisonAt(text, place));
    const at = left.findIndex((one) => isSameFact(one, dropped, task.algebra));
    if (at < 0) {
      // A factor that is not 0 may be part of another comparison by now; then nothing is left to be taken away.
      const isPart = isSure({ ...dropped, factors: [dropped.expr] }, left, task);
      demand(isPart, STEP, place, "it is not among what is needed");
      continue;
    }
    const found = left[at] ?? refuse(STEP, place, "it is not among what is needed");
    const isSureWithout = isSure(found, left.toSpliced(at, 1), task);
    // What says the same as another one in other words is there once only: taking the words away leaves it there.
    const words = again.findIndex((one) => isSameFact(one, dropped, task.algebra));
    demand(isSureWithout || words >= 0, STEP, place, "it is not sure by what is left");
    if (isSureWithout) left.splice(at, 1);
    else again.splice(words, 1);
  }
  return left;
}

type Derived = SignFact & { readonly factors: readonly Expr[] };

const readNeed = (need: Need, path: Path): SignFact => ({
  expr: exprAt(need.of, [...path, "of"]),
  relation: need.relation,
});

/** Each need must be required, and each requirement be a need or be sure. */
function checkRequired(
  needs: readonly SignFact[],
  wanted: readonly SignFact[],
  task: NeedsTask,
  path: Path,
): void {
  const { algebra, required, facts } = task;
  checkAsked(needs, task, path);
  for (const one of required) {
    const isListed = needs.some((need) =>
      wordings(one).some((same) => isSameFact(same, need, algebra) || isStronger(need, same, algebra)),
    );
    const known = [...facts, ...needs, ...wanted];
    demand(
      isListed ||
        (one.relation === ">=" && isPlainlyNonNegative(one.expr, algebra)) ||
        known.some((fact) => isSquareOf(one, fact, algebra)) ||
        wordings(one).some((same) => holdsGiven(same, known, algebra)),
      STEP,
      [...path, "needs"],
      `something that is needed is left out: ${printExpr(one.expr)} ${one.relation} 0`,
    );
  }
}

/** Refuses needs that do not follow from what is required. */
function checkAsked(needs: readonly SignFact[], { algebra, required, facts }: NeedsTask, path: Path): void {
  const all = required.flatMap(wordings);
  for (const [index, need] of needs.entries()) {
    const isRequired =
      all.some((one) => isSameFact(one, need, algebra) || isStronger(one, need, algebra)) ||
      all.some((one) => isPowerOf(need, one, algebra)) ||
      holdsGiven(need, [...facts, ...all], algebra);
    demand(
      isRequired,
      STEP,
      [...path, "needs", index],
      `nothing needs it: ${printExpr(need.expr)} ${need.relation} 0`,
    );
  }
}

/** Whether a need says of a power of a formula that it is positive, and the formula is positive. */
const isPowerOf = (need: SignFact, known: SignFact, algebra: Algebra): boolean =>
  need.relation !== "=" &&
  known.relation === ">" &&
  [2, 3, 4, 5, 6].some((n) =>
    isSameFact({ expr: power(known.expr, number(n)), relation: ">" }, { ...need, relation: ">" }, algebra),
  );

/** Whether a requirement is about an even power of a formula that is known to be real, or not to be 0. */
const isSquareOf = (one: SignFact, known: SignFact, algebra: Algebra): boolean =>
  one.relation !== "=" &&
  (one.relation === ">=" || known.relation === "!=" || known.relation === ">") &&
  [2, 4, 6].some((n) =>
    isSameFact({ expr: power(known.expr, number(n)), relation: one.relation }, one, algebra),
  );

/** Whether a formula is not negative as it stands: a square, or made of such and of positive parts. */
function isPlainlyNonNegative(expr: Expr, algebra: Algebra): boolean {
  const of = (part: Expr): boolean => isPlainlyNonNegative(part, algebra);
  if (expr.kind === "power") {
    const exponent = evaluate(expr.right);
    if (exponent.kind !== "exact") return isSurelyPositive(expr, algebra);
    // A power that is not whole is only meant of a base that is not negative.
    return !isInteger(exponent.value) || exponent.value.num % 2n === 0n || of(expr.left);
  }
  if (expr.kind === "add" || expr.kind === "multiply" || expr.kind === "divide")
    return of(expr.left) && of(expr.right);
  return isSurelyPositive(expr, algebra);
}

const wordings = (one: Required): readonly SignFact[] => (one.or === undefined ? [one] : [one, one.or]);

/** Whether the first fact says more than the second about the same formula. */
const isStronger = (a: SignFact, b: SignFact, algebra: Algebra): boolean =>
  a.relation === ">" &&
  (b.relation === ">=" || b.relation === "!=") &&
  isSameFact(a, { expr: b.expr, relation: ">" }, algebra);

/** The comparisons of open factors with 0 that a need comes down to. */
function comesDownTo(need: Need, task: NeedsTask, path: Path): readonly Derived[] {
  const of = exprAt(need.of, [...path, "of"]);
  const { turn, factors } = gathered(flat(need.sign, of, task, [...path, "sign"]), task);
  const times = (some: readonly { readonly of: Expr }[]): Expr | undefined =>
    some.length === 0 ? undefined : some.map((one) => one.of).reduce(multiply);
  const odd = factors.filter((one) => one.times % 2 !== 0);
  const even = factors.filter((one) => one.times % 2 === 0);
  const product = times(odd);
  const turned = product && (turn === 1 ? product : subtract(number(0), product));
  const apart = (some: readonly { readonly of: Expr }[]): readonly Derived[] =>
    some.map((one) => ({ expr: one.of, relation: "!=", factors: [one.of] }));
  const all = factors.map((one) => one.of);
  if (turned === undefined || product === undefined) {
    const holds = turn === 1 || need.relation === "!=";
    demand(holds && need.relation !== "=", STEP, path, "it surely fails");
    return need.relation === ">=" ? [] : apart(even);
  }
  switch (need.relation) {
    case ">":
      return [{ expr: turned, relation: ">", factors: odd.map((one) => one.of) }, ...apart(even)];
    case ">=": {
      const squares = times(even);
      const expr = squares === undefined ? turned : multiply(turned, power(squares, number(2)));
      return [{ expr, relation: ">=", factors: all }];
    }
    case "!=":
      return apart(factors);
    case "=":
      return [{ expr: times(factors) ?? product, relation: "=", factors: all }];
  }
}

/** `>=` together with `!=` of each of its factors is `>`. */
function joined(listed: readonly Derived[], { algebra }: NeedsTask): Derived[] {
  const isApart = (of: Expr): boolean =>
    listed.some((one) => one.relation === "!=" && isSameFact(one, { expr: of, relation: "!=" }, algebra));
  const result: Derived[] = [];
  const used: Expr[] = [];
  for (const one of listed) {
    const isStrict = one.relation === ">=" && one.factors.every(isApart);
    const sharp: Derived = isStrict ? { ...one, relation: ">" } : one;
    if (isStrict) used.push(...one.factors);
    if (!result.some((other) => isSameFact(other, sharp, algebra))) result.push(sharp);
  }
  return result.filter(
    (one) =>
      one.relation !== "!=" || !used.some((of) => isSameFact(one, { expr: of, relation: "!=" }, algebra)),
  );
}

function isSure(one: Derived, others: readonly Derived[], { algebra, facts }: NeedsTask): boolean {
  if (holdsGiven(one, [...facts, ...others], algebra)) return true;
  if (one.relation !== "!=") return false;
  return others.some(
    (other) =>
      other.relation === ">" &&
      other.factors.some((of) =>
        isSameFact({ expr: of, relation: "!=" }, { ...one, relation: "!=" }, algebra),
      ),
  );
}

/** Refuses unless needs that follow from what is required come down to comparisons that contradict each other. */
export function checkContradiction(
  existence: Existence,
  contradiction: string | null,
  task: NeedsTask,
  path: Path,
): void {
  const { algebra, facts } = task;
  checkAsked(
    existence.needs.map((need, index) => readNeed(need, [...path, "needs", index])),
    task,
    path,
  );
  if (contradiction === null) {
    const fails = existence.needs.some((need, index) => hasNoChance(need, task, [...path, "needs", index]));
    demand(fails, STEP, path, "it may be a solution");
    return;
  }
  const left = comeDown(existence, task, path);
  const wanted = factOf(comparisonAt(contradiction, [...path, "contradiction"]));
  const at = left.findIndex((one) => isSameFact(one, wanted, algebra));
  const isOut = at >= 0 && failsGiven(wanted, [...facts, ...left.toSpliced(at, 1)], algebra);
  demand(isOut, STEP, path, "it may be a solution");
}

/** Whether a need has no open factor, and the wrong sign. */
function hasNoChance(need: Need, task: NeedsTask, path: Path): boolean {
  const isZero = normalForm(exprAt(need.of, [...path, "of"]), task.algebra).num.size === 0;
  if (isZero) return need.relation === ">" || need.relation === "!=";
  const whole = flat(need.sign, exprAt(need.of, [...path, "of"]), task, [...path, "sign"]);
  const { turn, factors } = gathered(whole, task);
  if (need.relation === "=") return factors.length === 0;
  return (
    need.relation !== "!=" &&
    turn === -1 &&
    factors.every(({ times }) => times % 2 === 0 && need.relation === ">")
  );
}

/** Whether the needs of a zero that is none surely fail. */
export function surelyFails(
  required: readonly SignFact[],
  facts: readonly SignFact[],
  algebra: Algebra,
): boolean {
  return required.some((one, index) => failsGiven(one, [...facts, ...required.toSpliced(index, 1)], algebra));
}
