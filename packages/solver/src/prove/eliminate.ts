import { type Budget, type Expr, exprOfName, printExpr, substitute } from "@crux/core";
import * as exact from "@crux/core/exact";
import { atomAt, dependsOn } from "../algebra/atoms.ts";
import { normalise } from "../algebra/normalise.ts";
import type { Polynomial } from "../algebra/polynomial.ts";
import * as poly from "../algebra/polynomial.ts";
import type { Ratio } from "../algebra/ratio.ts";
import * as ratios from "../algebra/ratio.ts";
import { polynomialToExpr, toExpr } from "../algebra/to-expr.ts";
import type { FactRelation } from "../certificate/claim-proof.ts";
import { sureSign } from "./kinds.ts";
import {
  addFact,
  derive,
  ignore,
  type Known,
  plainTerm,
  polyText,
  type State,
  textOf,
  withoutPending,
} from "./state.ts";

/**
 * An equality solved for an atom: `atom = value`; the equality's polynomial is `slope * (atom - value)` if the slope is
 * a number. If it is null, the value is a quotient.
 */
type Solved = {
  readonly fact: Known;
  readonly atom: number;
  readonly value: Ratio;
  readonly slope: exact.Rational | null;
};

/** Uses equalities to write facts without one of the unknowns in them, as often as that is possible. */
export function eliminate(state: State, budget: Budget): State {
  let out = state;
  for (let round = 0; round < 8; round += 1) {
    const solved = firstSolved(out);
    if (solved === null) return out;
    out = withoutAtom(out, solved, budget);
  }
  return out;
}

function firstSolved(state: State): Solved | null {
  let best: Solved | null = null;
  for (const fact of state.facts) {
    if (fact.relation !== "=") continue;
    for (const atom of poly.atomsOf(fact.poly)) {
      const solved = solve(state, fact, atom);
      if (solved !== null && solved.slope !== null) return solved;
      best ??= solved;
    }
  }
  return best;
}

function solve(state: State, fact: Known, atom: number): Solved | null {
  const [rest = poly.zero, slope = poly.zero, more] = poly.coefficientsIn(fact.poly, atom);
  const by = poly.constantOf(slope) ?? null;
  const what = atomAt(state.atoms, atom).kind;
  if (more !== undefined || poly.isZero(slope) || (what !== "unknown" && what !== "root")) return null;
  const others = [...poly.atomsOf(rest), ...poly.atomsOf(slope)];
  if (others.some((other) => dependsOn(state.atoms, other, atom))) return null;
  if (by === null && (what !== "unknown" || sureSign(state.atoms, slope) === undefined)) return null;
  return { fact, atom, value: ratios.ratio(state.atoms, poly.negate(rest), slope), slope: by };
}

/** The equality divided by its slope, so that it says `atom - value = 0`. */
function dividedBySlope(state: State, solved: Solved): { state: State; solved: Solved } {
  const { fact, atom, value, slope } = solved;
  if (slope !== null) return { state, solved };
  const { atoms } = state;
  const difference = ratios.subtract(atoms, ratios.fromPolynomial(poly.atomPower(atom)), value);
  const by = poly.coefficientsIn(fact.poly, atom)[1] ?? poly.one;
  const factor = textOf(atoms, ratios.ratio(atoms, poly.one, by));
  const terms = [{ times: "1", facts: [fact.number], square: null, factor }];
  const next = addFact(state, difference, "=", (then) =>
    state.finish({
      kind: "derive",
      expr: textOf(atoms, difference),
      relation: "=",
      rule: { kind: "sum", terms },
      then,
    }),
  );
  const divided = { ...solved, fact: { ...fact, number: state.count } };
  return { state: withoutPending(next, state.count), solved: divided };
}

function withoutAtom(before: State, found: Solved, budget: Budget): State {
  const { state, solved } = dividedBySlope(ignore(before, found.fact.number), found);
  let out = state;
  for (const fact of state.facts) {
    const atoms = poly.atomsOf(fact.poly);
    if (!atoms.some((atom) => dependsOn(state.atoms, atom, solved.atom))) continue;
    budget.spend(poly.length(fact.poly) * 4, "putting equalities in");
    const isInside =
      solved.slope === null ||
      atoms.some((atom) => atom !== solved.atom && dependsOn(state.atoms, atom, solved.atom));
    const next = isInside
      ? replaced(out, fact.number, polynomialToExpr(state.atoms, fact.poly), fact.relation, solved)
      : combined(out, fact, solved);
    if (next !== out) out = ignore(next, fact.number);
  }
  for (const { number, ratio, relation } of state.pending) {
    const atoms = [...poly.atomsOf(ratio.num), ...poly.atomsOf(ratio.den)];
    if (!atoms.some((atom) => dependsOn(state.atoms, atom, solved.atom))) continue;
    const next = replaced(out, number, toExpr(state.atoms, ratio), relation, solved);
    if (next !== out) out = withoutPending(next, number);
  }
  return out;
}

/** The fact plus a multiple of the equality. */
function combined(state: State, fact: Known, solved: Solved): State {
  const { fact: equality, atom } = solved;
  const value = solved.value.num;
  const slope = solved.slope ?? exact.one;
  const plain = poly.substitute(fact.poly, atom, value, state.atoms.charge);
  const next = ratios.product(state.atoms, plain, poly.one);
  const factor = quotient(fact.poly, atom, value, state.atoms.charge);
  const zero = {
    times: exact.printRational(exact.invert(exact.negate(slope))),
    facts: [equality.number],
    square: null,
    factor: polyText(state.atoms, factor),
  };
  return derive(state, next, fact.relation, { kind: "sum", terms: [plainTerm([fact.number]), zero] });
}

/** `(p - p with the value put in) / (atom - value)`, by the scheme of Horner. */
function quotient(
  p: Polynomial,
  atom: number,
  value: Polynomial,
  charge: (steps: number) => void,
): Polynomial {
  const coefficients = poly.coefficientsIn(p, atom);
  let carry = poly.zero;
  let out = poly.zero;
  for (let i = coefficients.length - 1; i >= 1; i -= 1) {
    charge(poly.length(carry) * poly.length(value));
    carry = poly.add(poly.multiply(carry, value), coefficients[i] ?? poly.zero);
    out = poly.add(out, poly.multiply(carry, poly.atomPower(atom, i - 1)));
  }
  return out;
}

/** The fact with the value put in everywhere, inside roots and exponents too. */
function replaced(
  state: State,
  fact: number,
  of: Expr,
  relation: FactRelation,
  { fact: equality, atom, value }: Solved,
): State {
  const { atoms } = state;
  const what = atomAt(atoms, atom);
  if (what.kind !== "unknown") return state;
  const by = toExpr(atoms, value);
  const expr = substitute(of, new Map([[what.name, by]]));
  const normal = normalise(expr, atoms).value;
  return addFact(state, normal, relation, (then) =>
    state.finish({
      kind: "derive",
      expr: printExpr(expr),
      relation,
      rule: {
        kind: "replace",
        fact,
        equality: equality.number,
        unknown: printExpr(exprOfName(what.name)),
        by: printExpr(by),
      },
      then,
    }),
  );
}
