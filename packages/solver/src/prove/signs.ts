import type { Budget } from "@crux/core";
import * as exact from "@crux/core/exact";
import { squarefree } from "../algebra/divide.ts";
import type { Polynomial } from "../algebra/polynomial.ts";
import * as poly from "../algebra/polynomial.ts";
import { identity } from "./identity.ts";
import { sureSign } from "./kinds.ts";
import {
  afterCase,
  branchOf,
  derive,
  factFor,
  type Pending,
  plainTerm,
  type State,
  textOf,
  withoutPending,
  withPositiveAtoms,
} from "./state.ts";

/** A state with a fact, number `number`, that says `sign * size * p > 0` for a positive number `size`. */
export type Signed = {
  readonly state: State;
  readonly sign: 1 | -1;
  readonly number: number;
  readonly size: exact.Rational;
};

const FARKAS = { factors: 1, extraDegree: 0, limit: 200, squares: false } as const;

/** Finds out the sign of `p`: by positivity, by a known fact, factor by factor, or by adding up facts; null if all fail. */
export function signOf(state: State, p: Polynomial, budget: Budget): Signed | null {
  return knownSign(state, p) ?? signByFactors(state, p, budget) ?? signBySum(state, p, budget);
}

function knownSign(state: State, p: Polynomial): Signed | null {
  const sure = sureSign(state.atoms, p);
  if (sure === 0) return null;
  for (const sign of sure === undefined ? ([1, -1] as const) : [sure]) {
    const oriented = sign > 0 ? p : poly.negate(p);
    const fact = factFor(state, oriented, true);
    if (fact !== undefined)
      return {
        state,
        sign,
        number: fact.number,
        size: exact.divide(poly.content(fact.poly), poly.content(p)),
      };
    if (sure !== undefined) {
      const next = derive(state, oriented, ">", { kind: "sure" });
      return { state: next, sign, number: state.count, size: exact.one };
    }
  }
  return null;
}

function signByFactors(state: State, p: Polynomial, budget: Budget): Signed | null {
  const { factor, factors } = squarefree(p, state.atoms.charge);
  if (factors.length < 2 && factors.every(({ multiplicity }) => multiplicity === 1)) return null;
  let current = state;
  let sign = exact.sign(factor);
  let times = exact.absolute(factor);
  const facts: number[] = [];
  for (const { base, multiplicity } of factors) {
    const known = knownSign(current, base) ?? signBySum(current, base, budget);
    if (known === null) return null;
    current = known.state;
    for (let i = 0; i < multiplicity; i += 1) {
      facts.push(known.number);
      times = exact.divide(times, known.size);
      sign *= known.sign;
    }
  }
  const oriented = sign > 0 ? p : poly.negate(p);
  const terms = [plainTerm(facts, exact.printRational(times))];
  const next = derive(current, oriented, ">", { kind: "sum", terms });
  return { state: next, sign: sign > 0 ? 1 : -1, number: current.count, size: exact.one };
}

function signBySum(state: State, p: Polynomial, budget: Budget): Signed | null {
  for (const sign of [1, -1] as const) {
    const oriented = sign > 0 ? p : poly.negate(p);
    const next = lemma(state, oriented, ">", budget);
    if (next !== null) return { state: next, sign, number: state.count, size: exact.one };
  }
  return null;
}

/** Adds the fact `p RELATION 0` if the contrary contradicts the facts by a sum of them. */
export function lemma(state: State, p: Polynomial, relation: ">" | ">=", budget: Budget): State | null {
  const contrary = withPositiveAtoms(branchOf(state, p, relation === ">" ? "<=" : "<"));
  const closed = identity(contrary, FARKAS, budget);
  return closed === null ? null : afterCase(state, p, relation, closed);
}

/** Multiplies pending facts by their denominators where these have a known sign. */
export function clearDenominators(state: State, budget: Budget): State {
  let out = state;
  for (const one of state.pending) if (one.relation !== "!=") out = clear(out, one, budget);
  return out;
}

function clear(state: State, { number, ratio, relation }: Pending, budget: Budget): State {
  if (relation === "=") {
    const factor = textOf(state.atoms, { num: ratio.den, den: poly.one });
    const terms = [{ times: "1", facts: [number], square: null, factor }];
    return derive(withoutPending(state, number), ratio.num, "=", { kind: "sum", terms });
  }
  const known = signOf(state, ratio.den, budget);
  if (known === null) return state;
  const terms = [plainTerm([number, known.number], exact.printRational(exact.invert(known.size)))];
  const num = known.sign > 0 ? ratio.num : poly.negate(ratio.num);
  return derive(withoutPending(known.state, number), num, relation, { kind: "sum", terms });
}
