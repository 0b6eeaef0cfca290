import { type Budget, compareAt, number, relationHolds } from "@crux/core";
import type { Polynomial } from "../algebra/polynomial.ts";
import * as poly from "../algebra/polynomial.ts";
import { polynomialToExpr } from "../algebra/to-expr.ts";
import type { Refutation } from "../certificate/claim-proof.ts";
import { eliminate } from "./eliminate.ts";
import { enrich, isRich } from "./enrich.ts";
import { type Decided, truth } from "./formula.ts";
import { identity, type Reach } from "./identity.ts";
import { isNumber, sureSign } from "./kinds.ts";
import { withMeans } from "./means.ts";
import { byOneUnknown, byQuotient } from "./one-unknown.ts";
import type { Prepared } from "./question.ts";
import { clearDenominators } from "./signs.ts";
import { openSize, splitsOf, withSizes } from "./splits.ts";
import {
  addFact,
  byCases,
  derive,
  plainTerm,
  rootState,
  type State,
  textOf,
  withPositiveAtoms,
} from "./state.ts";

/** How hard to try: 0 adds facts up; 1 multiplies them; 2 looks for squares and cases; 3 goes further in all of it. */
export type Effort = 0 | 1 | 2 | 3;

const REACHES: readonly (readonly Reach[])[] = [
  [
    { factors: 1, extraDegree: 0, limit: 200, squares: false },
    { cofactors: true, factors: 1, extraDegree: 0, limit: 200, squares: false },
  ],
  [{ factors: 3, extraDegree: 0, limit: 220, squares: false }],
  [{ factors: 4, extraDegree: 0, limit: 300, squares: true }],
  [
    { factors: 4, extraDegree: 1, limit: 500, squares: true },
    { factors: 6, extraDegree: 2, limit: 900, squares: true },
  ],
];

/**
 * Shows that the claim is `goal` at every admissible point: a tree in which each leaf is contradictory, or settled
 * because the claim is `goal` by what is decided. With `goal` null, no leaf may be settled: nothing is admissible.
 */
export function refute(
  prepared: Prepared,
  goal: boolean | null,
  effort: Effort,
  budget: Budget,
): Refutation | null {
  const state = start(prepared);
  const open: Decided = prepared.literals.map(() => undefined);
  return decide(state, prepared, goal, open, effort, budget);
}

function start(prepared: Prepared): State {
  let state = rootState(prepared.atoms);
  for (const { ratio, relation } of prepared.givens) state = addFact(state, ratio, relation, state.finish);
  const facts = prepared.givens.map(({ given }) => given);
  return { ...state, finish: (then) => ({ kind: "given", facts, then }) };
}

function decide(
  state: State,
  prepared: Prepared,
  goal: boolean | null,
  decided: Decided,
  effort: Effort,
  budget: Budget,
): Refutation | null {
  const value = truth(prepared.formula, decided);
  if (value !== undefined && value === goal) return state.finish({ kind: "settled" });
  const open = decided.findIndex((one, i) => one === undefined && matters(prepared, decided, i));
  if (value !== undefined || open < 0 || goal === null) return close(state, effort, budget);
  const some = decided.some((one) => one !== undefined);
  if (some) {
    const early = close(state, 0, budget);
    if (early !== null) return early;
  }
  const literal = prepared.literals[open];
  if (literal === undefined) return null;
  const [yes, no] = [true, false].map((way) => {
    const { ratio, relation } = way ? literal.yes : literal.no;
    const branch = addFact(state, ratio, relation, (leaf) => leaf);
    return () => decide(branch, prepared, goal, decided.with(open, way), effort, budget);
  });
  const yesTree = yes?.() ?? null;
  if (yesTree === null) return null;
  const noTree = no?.() ?? null;
  if (noTree === null) return null;
  return state.finish({ kind: "decide", comparison: open, yes: yesTree, no: noTree });
}

/** Whether the truth of an open comparison can still make a difference by itself. */
function matters(prepared: Prepared, decided: Decided, index: number): boolean {
  return (
    prepared.literals[index] !== undefined &&
    (truth(prepared.formula, decided.with(index, true)) !== undefined ||
      truth(prepared.formula, decided.with(index, false)) !== undefined ||
      decided[index] === undefined)
  );
}

/** Shows that no point satisfies the facts; null if that is not found with this effort. */
export function close(
  state: State,
  effort: Effort,
  budget: Budget,
  depth: number = SPLITS[effort],
): Refutation | null {
  const cleared = withSizes(withPositiveAtoms(clearDenominators(state, budget)));
  const ready = clearDenominators(eliminate(cleared, budget), budget);
  const cheap = byOneFact(ready) ?? byReach(ready, 0, budget);
  if (cheap !== null || effort === 0) return cheap ?? byUnequal(ready, effort, budget, depth);
  const sized = bySizes(ready, effort, budget, depth);
  if (sized !== undefined) return sized;
  const rich = isRich(ready) ? enrich(ready, budget) : withMeans(ready, budget);
  const known = rich.count === ready.count ? null : (byOneFact(rich) ?? byReach(rich, 0, budget));
  if (known !== null) return known;
  const further = byRoots(ready, budget) ?? byReach(ready, 1, budget);
  if (further !== null) return further;
  const isTop = depth === SPLITS[effort];
  const ordered = effort > 1 && isTop ? byOrder(rich, budget, 3) : null;
  if (ordered !== null) return ordered;
  return (
    (effort > 1 ? byReach(ready, effort, budget) : null) ??
    (rich.count === ready.count ? null : byReach(rich, effort, budget)) ??
    byUnequal(rich, effort, budget, depth) ??
    bySplitting(rich, effort, budget, depth)
  );
}

/** How often cases may be made within cases, by effort. */
const SPLITS = [0, 0, 1, 2] as const;

/** Complete methods for one unknown and for quotients of two. */
const byRoots = (state: State, budget: Budget): Refutation | null =>
  byOneUnknown(state, budget) ?? byQuotient(state, budget);

function byReach(state: State, effort: Effort, budget: Budget): Refutation | null {
  for (const reaches of REACHES.slice(effort, effort + 1))
    for (const reach of reaches) {
      const found = identity(state, reach, budget);
      if (found !== null) return found;
    }
  return null;
}

/** A fact that is false by itself: by the signs of its terms, or as a comparison of numbers. */
function byOneFact(state: State): Refutation | null {
  for (const fact of state.facts) {
    const { sign, rule } = signAlone(state, fact.poly);
    if (sign === undefined || relationHolds(fact.relation, sign)) continue;
    if (sign === 0) return state.finish({ kind: "identity", terms: [plainTerm([fact.number])] });
    const oriented = sign === 1 ? fact.poly : poly.negate(fact.poly);
    const next = derive(state, oriented, ">", { kind: rule });
    const times = sign === 1 ? "-1" : "1";
    const other =
      fact.relation === "="
        ? { times, facts: [fact.number], square: null, factor: "1" }
        : plainTerm([fact.number]);
    return next.finish({ kind: "identity", terms: [plainTerm([state.count]), other] });
  }
  return null;
}

type Alone = { readonly sign: -1 | 0 | 1 | undefined; readonly rule: "sure" | "number" };

/** The sign of a polynomial by positivity alone, or as a number. */
function signAlone(state: State, p: Polynomial): Alone {
  const sign = sureSign(state.atoms, p);
  if (sign !== undefined) return { sign, rule: "sure" };
  if (poly.atomsOf(p).some((atom) => !isNumber(state.atoms, atom))) return { sign, rule: "sure" };
  const order = compareAt(polynomialToExpr(state.atoms, p), number(0), new Map());
  return { sign: order === "undecided" || order === 0 ? undefined : order, rule: "number" };
}

/** Cases by the signs inside sizes; undefined if there are none. */
function bySizes(state: State, effort: Effort, budget: Budget, depth: number): Refutation | null | undefined {
  const open = openSize(state);
  if (open === null) return undefined;
  return byCases(state, open, [">=", "<"], (branch) => close(branch, effort, budget, depth));
}

/** Cases by the side on which something is that is not 0. */
function byUnequal(state: State, effort: Effort, budget: Budget, depth: number): Refutation | null {
  const unequal = state.pending.find(({ relation }) => relation === "!=");
  return unequal === undefined ? null : bySides(state, unequal, effort, budget, depth);
}

/** Cases by the sign of a difference that may matter; the branches are tried with little effort first. */
function bySplitting(state: State, effort: Effort, budget: Budget, depth: number): Refutation | null {
  if (depth <= 0) return null;
  const inner = effort > 1 ? ((effort - 1) as Effort) : effort;
  for (const on of splitsOf(state, 4 * depth + 2)) {
    const found = byCases(state, on, [">", "<="], (branch) => close(branch, inner, budget, depth - 1));
    if (found !== null) return found;
  }
  return null;
}

/** Cases by the order of all unknowns, at most `depth` within each other. */
function byOrder(state: State, budget: Budget, depth: number): Refutation | null {
  const [on] = depth > 0 ? splitsOf(state, 1) : [];
  if (on === undefined) return close(state, 1, budget, 0);
  return byCases(state, on, [">", "<="], (branch) => byOrder(branch, budget, depth - 1));
}

/** An inequality of the form `!= 0` splits into `> 0` and `< 0`. */
function bySides(
  state: State,
  { number, ratio }: State["pending"][number],
  effort: Effort,
  budget: Budget,
  depth: number,
): Refutation | null {
  const rest = { ...state, pending: state.pending.filter((one) => one.number !== number) };
  return byCases(rest, ratio.num, [">", "=", "<"], (branch, relation) => {
    if (relation !== "=") return close(branch, effort, budget, depth);
    const factor = textOf(state.atoms, {
      num: poly.negate(ratio.num),
      den: poly.multiply(ratio.den, ratio.den),
    });
    const zero = { times: "1", facts: [state.count], square: null, factor };
    return branch.finish({ kind: "identity", terms: [plainTerm([number, number]), zero] });
  });
}
