import { atomAt } from "../algebra/atoms.ts";
import { squarefree } from "../algebra/divide.ts";
import type { Polynomial } from "../algebra/polynomial.ts";
import * as poly from "../algebra/polynomial.ts";
import { sureSign } from "./kinds.ts";
import { addKnown } from "./known.ts";
import { factFor, polyText, type State } from "./state.ts";

/** Sizes `|x|` that occur in the facts: the atom, and `x`. */
function sizesOf(state: State): { readonly atom: number; readonly of: Polynomial }[] {
  const atoms = [...new Set(state.facts.flatMap((fact) => poly.atomsOf(fact.poly)))];
  return atoms.flatMap((atom) => {
    const what = atomAt(state.atoms, atom);
    if (what.kind !== "root" || what.degree !== 2) return [];
    const { factor, factors } = squarefree(what.of, state.atoms.charge);
    const [only, more] = factors;
    const isSquare =
      only !== undefined &&
      more === undefined &&
      only.multiplicity === 2 &&
      factor.num === 1n &&
      factor.den === 1n;
    return isSquare ? [{ atom, of: only.base }] : [];
  });
}

/** The size whose sign is not known yet; null if there is none. */
export const openSize = (state: State): Polynomial | null =>
  sizesOf(state).find(
    ({ of }) =>
      factFor(state, of, false) === undefined && factFor(state, poly.negate(of), false) === undefined,
  )?.of ?? null;

/** Adds what each size is whose inside has a known sign. */
export function withSizes(state: State): State {
  let out = state;
  for (const { atom, of } of sizesOf(state))
    for (const [index, inside] of [
      [1, of],
      [2, poly.negate(of)],
    ] as const) {
      const fact = factFor(out, inside, false);
      if (fact === undefined) continue;
      const value = { num: poly.subtract(poly.atomPower(atom), inside), den: poly.one };
      const x = polyText(out.atoms, of);
      out = addKnown(out, value, "=", { kind: "abs", x, index, given: [fact.number] }).state;
      break;
    }
  return out;
}

/** Differences whose sign would help: of unknowns that occur side by side, and factors of facts. */
export function splitsOf(state: State, most: number): Polynomial[] {
  const out = new Map<string, Polynomial>();
  const offer = (p: Polynomial): void => {
    const key = poly.print(p);
    const isOpen =
      sureSign(state.atoms, p) === undefined &&
      factFor(state, p, false) === undefined &&
      factFor(state, poly.negate(p), false) === undefined;
    if (isOpen && !out.has(key) && !out.has(poly.print(poly.negate(p)))) out.set(key, p);
  };
  for (const { ratio } of state.pending)
    for (const { base } of squarefree(ratio.den, state.atoms.charge).factors) offer(base);
  const governing = state.facts.filter((fact) => poly.length(fact.poly) > 1);
  for (const fact of governing.filter(({ relation }) => relation === "="))
    for (const { base } of squarefree(fact.poly, state.atoms.charge).factors) offer(base);
  const atoms = [...new Set(governing.flatMap((fact) => poly.atomsOf(fact.poly)))].filter(
    (atom) => atomAt(state.atoms, atom).kind === "unknown",
  );
  for (const [i, a] of atoms.entries())
    for (const b of atoms.slice(i + 1)) offer(poly.subtract(poly.atomPower(a), poly.atomPower(b)));
  for (const a of atoms) offer(poly.subtract(poly.atomPower(a), poly.one));
  return [...out.values()].slice(0, most);
}
