import {
  type Comparison,
  type Expr,
  multiply,
  nameOf,
  negate,
  number,
  power,
  substitute,
  subtract,
  unknownsOf,
} from "@crux/core";
import { sign } from "@crux/core/exact";
import type {
  Case,
  FactRelation,
  Given,
  OneUnknown,
  Refutation,
  Rule,
  SumTerm,
} from "../certificate/claim-proof.ts";
import type { Algebra } from "./algebra.ts";
import { instanced } from "./check-instance.ts";
import { checkOneUnknown } from "./check-one-unknown.ts";
import {
  factAbout,
  factsOfBeingReal,
  isAtLeast,
  isSurelyReal,
  type KnownFact,
  meaning,
  opposite,
  says,
} from "./facts.ts";
import { type Logic, truth } from "./logic.ts";
import { normalForm } from "./normal-form.ts";
import { addRatios } from "./quotient.ts";
import { exprAt, rationalAt } from "./read-text.ts";
import { demand, type Path, refuse } from "./refusal.ts";
import { isSurelyPositive, sureSign } from "./sign.ts";

/** What a tree has to show: that no admissible point is left at which the claim is not as it should be. */
export type TreeQuestion = {
  readonly algebra: Algebra;
  /** Whether an unknown is positive at every admissible point. */
  readonly held: readonly Comparison[];
  readonly comparisons: readonly Comparison[];
  readonly logic: Logic;
  /** The truth of the claim that ends a branch; null where none does. */
  readonly settles: boolean | null;
  /** Told of each positive unknown and each held fact that the tree takes, by its number. */
  readonly onUse: (used: { readonly positive: string } | { readonly held: number }) => void;
};

type State = {
  readonly facts: readonly KnownFact[];
  readonly given: readonly KnownFact[];
  readonly decided: ReadonlyMap<number, boolean>;
};

const STEP = "follow the proof";

/** Refuses the tree unless each of its branches ends in a contradiction, or with the claim settled. */
export function checkTree(tree: Refutation, question: TreeQuestion, path: Path): void {
  const sides = [...question.held, ...question.comparisons].flatMap(({ left, right }) => [left, right]);
  const given = factsOfBeingReal(sides, question.algebra);
  follow(tree, { facts: [], given, decided: new Map() }, question, path, true);
}

function follow(tree: Refutation, state: State, question: TreeQuestion, path: Path, isRoot = false): void {
  question.algebra.budget.spend(10, "following a proof");
  switch (tree.kind) {
    case "given": {
      demand(isRoot, STEP, path, "facts of the question are taken at the root only");
      const facts = tree.facts.map((one, index) =>
        takeGiven(one, state.given, question, [...path, "facts", index]),
      );
      follow(tree.then, { ...state, facts }, question, [...path, "then"]);
      break;
    }
    case "decide":
      decide(tree, state, question, path);
      break;
    case "settled": {
      const isSettled =
        question.settles !== null && truth(question.logic, state.decided) === question.settles;
      demand(isSettled, STEP, path, "what is decided so far does not settle the claim");
      break;
    }
    case "cases":
      cases(tree.on, tree.cases, state, question, path);
      break;
    case "derive": {
      const expr = realAt(tree.expr, state, question, [...path, "expr"]);
      checkRule(tree.rule, expr, tree.relation, state, question, [...path, "rule"]);
      follow(tree.then, known(state, expr, tree.relation, question), question, [...path, "then"]);
      break;
    }
    case "identity": {
      const { total, isStrict } = sumOfTerms(tree.terms, state, question, [...path, "terms"]);
      demand(total.num.size === 0, STEP, path, "the terms do not add up to 0");
      demand(isStrict, STEP, path, "no term is more than 0");
      break;
    }
    case "one-unknown":
      oneUnknown(tree, state, question, path);
      break;
  }
}

const known = (state: State, expr: Expr, relation: FactRelation, { algebra }: TreeQuestion): State => ({
  ...state,
  facts: [...state.facts, factAbout(expr, relation, algebra)],
});

/** A formula that a step writes, which must be real wherever a point is left. */
function realAt(text: string, state: State, { algebra }: TreeQuestion, path: Path): Expr {
  const expr = exprAt(text, path);
  const isReal = isSurelyReal(expr, { facts: state.facts, given: state.given, algebra });
  demand(isReal, STEP, path, `it is not seen to be a real number: ${text.slice(0, 80)}`);
  return expr;
}

function takeGiven(given: Given, real: readonly KnownFact[], question: TreeQuestion, path: Path): KnownFact {
  const { algebra } = question;
  switch (given.kind) {
    case "positive": {
      demand(algebra.isPositive(given.unknown), STEP, path, `not a positive unknown: ${given.unknown}`);
      question.onUse({ positive: given.unknown });
      return factAbout(exprAt(given.unknown, path), ">", algebra);
    }
    case "held": {
      const held =
        question.held[given.index] ?? refuse(STEP, path, `no held fact has the number ${given.index}`);
      question.onUse({ held: given.index });
      const { expr, relation } = meaning(held);
      return factAbout(expr, relation, algebra);
    }
    case "defined": {
      const fact = factAbout(exprAt(given.expr, path), given.relation, algebra);
      const isKnown = real.some((one) => says(one, fact.form, given.relation, algebra));
      demand(isKnown, STEP, path, "no formula of the question needs it");
      return fact;
    }
  }
}

function decide(
  tree: Extract<Refutation, { kind: "decide" }>,
  state: State,
  question: TreeQuestion,
  path: Path,
): void {
  const comparison =
    question.comparisons[tree.comparison] ?? refuse(STEP, path, "no such comparison in the claim");
  demand(!state.decided.has(tree.comparison), STEP, path, "the comparison is decided twice");
  for (const [branch, answer] of [
    ["yes", true],
    ["no", false],
  ] as const) {
    const { expr, relation } = meaning(answer ? comparison : opposite(comparison));
    const decided = new Map(state.decided).set(tree.comparison, answer);
    follow(tree[branch], { ...known(state, expr, relation, question), decided }, question, [...path, branch]);
  }
}

/** Which relations together are true of every number. */
const COVERS: readonly (readonly Case["relation"][])[] = [
  ["<", "=", ">"],
  ["<=", ">"],
  ["<", ">="],
  ["=", "!="],
];

function cases(
  on: string,
  branches: readonly Case[],
  state: State,
  question: TreeQuestion,
  path: Path,
): void {
  const expr = realAt(on, state, question, [...path, "on"]);
  const relations = new Set(branches.map(({ relation }) => relation));
  const isCover = COVERS.some(
    (cover) => cover.length === branches.length && cover.every((one) => relations.has(one)),
  );
  demand(isCover, STEP, [...path, "cases"], "the cases do not cover every sign");
  for (const [index, { relation, then }] of branches.entries()) {
    const { expr: about, relation: holds } = meaning({ left: expr, relation, right: number(0) });
    follow(then, known(state, about, holds, question), question, [...path, "cases", index, "then"]);
  }
}

function checkRule(
  rule: Rule,
  expr: Expr,
  relation: FactRelation,
  state: State,
  question: TreeQuestion,
  path: Path,
): void {
  const { algebra } = question;
  switch (rule.kind) {
    case "sure":
      demand(isSurelyPositive(expr, algebra), STEP, path, "it is not surely positive");
      for (const name of unknownsOf(expr)) if (algebra.isPositive(name)) question.onUse({ positive: name });
      demand(relation !== "=", STEP, path, "a positive number is not 0");
      break;
    case "number": {
      demand(unknownsOf(expr).length === 0, STEP, path, "it is not a number");
      const found = sureSign(expr, algebra);
      const holds = relation === "!=" ? found === -1 || found === 1 : found === 1;
      demand(holds || (relation === ">=" && found === 0), STEP, path, "the number has not that sign");
      break;
    }
    case "sum": {
      const { total, isStrict, isZero } = sumOfTerms(rule.terms, state, question, [...path, "terms"]);
      const rest = addRatios(normalForm(negate(expr), algebra), total, algebra.budget);
      demand(rest.num.size === 0, STEP, path, "it is not the sum of the terms");
      demand(
        isAtLeast(isZero ? "=" : isStrict ? ">" : ">=", relation),
        STEP,
        path,
        "the sum has not that sign",
      );
      break;
    }
    case "replace":
      checkReplace(rule, expr, relation, state, question, path);
      break;
    case "known":
      checkKnown(rule, expr, relation, state, question, path);
      break;
  }
}

/** What is equal may be put in place of an unknown. */
function checkReplace(
  rule: Extract<Rule, { kind: "replace" }>,
  expr: Expr,
  relation: FactRelation,
  state: State,
  question: TreeQuestion,
  path: Path,
): void {
  const { algebra } = question;
  const fact = state.facts[rule.fact] ?? refuse(STEP, [...path, "fact"], "no such fact");
  const equality = state.facts[rule.equality] ?? refuse(STEP, [...path, "equality"], "no such fact");
  const unknown = exprAt(rule.unknown, [...path, "unknown"]);
  const by = realAt(rule.by, state, question, [...path, "by"]);
  const name = nameOf(unknown) ?? refuse(STEP, [...path, "unknown"], "it is not an unknown");
  const isEqual = says(equality, normalForm(subtract(unknown, by), algebra), "=", algebra);
  demand(isEqual, STEP, [...path, "equality"], "the fact does not say that the two are equal");
  const put = substitute(fact.expr, new Map([[name, by]]));
  const gap = normalForm(subtract(expr, put), algebra);
  demand(gap.num.size === 0, STEP, path, "it is not the fact with the value put in");
  demand(isAtLeast(fact.relation, relation), STEP, path, "the fact has another relation");
}

function checkKnown(
  rule: Extract<Rule, { kind: "known" }>,
  expr: Expr,
  relation: FactRelation,
  state: State,
  question: TreeQuestion,
  path: Path,
): void {
  const { algebra } = question;
  const read = (text: string, at: Path): Expr => realAt(text, state, question, at);
  const found = instanced(rule.instance, { algebra, facts: state.facts, read, readNumber: rationalAt }, [
    ...path,
    "instance",
  ]);
  const gap = normalForm(subtract(expr, found.expr), algebra);
  demand(gap.num.size === 0, STEP, path, "it is not what the inequality says");
  demand(
    isAtLeast(found.relation, relation),
    STEP,
    path,
    `the inequality shows no more than ${found.relation} 0`,
  );
}

/** The sum of terms each of which is at least 0; whether it surely is more, and whether all are 0. */
function sumOfTerms(terms: readonly SumTerm[], state: State, question: TreeQuestion, path: Path) {
  const { algebra } = question;
  let total = normalForm(number(0), algebra);
  let isStrict = false;
  let isZero = true;
  for (const [index, term] of terms.entries()) {
    const found = termOf(term, state, question, [...path, index]);
    total = addRatios(total, normalForm(found.expr, algebra), algebra.budget);
    isStrict ||= found.isStrict;
    isZero &&= found.isZero;
  }
  return { total, isStrict, isZero };
}

function termOf(term: SumTerm, state: State, question: TreeQuestion, path: Path) {
  const times = rationalAt(term.times, [...path, "times"]);
  const facts = term.facts.map(
    (at) => state.facts[at] ?? refuse(STEP, [...path, "facts"], `no fact has the number ${at}`),
  );
  const product = facts.reduce<Expr>((so, { expr }) => multiply(so, expr), number(times));
  if (facts.some(({ relation }) => relation === "=")) {
    demand(term.square === null, STEP, path, "a square stands beside an equality");
    const factor =
      term.factor === null ? number(1) : realAt(term.factor, state, question, [...path, "factor"]);
    return { expr: multiply(product, factor), isStrict: false, isZero: true };
  }
  demand(term.factor === null, STEP, path, "a factor stands without an equality");
  demand(sign(times) > 0, STEP, [...path, "times"], "it is not more than 0");
  for (const at of term.facts) {
    const isEven = term.facts.filter((other) => other === at).length % 2 === 0;
    demand(state.facts[at]?.relation !== "!=" || isEven, STEP, path, "a fact of unknown sign is not squared");
  }
  if (term.square === null) {
    return { expr: product, isStrict: facts.every(({ relation }) => relation !== ">="), isZero: false };
  }
  const square = realAt(term.square, state, question, [...path, "square"]);
  return { expr: multiply(product, power(square, number(2))), isStrict: false, isZero: false };
}

function oneUnknown(tree: OneUnknown, state: State, question: TreeQuestion, path: Path): void {
  const of = realAt(tree.of, state, question, [...path, "of"]);
  checkOneUnknown(tree, of, state.facts, question.algebra, path);
}
