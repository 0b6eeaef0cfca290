import { printExpr } from "@crux/core";
import type { Atoms } from "../algebra/atoms.ts";
import type { Polynomial } from "../algebra/polynomial.ts";
import * as poly from "../algebra/polynomial.ts";
import type { Ratio } from "../algebra/ratio.ts";
import { isPositiveAtom } from "../algebra/sign.ts";
import { sumToExpr, toExpr } from "../algebra/to-expr.ts";
import type { Case, FactRelation, Refutation, Rule, SumTerm } from "../certificate/claim-proof.ts";

/** A fact about a polynomial, with its number in the proof. */
export type Known = {
  readonly number: number;
  readonly poly: Polynomial;
  readonly relation: FactRelation;
};

/** A fact about a quotient whose denominator has no known sign yet, or `!= 0`. */
export type Pending = { readonly number: number; readonly ratio: Ratio; readonly relation: FactRelation };

/** A place in a proof that is being written: what is known there, and how the steps above it are put round a leaf. */
export type State = {
  readonly atoms: Atoms;
  /** How many facts the proof has here. */
  readonly count: number;
  /** The facts that reasoning uses: those about polynomials. */
  readonly facts: readonly Known[];
  readonly pending: readonly Pending[];
  readonly finish: (leaf: Refutation) => Refutation;
};

/** The root of a proof. */
export const rootState = (atoms: Atoms): State => ({
  atoms,
  count: 0,
  facts: [],
  pending: [],
  finish: (leaf) => leaf,
});

/** A ratio as text for a certificate. */
export const textOf = (atoms: Atoms, value: Ratio): string => printExpr(toExpr(atoms, value));
/** A polynomial as text for a certificate, multiplied out. */
export const polyText = (atoms: Atoms, p: Polynomial): string => printExpr(sumToExpr(atoms, p));

/** A term of a sum of facts with nothing but these facts. */
export const plainTerm = (facts: readonly number[], times = "1"): SumTerm => ({
  times,
  facts: [...facts].sort((a, b) => a - b),
  square: null,
  factor: null,
});

/** The state with one more fact, which gets the next number; `finish` is how it is written down. */
export function addFact(
  state: State,
  ratio: Ratio,
  relation: FactRelation,
  finish: (leaf: Refutation) => Refutation,
): State {
  const number = state.count;
  const settled = relation !== "!=" && poly.isOne(ratio.den);
  return {
    atoms: state.atoms,
    count: number + 1,
    facts: settled ? [...state.facts, { number, poly: ratio.num, relation }] : state.facts,
    pending: settled ? state.pending : [...state.pending, { number, ratio, relation }],
    finish,
  };
}

const whole = (num: Polynomial): Ratio => ({ num, den: poly.one });

/** The state after one more step that adds the fact `p RELATION 0`. */
export const derive = (state: State, p: Polynomial, relation: FactRelation, rule: Rule): State =>
  addFact(state, whole(p), relation, (then) =>
    state.finish({ kind: "derive", expr: polyText(state.atoms, p), relation, rule, then }),
  );

/** The state in which a pending fact has been dealt with. */
export const withoutPending = (state: State, number: number): State => ({
  ...state,
  pending: state.pending.filter((one) => one.number !== number),
});

/** The state without its fact number `number`, which the proof keeps but reasoning no longer looks at. */
export const ignore = (state: State, number: number): State => ({
  ...state,
  facts: state.facts.filter((fact) => fact.number !== number),
});

/** How each relation to 0 is written as a fact: about `on`, or about `-on`. */
const asFact = (on: Polynomial, relation: Case["relation"]): readonly [Polynomial, FactRelation] => {
  if (relation === "<") return [poly.negate(on), ">"];
  return relation === "<=" ? [poly.negate(on), ">="] : [on, relation];
};

/** The branch of `cases` in which `on RELATION 0`. */
export function branchOf(state: State, on: Polynomial, relation: Case["relation"]): State {
  const [p, as] = asFact(on, relation);
  return addFact(state, whole(p), as, (leaf) => leaf);
}

/** Closes a state by cases: `close` gets each branch; null if one stays open. */
export function byCases(
  state: State,
  on: Polynomial,
  relations: readonly Case["relation"][],
  close: (branch: State, relation: Case["relation"]) => Refutation | null,
): Refutation | null {
  const cases: Case[] = [];
  for (const relation of relations) {
    const then = close(branchOf(state, on, relation), relation);
    if (then === null) return null;
    cases.push({ relation, then });
  }
  return state.finish({ kind: "cases", on: polyText(state.atoms, on), cases });
}

/** The state in which `on RELATION 0` is known, since the other case is closed by `closed`. */
export function afterCase(state: State, on: Polynomial, relation: ">" | ">=", closed: Refutation): State {
  const [p, as] = asFact(on, relation);
  const other = { relation: relation === ">" ? "<=" : "<", then: closed } as const;
  return addFact(state, whole(p), as, (then) =>
    state.finish({ kind: "cases", on: polyText(state.atoms, on), cases: [{ relation, then }, other] }),
  );
}

/** A fact that says of `p`, up to a positive number, that it is > 0 (or >= 0 unless `strict`). */
export function factFor(state: State, p: Polynomial, strict: boolean): Known | undefined {
  const key = primitiveText(p);
  return state.facts.find(
    (fact) =>
      (fact.relation === ">" || (!strict && fact.relation === ">=")) && primitiveText(fact.poly) === key,
  );
}

/** A text that is the same for positive multiples. */
export function primitiveText(p: Polynomial): string {
  const size = poly.content(p);
  return poly.print(poly.scale(p, { num: size.den, den: size.num }));
}

/** Adds the fact that `p`, which is surely positive, is > 0; the number of that fact. */
function deriveSure(state: State, p: Polynomial): State {
  return factFor(state, p, true) === undefined ? derive(state, p, ">", { kind: "sure" }) : state;
}

/** Adds that each atom which occurs and is surely positive is so. */
export function withPositiveAtoms(state: State): State {
  const seen = new Set<number>();
  for (const fact of state.facts) for (const atom of poly.atomsOf(fact.poly)) seen.add(atom);
  let out = state;
  for (const atom of seen) if (isPositiveAtom(state.atoms, atom)) out = deriveSure(out, poly.atomPower(atom));
  return out;
}
