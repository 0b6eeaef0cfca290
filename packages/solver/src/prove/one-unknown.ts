import {
  type Budget,
  compareAt,
  type Expr,
  exprOfName,
  number,
  printExpr,
  substitute,
  symbol,
} from "@crux/core";
import * as exact from "@crux/core/exact";
import { type Atoms, atomAt } from "../algebra/atoms.ts";
import { exponentOf as degreeOfAtom, pairsOf, totalDegree } from "../algebra/monomial.ts";
import type { Polynomial } from "../algebra/polynomial.ts";
import * as poly from "../algebra/polynomial.ts";
import { polynomialToExpr } from "../algebra/to-expr.ts";
import type { Gap, OneUnknownPart, Refutation } from "../certificate/claim-proof.ts";
import type { Solution } from "../query/answer.ts";
import { isolateRoots } from "../roots/isolate-roots.ts";
import { compareReals, type Real, simplestBetweenReals, toValue } from "../roots/real.ts";
import { type Domain, positiveDomain, type Root } from "../roots/root-list.ts";
import { unknownsOfAtoms } from "./kinds.ts";
import { type Known, polyText, type State } from "./state.ts";

/** A fact seen as one about a single quantity, `x` in its formula. */
type View = { readonly fact: Known; readonly times: string; readonly as: Polynomial; readonly atom: number };

/** Shows that facts about one unknown, or about the quotient of two, are never true together: by all their roots. */
export function byOneUnknown(state: State, budget: Budget): Refutation | null {
  for (const name of unknownsOfAtoms(
    state.atoms,
    state.facts.flatMap((fact) => poly.atomsOf(fact.poly)),
  )) {
    const views = viewsOf(state, name);
    if (views.some(({ as }) => poly.length(as) > 1)) {
      const found = exclude(state, name, views, budget);
      if (found !== null) return found;
    }
  }
  return null;
}

/** The facts that are about nothing but one unknown. */
function viewsOf(state: State, name: string): View[] {
  const atom = state.atoms.keys.get(`unknown ${name}`) ?? -1;
  return state.facts.flatMap((fact) => {
    const names = unknownsOfAtoms(state.atoms, poly.atomsOf(fact.poly));
    return names.size === 1 && names.has(name) ? [{ fact, times: "1", as: fact.poly, atom }] : [];
  });
}

const wholeLine: Domain = { low: null, high: null };

function exclude(state: State, name: string, views: readonly View[], budget: Budget): Refutation | null {
  const isPositive = state.atoms.isPositive(name);
  const rooted = rootedOf(state.atoms, name, views, isPositive ? positiveDomain : wholeLine, budget);
  return cover(state, name, rooted, isPositive, budget);
}

/** A view with all the roots of its formula. */
type Rooted = {
  readonly part: OneUnknownPart;
  readonly relation: Known["relation"];
  readonly roots: readonly Root[];
  readonly signAt: (x: exact.Rational) => -1 | 0 | 1 | null;
};

function rootedOf(
  atoms: Atoms,
  name: string,
  views: readonly View[],
  domain: Domain,
  budget: Budget,
): Rooted[] {
  return views.flatMap((view) => {
    const as = substitute(polynomialToExpr(atoms, view.as), new Map([[name, symbol("x")]]));
    const list = isolateRoots({ left: as, right: number(0), of: "x", domain }, budget);
    if (list.kind !== "roots" || list.breaks.length > 0) return [];
    const part = {
      fact: view.fact.number,
      times: view.times,
      as: printExpr(as),
      roots: list.roots.map((root) => solutionOf(root, budget)),
      proof: list.proof,
    };
    return [
      { part, relation: view.fact.relation, roots: list.roots, signAt: signsBetween(as, list.roots, budget) },
    ];
  });
}

const solutionOf = ({ at, multiplicity, flips }: Root, budget: Budget): Solution => ({
  ...toValue(at, budget),
  multiplicity,
  flips,
  conditions: [],
});

/** The sign of a function at a rational: from the signs beside its roots; by evaluation if it has none. */
function signsBetween(
  as: Expr,
  roots: readonly Root[],
  budget: Budget,
): (x: exact.Rational) => -1 | 0 | 1 | null {
  return (x) => {
    const [first] = roots;
    if (first === undefined) {
      const order = compareAt(as, number(0), new Map([["x", x]]));
      return order === "undecided" ? null : order;
    }
    let sign = first.before;
    for (const { at, after } of roots) {
      const order = compareReals({ kind: "rational", value: x }, at, budget);
      if (order === "undecided") return null;
      if (order === 0) return 0;
      if (order < 0) return sign;
      sign = after;
    }
    return sign;
  };
}

/** Cuts the domain between the roots of all parts, and finds for each gap a part that is false on it. */
function cover(
  state: State,
  name: string,
  rooted: readonly Rooted[],
  isPositive: boolean,
  budget: Budget,
): Refutation | null {
  const places = distinct(
    rooted.flatMap(({ roots }) => roots.map(({ at }) => at)),
    budget,
  );
  if (places === null) return null;
  const cuts = places.slice(1).map((place, i) => simplestBetweenReals(places[i], place, budget));
  const gaps: Gap[] = [];
  for (const [i, place] of (places.length === 0 ? [null] : places).entries()) {
    const low = cuts[i - 1] ?? (isPositive ? exact.zero : null);
    const gap = gapAt(rooted, place, low, cuts[i] ?? null, budget);
    if (gap === null) return null;
    gaps.push(gap);
  }
  const of = printExpr(exprOfName(name));
  const kept = cuts.map(exact.printRational);
  return state.finish({ kind: "one-unknown", of, positive: null, cuts: kept, ...onlyUsed(rooted, gaps) });
}

/** The gaps, and the parts that they name, numbered anew. */
function onlyUsed(rooted: readonly Rooted[], gaps: readonly Gap[]): { parts: OneUnknownPart[]; gaps: Gap[] } {
  const used = [
    ...new Set(gaps.flatMap((gap) => (gap.kind === "false" ? [gap.part] : [gap.left, gap.right]))),
  ].sort((a, b) => a - b);
  const at = (part: number): number => used.indexOf(part);
  return {
    parts: used.flatMap((i) => rooted[i]?.part ?? []),
    gaps: gaps.map((gap) =>
      gap.kind === "false"
        ? { ...gap, part: at(gap.part) }
        : { ...gap, left: at(gap.left), right: at(gap.right) },
    ),
  };
}

/** The different numbers, ascending; null where two cannot be told apart. */
function distinct(places: readonly Real[], budget: Budget): Real[] | null {
  let failed = false;
  const sorted = [...places].sort((a, b) => {
    const order = compareReals(a, b, budget);
    if (order === "undecided") failed = true;
    return order === "undecided" ? 0 : order;
  });
  const out = sorted.filter((place, i) => {
    const before = sorted[i - 1];
    return before === undefined || compareReals(before, place, budget) !== 0;
  });
  return failed ? null : out;
}

function gapAt(
  rooted: readonly Rooted[],
  place: Real | null,
  low: exact.Rational | null,
  high: exact.Rational | null,
  budget: Budget,
): Gap | null {
  const end = (value: exact.Rational | null): Real | undefined =>
    value === null ? undefined : { kind: "rational", value };
  if (place === null) {
    const sample = exact.one;
    const part = rooted.findIndex((one) => isFalse(one, sample));
    return part < 0 ? null : { kind: "false", part, sample: exact.printRational(sample) };
  }
  const below = simplestBetweenReals(end(low), place, budget);
  const above = simplestBetweenReals(place, end(high), budget);
  const atPlace = (one: Rooted): Root | undefined =>
    one.roots.find(({ at }) => compareReals(at, place, budget) === 0);
  const part = rooted.findIndex((one) => {
    const root = atPlace(one);
    return isFalse(one, below) && (root === undefined || (!root.flips && one.relation === ">"));
  });
  if (part >= 0) return { kind: "false", part, sample: exact.printRational(below) };
  const left = rooted.findIndex((one) => isFalse(one, below) && atPlace(one) !== undefined);
  const right = rooted.findIndex((one) => isFalse(one, above) && atPlace(one) !== undefined);
  const isStrict = [left, right].some((i) => rooted[i]?.relation === ">");
  if (left < 0 || right < 0 || !isStrict) return null;
  return {
    kind: "meet",
    left,
    leftSample: exact.printRational(below),
    right,
    rightSample: exact.printRational(above),
  };
}

function isFalse({ relation, signAt }: Rooted, sample: exact.Rational): boolean {
  const sign = signAt(sample);
  if (sign === null) return false;
  if (relation === ">") return sign <= 0;
  return relation === ">=" ? sign < 0 : relation === "=" ? sign !== 0 : sign === 0;
}

/** Facts that have the same degree in all terms in two unknowns, as facts about the quotient of the two. */
export function byQuotient(state: State, budget: Budget): Refutation | null {
  const atoms = [...new Set(state.facts.flatMap((fact) => poly.atomsOf(fact.poly)))];
  for (const a of atoms)
    for (const b of atoms) {
      if (a === b || !isPositiveUnknown(state.atoms, a) || !isPositiveUnknown(state.atoms, b)) continue;
      const views = state.facts.flatMap((fact) => homogeneous(state, fact, a, b));
      if (!views.some(({ as }) => poly.length(as) > 1)) continue;
      const name = nameOfAtom(state.atoms, a);
      const rooted = rootedOf(state.atoms, name, views, positiveDomain, budget);
      const quotient = `${polyText(state.atoms, poly.atomPower(a))}/${polyText(state.atoms, poly.atomPower(b))}`;
      const tree = cover({ ...state, finish: (leaf) => leaf }, name, rooted, true, budget);
      if (tree?.kind === "one-unknown") return state.finish({ ...tree, of: quotient });
    }
  return null;
}

const isPositiveUnknown = (atoms: Atoms, atom: number): boolean => {
  const what = atomAt(atoms, atom);
  return what.kind === "unknown" && what.positive;
};

const nameOfAtom = (atoms: Atoms, atom: number): string => {
  const what = atomAt(atoms, atom);
  return what.kind === "unknown" ? what.name : "";
};

/** `b^n` times a polynomial in `a/b`, which is given in `a`. */
function homogeneous(state: State, fact: Known, a: number, b: number): View[] {
  const terms = poly.termsOf(fact.poly);
  const degrees = new Set(terms.map(({ monomial }) => totalDegree(monomial)));
  const only = terms.every(({ monomial }) => pairsOf(monomial).every(([atom]) => atom === a || atom === b));
  const [n] = degrees;
  if (!only || degrees.size !== 1 || n === undefined || n === 0) return [];
  const as = poly.collect(
    terms.map(({ coefficient, monomial }) => {
      const power = degreeOfAtom(monomial, a);
      return { coefficient, monomial: power === 0 ? [] : [a, power] };
    }),
  );
  return [{ fact, times: polyText(state.atoms, poly.atomPower(b, n)), as, atom: a }];
}
