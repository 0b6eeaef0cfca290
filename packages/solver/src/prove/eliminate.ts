import { type Budget, type Expr, exprOfName, printExpr, substitute } from "@crux/core";
import * as exact from "@crux/core/exact";
import { atomAt, dependsOn } from "../algebra/atoms.ts";
import { normalise } from "../algebra/normalise.ts";
import type { Polynomial } from "../algebra/polynomial.ts";
import * as poly from "../algebra/polynomial.ts";
import * as ratios from "../algebra/ratio.ts";
import { polynomialToExpr, toExpr } from "../algebra/to-expr.ts";
import type { FactRelation } from "../certificate/claim-proof.ts";
import {
  addFact,
  derive,
  ignore,
  type Known,
  plainTerm,
  polyText,
  type State,
  withoutPending,
} from "./state.ts";

/** An equality solved for an atom: `atom = value`; the equality's polynomial is `slope * (atom - value)`. */
type Solved = {
  readonly fact: Known;
  readonly atom: number;
  readonly value: Polynomial;
  readonly slope: exact.Rational;
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
  for (const fact of state.facts) {
    if (fact.relation !== "=") continue;
    for (const atom of poly.atomsOf(fact.poly)) {
      const solved = solve(state, fact, atom);
      if (solved !== null) return solved;
    }
  }
  return null;
}

function solve(state: State, fact: Known, atom: number): Solved | null {
  const [rest = poly.zero, slope = poly.zero, more] = poly.coefficientsIn(fact.poly, atom);
  const by = poly.constantOf(slope);
  const what = atomAt(state.atoms, atom).kind;
  if (more !== undefined || by === undefined || (what !== "unknown" && what !== "root")) return null;
  if (poly.atomsOf(rest).some((other) => dependsOn(state.atoms, other, atom))) return null;
  return { fact, atom, value: poly.scale(rest, exact.invert(exact.negate(by))), slope: by };
}

function withoutAtom(state: State, solved: Solved, budget: Budget): State {
  let out = ignore(state, solved.fact.number);
  for (const fact of state.facts) {
    if (fact === solved.fact) continue;
    const atoms = poly.atomsOf(fact.poly);
    if (!atoms.some((atom) => dependsOn(state.atoms, atom, solved.atom))) continue;
    budget.spend(poly.length(fact.poly) * 4, "putting equalities in");
    const isInside = atoms.some((atom) => atom !== solved.atom && dependsOn(state.atoms, atom, solved.atom));
    const next = isInside
      ? replaced(out, fact.number, polynomialToExpr(state.atoms, fact.poly), fact.relation, solved)
      : combined(out, fact, solved);
    out = ignore(next, fact.number);
  }
  for (const { number, ratio, relation } of state.pending) {
    const atoms = [...poly.atomsOf(ratio.num), ...poly.atomsOf(ratio.den)];
    if (!atoms.some((atom) => dependsOn(state.atoms, atom, solved.atom))) continue;
    out = withoutPending(replaced(out, number, toExpr(state.atoms, ratio), relation, solved), number);
  }
  return out;
}

/** The fact plus a multiple of the equality. */
function combined(state: State, fact: Known, { fact: equality, atom, value, slope }: Solved): State {
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
  const by = polynomialToExpr(atoms, value);
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
