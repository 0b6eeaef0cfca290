import {
  type Budget,
  type Comparison,
  comparison,
  type Entrant,
  type Expr,
  exprOfName,
  holdsAt,
  number,
  printExpr,
  substitute,
  substituteComparison,
  subtract,
  unknownsOf,
  unknownsOfComparison,
} from "@crux/core";
import type { Refutation } from "../certificate/claim-proof.ts";
import type { CaseLeaf, CasesProof, CaseTree, SegmentProof } from "../certificate/map-proof.ts";
import type { CasesAnswer, Value, WinnerMap } from "../query/answer.ts";
import { createAlgebra } from "./algebra.ts";
import { factOf, holdsGiven, isSameFact, type SignFact } from "./assumed.ts";
import { checkNever } from "./check-never.ts";
import { conditionsOf, isTrivial } from "./conditions.ts";
import { isSurelyReal } from "./facts.ts";
import type { CasesQuestion } from "./map-question.ts";
import { normalForm } from "./normal-form.ts";
import { comparisonAt, exprAt, numberAt } from "./read-text.ts";
import { demand, type Path, refuse } from "./refusal.ts";
import { sameList } from "./same-list.ts";
import { checkDecimal } from "./spot.ts";
import { checkTree } from "./tree.ts";
import { isZeroNumber, orderOfNumbers } from "./zero-number.ts";

const STEP = "check the cases";
const PROOF: Path = ["certificate", "proof", "map"];

/** Refuses cases unless each is right where it applies, and they exclude each other and cover everything. */
export function checkCases(
  answer: Omit<CasesAnswer, "certificate">,
  proof: CasesProof,
  question: CasesQuestion,
): void {
  demand(answer.over === question.axis, STEP, ["over"], `the axis is ${question.axis}`);
  const whens = answer.cases.map(({ when }, index) =>
    when.map((text, at) => comparisonAt(text, ["cases", index, "when", at])),
  );
  for (const [index, map] of answer.cases.entries()) checkShape(map, question, ["cases", index]);
  checkDisjoint(whens, proof.disjoint, question);
  const seen = new Map<number, Set<string>>();
  const task: Task = { answer, whens, question, seen };
  walk(proof.tree, [], task, [...PROOF, "tree"]);
  for (const index of answer.cases.keys()) {
    const competing = seen.get(index);
    demand(competing !== undefined, STEP, ["cases", index], "no leaf shows it to be possible");
    for (const [at, { program, because }] of (answer.cases[index]?.never ?? []).entries()) {
      const isOut = because.kind === "not-eligible" || competing.has(program);
      demand(isOut, STEP, ["cases", index, "never", at, "because", "kind"], "it nowhere competes");
    }
  }
}

type Task = {
  readonly answer: Omit<CasesAnswer, "certificate">;
  readonly whens: readonly (readonly Comparison[])[];
  readonly question: CasesQuestion;
  /** The cases whose leaves were met, with the programs that compete on some leaf of each. */
  readonly seen: Map<number, Set<string>>;
};

/** Refuses a proof of `goal`, or of a contradiction, from the contest's facts and further premises. */
function checkSequent(
  proof: Refutation,
  premises: readonly Comparison[],
  goal: Comparison | null,
  { contest, budget }: CasesQuestion,
  path: Path,
): void {
  const positive = new Set(["g", ...contest.positive]);
  checkTree(
    proof,
    {
      algebra: createAlgebra((name) => positive.has(name), budget),
      held: [...contest.facts.map((fact) => fact.comparison), ...premises],
      comparisons: goal === null ? [] : [goal],
      logic: goal === null ? { kind: "any", of: [] } : { kind: "comparison", index: 0 },
      settles: goal === null ? null : true,
      onUse: () => undefined,
    },
    path,
  );
}

function checkDisjoint(
  whens: readonly (readonly Comparison[])[],
  proofs: readonly Refutation[],
  question: CasesQuestion,
): void {
  const pairs = whens.flatMap((one, index) => whens.slice(index + 1).map((other) => [...one, ...other]));
  demand(pairs.length === proofs.length, STEP, [...PROOF, "disjoint"], "there is not one for each two cases");
  for (const [index, premises] of pairs.entries()) {
    const place = [...PROOF, "disjoint", index];
    checkSequent(proofs[index] ?? refuse(STEP, place, "it is missing"), premises, null, question, place);
  }
}

function walk(tree: CaseTree, premises: readonly Comparison[], task: Task, path: Path): void {
  task.question.budget.spend(20, "following cases");
  switch (tree.kind) {
    case "split": {
      const on = exprAt(tree.on, [...path, "on"]);
      const isFree = !unknownsOf(on).includes(task.question.axis);
      demand(
        isFree && isReal(on, premises, task.question),
        STEP,
        [...path, "on"],
        "it has the axis, or may be undefined",
      );
      for (const [branch, relation] of [
        ["positive", ">"],
        ["zero", "="],
        ["negative", "<"],
      ] as const) {
        walk(tree[branch], [...premises, comparison(on, relation, number(0))], task, [...path, branch]);
      }
      break;
    }
    case "impossible":
      checkSequent(tree.proof, premises, null, task.question, [...path, "proof"]);
      break;
    case "leaf":
      checkLeaf(tree, premises, task, path);
      break;
  }
}

function groundOf(premises: readonly Comparison[], { contest, budget }: CasesQuestion) {
  const positive = new Set(["g", ...contest.positive]);
  const algebra = createAlgebra((name) => positive.has(name), budget);
  const facts = [...contest.facts.map((fact) => fact.comparison), ...premises].map(factOf);
  return { algebra, facts };
}

function isReal(expr: Expr, premises: readonly Comparison[], question: CasesQuestion): boolean {
  const { algebra, facts } = groundOf(premises, question);
  const known = facts.map(({ expr: of, relation }) => ({
    expr: of,
    form: normalForm(of, algebra),
    relation,
  }));
  return isSurelyReal(expr, { facts: known, given: [], algebra });
}

function checkLeaf(leaf: CaseLeaf, premises: readonly Comparison[], task: Task, path: Path): void {
  const { answer, whens, question } = task;
  const map =
    answer.cases[leaf.case] ?? refuse(STEP, [...path, "case"], `there is no case number ${leaf.case}`);
  const when = whens[leaf.case] ?? [];
  const values = pointOf(leaf, premises, question, [...path, "point"]);
  demand(leaf.when.length === when.length, STEP, [...path, "when"], "there is not one for each condition");
  for (const [index, goal] of when.entries()) {
    const place = [...path, "when", index];
    checkSequent(leaf.when[index] ?? refuse(STEP, place, "it is missing"), premises, goal, question, place);
  }
  const competing = competingAt(leaf, premises, question, path);
  const seen = task.seen.get(leaf.case) ?? new Set();
  for (const { id } of competing) seen.add(id);
  task.seen.set(leaf.case, seen);
  checkOrder(leaf, map, premises, question, path);
  demand(
    leaf.segments.length === map.segments.length,
    STEP,
    [...path, "segments"],
    "there is not one for each segment",
  );
  for (const [index, proof] of leaf.segments.entries()) {
    checkSegment(proof, map, index, competing, premises, question, [...path, "segments", index]);
  }
  checkTies(map, competing, values, question, ["cases", leaf.case]);
  checkNever(map, competing, question, values, ["cases", leaf.case]);
}

/** Values of the unknowns at which the facts and the path hold. */
function pointOf(
  leaf: CaseLeaf,
  premises: readonly Comparison[],
  { contest, axis }: CasesQuestion,
  path: Path,
): ReadonlyMap<string, Expr> {
  const values = new Map(
    Object.entries(leaf.point).map(([name, text]) => [name, numberAt(text, [...path, name])]),
  );
  const hasRate = unknownsOf(...contest.entrants.map(({ score }) => score)).includes("g");
  const positive = [...contest.positive, ...(hasRate ? ["g"] : [])].filter((name) => name !== axis);
  const limits = positive.map((name) => comparison(exprOfName(name), ">", number(0)));
  for (const one of [...limits, ...contest.facts.map((fact) => fact.comparison), ...premises]) {
    const there = substituteComparison(one, values);
    const isTrue = unknownsOfComparison(there).length === 0 && holdsAt(there, new Map()) === true;
    demand(isTrue, STEP, path, "it is not a point of this case");
  }
  return values;
}

/** The programs that compete on a leaf; refused where that is not seen. */
function competingAt(
  leaf: CaseLeaf,
  premises: readonly Comparison[],
  question: CasesQuestion,
  path: Path,
): readonly Entrant[] {
  const { algebra, facts } = groundOf(premises, question);
  const absent = new Map(leaf.absent.map(({ program, by }) => [program, by]));
  demand(absent.size === leaf.absent.length, STEP, [...path, "absent"], "a program is listed twice");
  for (const [index, { program, by }] of leaf.absent.entries()) {
    const place = [...path, "absent", index];
    const entrant = question.contest.entrants.find(({ id }) => id === program);
    const expr = exprAt(by, [...place, "by"]);
    const isOut = entrant !== undefined && isAbsent(entrant, expr, facts, algebra);
    demand(isOut, STEP, place, "it is not seen to be absent");
  }
  const competing = question.contest.entrants.filter(({ id }) => !absent.has(id));
  for (const entrant of competing) {
    const isEligible = entrant.eligible === null || holdsGiven(factOf(entrant.eligible), facts, algebra);
    const isThere = isEligible && isReal(entrant.score, premises, question);
    demand(isThere, STEP, path, `it is not seen that ${entrant.id} competes`);
  }
  return competing;
}

/** Whether a condition of a program's score, or of its being eligible, is false where the facts hold. */
function isAbsent(
  entrant: Entrant,
  by: Expr,
  facts: readonly SignFact[],
  algebra: ReturnType<typeof createAlgebra>,
): boolean {
  const { eligible, score } = entrant;
  const wanted: SignFact[] = conditionsOf(score).filter((one) => !isTrivial(one) && one.isNecessary);
  if (eligible !== null) wanted.push(factOf(eligible));
  const turned: Expr = subtract(number(0), by);
  return wanted.some((one) => {
    const isMeant = [by, turned].some((expr) => isSameFact({ expr, relation: one.relation }, one, algebra));
    const opposite: SignFact =
      one.relation === "!="
        ? { expr: one.expr, relation: "=" }
        : one.relation === "="
          ? { expr: one.expr, relation: "!=" }
          : { expr: subtract(number(0), one.expr), relation: one.relation === ">" ? ">=" : ">" };
    const isZero: SignFact = { expr: one.expr, relation: "=" };
    const fails =
      holdsGiven(opposite, facts, algebra) || (one.relation === ">" && holdsGiven(isZero, facts, algebra));
    return isMeant && fails;
  });
}

/** The formula of an end of a segment; null where it is infinite. */
function endOf(value: Value, path: Path): Expr | null {
  const exact = value.exact ?? refuse(STEP, path, "it has no closed form");
  return exact === "oo" || exact === "-oo" ? null : exprAt(exact, [...path, "exact"]);
}

function checkOrder(
  leaf: CaseLeaf,
  map: WinnerMap,
  premises: readonly Comparison[],
  question: CasesQuestion,
  path: Path,
): void {
  demand(
    leaf.order.length === map.segments.length,
    STEP,
    [...path, "order"],
    "there is not one for each segment",
  );
  for (const [index, segment] of map.segments.entries()) {
    const place = [...path, "order", index];
    const [from, to] = [endOf(segment.from, place), endOf(segment.to, place)];
    const proof = leaf.order[index] ?? null;
    const needsNone = from === null || to === null || map.segments.length === 1;
    demand((proof === null) === needsNone, STEP, place, "whether a proof is needed");
    if (proof !== null && from !== null && to !== null) {
      checkSequent(proof, premises, comparison(from, "<", to), question, place);
    }
  }
}

function checkSegment(
  proof: SegmentProof,
  map: WinnerMap,
  index: number,
  competing: readonly Entrant[],
  premises: readonly Comparison[],
  question: CasesQuestion,
  path: Path,
): void {
  const segment = map.segments[index] ?? refuse(STEP, path, "there is no such segment");
  const scoreOf = (id: string): Expr =>
    competing.find((one) => one.id === id)?.score ?? refuse(STEP, path, `it does not compete: ${id}`);
  const inOrder = competing.filter(({ id }) => segment.winners.includes(id)).map(({ id }) => id);
  demand(
    sameList(segment.winners, inOrder),
    STEP,
    path,
    "the winners are not listed in the order of the scenario",
  );
  const [first, ...others] = segment.winners;
  if (first === undefined) {
    demand(competing.length === 0, STEP, path, "somebody wins");
    return;
  }
  const x = exprOfName(question.axis);
  const [from, to] = [endOf(segment.from, path), endOf(segment.to, path)];
  const inside = [
    ...premises,
    ...(from === null ? [] : [comparison(from, "<", x)]),
    ...(to === null ? [] : [comparison(x, "<", to)]),
  ];
  const losers = competing.filter(({ id }) => !segment.winners.includes(id));
  const isFull = proof.ties.length === others.length && proof.losers.length === losers.length;
  demand(isFull, STEP, path, "there is not one proof for each other program");
  for (const [at, other] of others.entries()) {
    const goal = comparison(scoreOf(first), "=", scoreOf(other));
    const place = [...path, "ties", at];
    checkSequent(proof.ties[at] ?? refuse(STEP, place, "it is missing"), premises, goal, question, place);
  }
  for (const [at, loser] of losers.entries()) {
    const goal = comparison(scoreOf(first), "<", loser.score);
    const place = [...path, "losers", at];
    checkSequent(proof.losers[at] ?? refuse(STEP, place, "it is missing"), inside, goal, question, place);
  }
}

/** Refuses a map whose parts do not fit together. */
function checkShape(map: WinnerMap, { axis, range, budget }: CasesQuestion, path: Path): void {
  demand(map.over === axis, STEP, [...path, "over"], `the axis is ${axis}`);
  demand(
    map.touches.length === 0,
    STEP,
    [...path, "touches"],
    "straight lines have no touches without a flip",
  );
  const isFitting = map.segments.length > 0 && map.thresholds.length === map.segments.length - 1;
  demand(isFitting, STEP, [...path, "segments"], "there is not one more than thresholds");
  const ends = [range.low, range.high].map((end) => (typeof end === "string" ? end : printExpr(number(end))));
  for (const [index, { from, to }] of map.segments.entries()) {
    const place = [...path, "segments", index];
    const [low, high] = [map.thresholds[index - 1]?.at, map.thresholds[index]?.at];
    demand(
      sameValue(from, low ?? ends[0] ?? ""),
      STEP,
      [...place, "from"],
      "it does not begin where it should",
    );
    demand(sameValue(to, high ?? ends[1] ?? ""), STEP, [...place, "to"], "it does not end where it should");
  }
  for (const [index, { at, before, after, formula }] of map.thresholds.entries()) {
    const place = [...path, "thresholds", index];
    const isBetween =
      sameList(before, map.segments[index]?.winners ?? []) &&
      sameList(after, map.segments[index + 1]?.winners ?? []);
    demand(
      isBetween && !sameList(before, after),
      STEP,
      place,
      "it is not between the winners of its two sides",
    );
    demand(formula === at.exact, STEP, [...place, "formula"], "it is not the threshold");
    checkDigits(at, [...place, "at"], budget);
  }
  for (const [index, { from, to }] of map.segments.entries()) {
    checkDigits(from, [...path, "segments", index, "from"], budget);
    checkDigits(to, [...path, "segments", index, "to"], budget);
  }
}

const sameValue = (value: Value, other: Value | string): boolean =>
  typeof other === "string"
    ? value.exact === other
    : value.exact === other.exact && value.decimal === other.decimal;

/** Digits stand where no unknown does, and are right. */
function checkDigits(value: Value, path: Path, budget: Budget): void {
  demand(value.isolating === undefined, STEP, path, "a closed form needs no range");
  const end = endOf(value, path);
  const isNumber = end !== null && unknownsOf(end).length === 0;
  demand(isNumber === (value.decimal !== undefined), STEP, [...path, "decimal"], "whether there are digits");
  if (isNumber && value.decimal !== undefined)
    checkDecimal(value.decimal, { kind: "closed", expr: end }, [...path, "decimal"], budget);
}

/** The programs that tie at each threshold, at the point of the leaf. */
function checkTies(
  map: WinnerMap,
  competing: readonly Entrant[],
  values: ReadonlyMap<string, Expr>,
  { axis, budget }: CasesQuestion,
  path: Path,
): void {
  for (const [index, { at, before, after, ties }] of map.thresholds.entries()) {
    const place = [...path, "thresholds", index];
    const end = endOf(at, place) ?? refuse(STEP, place, "it is infinite");
    const point = new Map([...values, [axis, substitute(end, values)]]);
    const scoreOf = ({ score }: Entrant): Expr => substitute(score, point);
    const best = competing.find(({ id }) => id === before[0]) ?? refuse(STEP, place, "nobody wins below");
    const gaps = competing.map((one) => ({ id: one.id, gap: subtract(scoreOf(one), scoreOf(best)) }));
    const right = gaps.filter(({ gap }) => isZeroNumber(gap, budget)).map(({ id }) => id);
    demand(
      after.every((id) => right.includes(id)),
      STEP,
      [...place, "at"],
      "the winners of both sides do not tie there",
    );
    demand(sameList(ties, right), STEP, [...place, "ties"], `not those that tie: ${right.join(", ")}`);
    for (const { gap } of gaps) {
      demand(orderOfNumbers(gap, number(0), budget) !== -1, STEP, place, "another program is lower there");
    }
  }
}
