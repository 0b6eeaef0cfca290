import {
  type Budget,
  type Claim,
  type Comparison,
  type Contest,
  comparison,
  contestOf,
  type Expr,
  expandComparison,
  number,
  printComparison,
  readClaim,
  relationHolds,
  substituteComparison,
  unknownsOf,
  unknownsOfComparison,
} from "@crux/core";
import type { ClaimProof, Repair } from "../certificate/claim-proof.ts";
import type { JudgeAnswer, Point } from "../query/answer.ts";
import { createAlgebra } from "./algebra.ts";
import { factAbout, isSurelyReal, meaning } from "./facts.ts";
import { type Logic, type Spelled, spell, truth } from "./logic.ts";
import { type Query, scenarioOf } from "./question.ts";
import { comparisonAt, exprAt, numberAt } from "./read-text.ts";
import { demand, type Path, refuse } from "./refusal.ts";
import { sameList } from "./same-list.ts";
import { checkTree, type TreeQuestion } from "./tree.ts";
import { orderOfNumbers } from "./zero-number.ts";

const STEP = "check the verdict";
const PROOF: Path = ["certificate", "proof", "claim"];

/** What a claim says, with everything known put in. */
type ClaimQuestion = Spelled & {
  readonly held: readonly Comparison[];
  /** Where each held fact comes from. */
  readonly sources: readonly string[];
  readonly isPositive: (name: string) => boolean;
  /** Whether the claim is meant for some `g` only. */
  readonly exists: boolean;
  readonly expand: (one: Comparison) => Comparison;
  readonly budget: Budget;
};

/** A verdict without its certificate. */
export type Verdict = Omit<JudgeAnswer, "certificate">;

/** Refuses a verdict unless its proof and its points show it. */
export function checkClaim(
  verdict: Verdict,
  proof: ClaimProof,
  asked: Extract<Query, { kind: "judge" }>,
  scenario: unknown,
  budget: Budget,
): void {
  const question = claimQuestion(asked, scenario, budget);
  const kinds: Record<ClaimProof["kind"], Verdict["verdict"]> = {
    proved: "proved",
    witnesses: "proved",
    depends: "refuted",
    nowhere: "refuted",
    "no-witness": "refuted",
    vacuous: "vacuous",
  };
  demand(verdict.verdict === kinds[proof.kind], STEP, ["verdict"], `the proof shows: ${kinds[proof.kind]}`);
  demand(verdict.missing === "", STEP, ["missing"], "nothing is missing");
  const isExistence = proof.kind === "witnesses" || proof.kind === "no-witness";
  const fits = proof.kind === "vacuous" || isExistence === question.exists;
  demand(fits, STEP, [...PROOF, "kind"], "not a proof for a claim of this kind");
  checkRepairs(verdict, "repairs" in proof ? proof.repairs : [], question);
  checkPoints(verdict, proof, question);
  const uses = checkTrees(verdict, proof, question);
  const isSame = sameList([...verdict.uses].sort(), [...uses].sort());
  demand(isSame, STEP, ["uses"], `the proof uses: ${[...uses].join(", ")}`);
}

function claimQuestion(
  asked: Extract<Query, { kind: "judge" }>,
  json: unknown,
  budget: Budget,
): ClaimQuestion {
  const query: Path = ["certificate", "request", "query"];
  const read = readClaim(asked.claim);
  if (!read.ok) return refuse(STEP, [...query, "claim"], read.error[0]?.message ?? "not a claim");
  const scenario = scenarioOf(json);
  const expand = (one: Comparison): Comparison => (scenario === null ? one : expandComparison(scenario, one));
  const contest: Contest | null = scenario === null ? null : contestOf(scenario);
  const assume = (asked.assume ?? []).map((text, index) =>
    expand(comparisonAt(text, [...query, "assume", index])),
  );
  const facts = contest?.facts ?? [];
  const exists = read.value.kind === "exists-g";
  const claim = read.value.kind === "exists-g" ? read.value.of : read.value;
  const positive = contest === null ? null : new Set(["g", ...contest.positive]);
  return {
    ...spell(expanded(claim, expand), contest),
    held: [...facts.map((fact) => fact.comparison), ...assume],
    sources: [...facts.map(({ source }) => source), ...assume.map(printComparison)],
    isPositive: (name) => positive === null || positive.has(name),
    exists,
    expand,
    budget,
  };
}

/** The claim with everything known put into its comparisons. */
function expanded(claim: Claim, expand: (one: Comparison) => Comparison): Claim {
  if (claim.kind === "comparison") return { ...claim, comparison: expand(claim.comparison) };
  if (claim.kind === "wins" || claim.kind === "dominates") return claim;
  if (claim.kind === "not" || claim.kind === "exists-g") return { ...claim, of: expanded(claim.of, expand) };
  return { ...claim, left: expanded(claim.left, expand), right: expanded(claim.right, expand) };
}

/** Values of the unknowns at a point that fulfils every held fact; refused if it is not admissible. */
function valuesAt(
  point: Point,
  held: readonly Comparison[],
  question: ClaimQuestion,
  path: Path,
): ReadonlyMap<string, Expr> {
  const all = [...question.held, ...question.comparisons].flatMap(unknownsOfComparison);
  const values = new Map(
    Object.entries(point).map(([name, text]) => [name, numberAt(text, [...path, name])]),
  );
  for (const [name, value] of values) {
    demand(all.includes(name), STEP, [...path, name], "nothing has this unknown");
    const isFine = !question.isPositive(name) || orderAt(value, number(0), path, question) === 1;
    demand(isFine, STEP, [...path, name], "it is not positive");
  }
  for (const one of held) {
    const there = substituteComparison(one, values);
    demand(holds(there, path, question), STEP, path, `an assumption is false there: ${printComparison(one)}`);
  }
  return values;
}

function orderAt(a: Expr, b: Expr, path: Path, { budget }: ClaimQuestion): -1 | 0 | 1 {
  const [unknown] = unknownsOf(a, b);
  if (unknown !== undefined) return refuse(STEP, path, `there is no value for ${unknown}`);
  return orderOfNumbers(a, b, budget) ?? refuse(STEP, path, "a comparison could not be decided there");
}

const holds = (one: Comparison, path: Path, question: ClaimQuestion): boolean =>
  relationHolds(one.relation, orderAt(one.left, one.right, path, question));

/** Whether the claim is true at a point; each of its comparisons must be decided there. */
function isTrueAt(values: ReadonlyMap<string, Expr>, question: ClaimQuestion, path: Path): boolean {
  const decided = new Map(
    question.comparisons.map((one, index) => [
      index,
      holds(substituteComparison(one, values), path, question),
    ]),
  );
  return truth(question.logic, decided) ?? refuse(STEP, path, "the claim could not be decided there");
}

function checkPoints(verdict: Verdict, proof: ClaimProof, question: ClaimQuestion): void {
  const { counterexample, example } = verdict;
  const isRefuted = verdict.verdict === "refuted";
  demand(
    (counterexample !== null) === isRefuted,
    STEP,
    ["counterexample"],
    "only what is refuted has one, and always",
  );
  if (counterexample !== null && !question.exists) {
    const values = valuesAt(counterexample, question.held, question, ["counterexample"]);
    demand(
      !isTrueAt(values, question, ["counterexample"]),
      STEP,
      ["counterexample"],
      "the claim is true there",
    );
  }
  if (example !== null) {
    demand(verdict.verdict !== "vacuous", STEP, ["example"], "no point is admissible");
    const values = valuesAt(example, question.held, question, ["example"]);
    demand(isTrueAt(values, question, ["example"]), STEP, ["example"], "the claim is false there");
  }
  if (proof.kind === "depends") demand(example !== null, STEP, ["example"], "there is none");
  if (proof.kind === "nowhere") demand(example === null, STEP, ["example"], "the claim is true nowhere");
}

type Uses = Set<string>;

/** A question of a tree about the claim as it stands, or about another one. */
function treeQuestion(question: ClaimQuestion, settles: boolean | null, uses: Uses | null): TreeQuestion {
  const note = (used: { readonly positive: string } | { readonly held: number }): void => {
    if (uses === null) return;
    uses.add("positive" in used ? `positive: ${used.positive}` : (question.sources[used.held] ?? ""));
  };
  return {
    algebra: createAlgebra(question.isPositive, question.budget),
    held: question.held,
    comparisons: question.comparisons,
    logic: question.logic,
    settles,
    onUse: note,
  };
}

/** Follows the trees of a proof; gives back what they use, where the answer has to name that. */
function checkTrees(verdict: Verdict, proof: ClaimProof, question: ClaimQuestion): ReadonlySet<string> {
  const uses: Uses = new Set();
  switch (proof.kind) {
    case "proved":
      checkTree(proof.tree, treeQuestion(question, true, uses), [...PROOF, "tree"]);
      return uses;
    case "nowhere":
      checkTree(proof.tree, treeQuestion(question, false, uses), [...PROOF, "tree"]);
      return uses;
    case "vacuous": {
      const own = question.exists ? outside(question) : question;
      checkTree(proof.tree, treeQuestion(own, null, uses), [...PROOF, "tree"]);
      return uses;
    }
    case "depends":
      return uses;
    case "witnesses":
      checkWitnesses(proof, question, uses);
      return uses;
    case "no-witness":
      checkNoWitness(verdict, proof, question, uses);
      return uses;
  }
}

const namesG = (one: Comparison): boolean => unknownsOfComparison(one).includes("g");

/** Held facts without `g`, by their numbers among all; the others are left out, as are the comparisons of the claim. */
function outside(question: ClaimQuestion): ClaimQuestion {
  const isOuter = question.held.map((one) => !namesG(one));
  return {
    ...question,
    held: question.held.filter((_, index) => isOuter[index]),
    sources: question.sources.filter((_, index) => isOuter[index]),
    comparisons: [],
    logic: { kind: "any", of: [] },
  };
}

/** The claim with the held facts that name `g` before it, all to be true together. */
function withFactsAboutG(question: ClaimQuestion): Spelled {
  const facts = question.held.filter(namesG);
  const own = facts.map((_, index): Logic => ({ kind: "comparison", index }));
  return {
    comparisons: [...facts, ...question.comparisons],
    logic: { kind: "all", of: [...own, shifted(question.logic, facts.length)] },
  };
}

function shifted(logic: Logic, by: number): Logic {
  switch (logic.kind) {
    case "comparison":
      return { kind: "comparison", index: logic.index + by };
    case "not":
      return { kind: "not", of: shifted(logic.of, by) };
    case "iff":
      return { kind: "iff", left: shifted(logic.left, by), right: shifted(logic.right, by) };
    default:
      return { kind: logic.kind, of: logic.of.map((part) => shifted(part, by)) };
  }
}

function checkWitnesses(
  proof: Extract<ClaimProof, { kind: "witnesses" }>,
  question: ClaimQuestion,
  uses: Uses,
): void {
  const outer = outside(question);
  const inner = withFactsAboutG(question);
  const algebra = createAlgebra(question.isPositive, question.budget);
  // what the held facts without `g` say holds at every point, so it may show that a witness is a real number
  const known = outer.held.map((one) => {
    const { expr, relation } = meaning(one);
    return factAbout(expr, relation, algebra);
  });
  const isDistinct = new Set(proof.witnesses).size === proof.witnesses.length;
  demand(isDistinct, STEP, [...PROOF, "witnesses"], "one is listed twice");
  const comparisons: Comparison[] = [];
  const ways = proof.witnesses.map((text, index): Logic => {
    const place = [...PROOF, "witnesses", index];
    const witness = exprAt(text, place);
    demand(!unknownsOf(witness).includes("g"), STEP, place, "it names g");
    const start = comparisons.length;
    const put = inner.comparisons.map((one) => substituteComparison(one, new Map([["g", witness]])));
    const all = [comparison(witness, ">", number(0)), ...put];
    const isReal = all.every(({ left, right }) =>
      [left, right].every((side) => isSurelyReal(side, { facts: known, given: [], algebra })),
    );
    demand(isReal, STEP, place, "the claim is not seen to be real there");
    comparisons.push(...all);
    return { kind: "all", of: [{ kind: "comparison", index: start }, shifted(inner.logic, start + 1)] };
  });
  const asked: ClaimQuestion = { ...outer, comparisons, logic: { kind: "any", of: ways } };
  checkTree(proof.tree, treeQuestion(asked, true, uses), [...PROOF, "tree"]);
}

function checkNoWitness(
  verdict: Verdict,
  proof: Extract<ClaimProof, { kind: "no-witness" }>,
  question: ClaimQuestion,
  uses: Uses,
): void {
  const place = ["counterexample"];
  const point = verdict.counterexample ?? refuse(STEP, place, "there is none");
  demand(!Object.hasOwn(point, "g"), STEP, place, "it names g");
  const outer = question.held.filter((one) => !namesG(one));
  const values = valuesAt(point, outer, question, place);
  const { comparisons, logic } = withFactsAboutG(question);
  const there = comparisons.map((one) => substituteComparison(one, values));
  const left = there.flatMap(unknownsOfComparison).filter((name) => name !== "g");
  demand(left.length === 0, STEP, place, `it gives no value to ${left[0]}`);
  const asked: ClaimQuestion = { ...question, held: [], sources: [], comparisons: there, logic };
  checkTree(proof.atCounterexample, treeQuestion(asked, false, null), [...PROOF, "atCounterexample"]);
  demand(
    (proof.tree === null) === (verdict.example !== null),
    STEP,
    [...PROOF, "tree"],
    "an example or a tree is needed",
  );
  if (proof.tree !== null) checkTree(proof.tree, treeQuestion(question, false, uses), [...PROOF, "tree"]);
}

function checkRepairs(verdict: Verdict, repairs: readonly Repair[], question: ClaimQuestion): void {
  const texts = repairs.map(({ assume }) => assume);
  demand(sameList(verdict.repair, texts), STEP, ["repair"], "not what the proof repairs it with");
  demand(new Set(texts).size === texts.length, STEP, ["repair"], "the same is listed twice");
  for (const [index, repair] of repairs.entries()) {
    const place = [...PROOF, "repairs", index];
    const assume = question.expand(comparisonAt(repair.assume, [...place, "assume"]));
    const repaired: ClaimQuestion = { ...question, held: [...question.held, assume] };
    checkTree(repair.tree, treeQuestion(repaired, true, null), [...place, "tree"]);
    const values = valuesAt(repair.at, repaired.held, repaired, [...place, "at"]);
    demand(isTrueAt(values, repaired, [...place, "at"]), STEP, [...place, "at"], "the claim is false there");
  }
}
