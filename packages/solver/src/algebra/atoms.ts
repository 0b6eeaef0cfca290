import { type Budget, createBudget, must } from "@crux/core";
import * as exact from "@crux/core/exact";
import { type Monomial, pairsOf } from "./monomial.ts";
import type { Polynomial } from "./polynomial.ts";
import * as poly from "./polynomial.ts";
import type { Ratio } from "./ratio-type.ts";

/** What an atom stands for. Positions in the table are the atoms of polynomials. */
export type Atom =
  /** An unknown by its printed name. */
  | { readonly kind: "unknown"; readonly name: string; readonly positive: boolean }
  | { readonly kind: "pi" }
  /** The non-negative `degree`-th root of `of`, wherever `of >= 0`. */
  | { readonly kind: "root"; readonly of: Polynomial; readonly degree: number }
  /** `log |of|`, of a polynomial of content 1 or of a prime; `oriented` where the domain makes `of` itself positive. */
  | { readonly kind: "log"; readonly of: Polynomial; readonly oriented: boolean }
  /** `base^(direction / degree)` for a positive base; `"e"` is Euler's number. The direction has leading coefficient 1. */
  | {
      readonly kind: "exp";
      readonly base: Polynomial | "e";
      readonly direction: Ratio;
      readonly degree: number;
    }
  /** A function without rules of its own. */
  | { readonly kind: "call"; readonly name: "lambertw" | "root"; readonly args: readonly Ratio[] };

/** `atom^step` is `value`. */
export type Relation = { readonly step: number; readonly value: Polynomial };

/** Roots of one base, or exponentials along one direction: each member is `member^(degree / its degree)` of a finer one. */
type Chain = { readonly atom: number; readonly degree: number }[];

/**
 * The table of atoms of one piece of work. It only grows, so polynomials made earlier stay valid.
 * It also carries the budget that all arithmetic on its atoms is charged to.
 */
export type Atoms = {
  readonly list: Atom[];
  readonly keys: Map<string, number>;
  readonly relations: Map<number, Relation>;
  readonly chains: Map<string, Chain>;
  /** Coefficients of exponents that are too large or too fine for a chain, by base and direction. */
  readonly longSteps: Map<string, exact.Rational>;
  /** Polynomials that may be taken to be positive (`strict`) or at least 0. */
  readonly facts: { readonly of: Polynomial; readonly strict: boolean }[];
  /** Whether an unknown is strictly positive. */
  readonly isPositive: (name: string) => boolean;
  /** How many questions about signs are being asked inside each other, and about which unknowns. */
  readonly nesting: { depth: number; readonly asked: Set<number> };
  readonly budget: Budget;
  /** Takes steps off the budget. */
  readonly charge: (steps: number) => void;
};

/** An empty table. Without `positive`, every unknown is positive. */
export function createAtoms(options: { positive?: readonly string[]; budget?: Budget } = {}): Atoms {
  const positive = options.positive === undefined ? undefined : new Set(options.positive);
  const budget = options.budget ?? createBudget(1_000_000);
  return {
    list: [],
    keys: new Map(),
    relations: new Map(),
    chains: new Map(),
    longSteps: new Map(),
    facts: [],
    nesting: { depth: 0, asked: new Set() },
    isPositive: (name) => positive?.has(name) ?? true,
    budget,
    charge: (steps) => budget.spend(COST * steps, "rearranging formulas"),
  };
}

/** Steps of the budget for one operation on terms, which is slower than one on numbers alone. */
const COST = 2;

/** The atom at a position. */
export const atomAt = (atoms: Atoms, index: number): Atom =>
  must(atoms.list[index], `atom ${index} is in the table`);

/** Position of the atom with this key, made when it is not there yet. */
function intern(atoms: Atoms, key: string, make: () => Atom): number {
  const old = atoms.keys.get(key);
  if (old !== undefined) return old;
  atoms.list.push(make());
  atoms.keys.set(key, atoms.list.length - 1);
  return atoms.list.length - 1;
}

/** The atom of an unknown; `positive` only counts when it is new. */
export const unknownAtom = (atoms: Atoms, name: string, positive = atoms.isPositive(name)): number =>
  intern(atoms, `unknown ${name}`, () => ({ kind: "unknown", name, positive }));

/** The atom of pi. */
export const piAtom = (atoms: Atoms): number => intern(atoms, "pi", () => ({ kind: "pi" }));

/** The atom `log |of|`. */
export const logAtom = (atoms: Atoms, of: Polynomial, oriented: boolean): number =>
  intern(atoms, `log ${poly.print(of)}`, () => ({ kind: "log", of, oriented }));

/** The atom of a call of a function without rules. */
export const callAtom = (atoms: Atoms, name: "lambertw" | "root", args: readonly Ratio[]): number =>
  intern(atoms, `${name} ${args.map(printRatio).join(";")}`, () => ({ kind: "call", name, args }));

/** A text that is the same for equal ratios in normal form. */
export const printRatio = (r: Ratio): string => `${poly.print(r.num)} / ${poly.print(r.den)}`;

/** `of^(power / degree)` as a polynomial, for a base that is not negative; the power is from 0 up. */
export function rootPower(atoms: Atoms, of: Polynomial, power: number, degree: number): Polynomial {
  const chain = chainOf(atoms, `root ${poly.print(of)}`);
  const finest = extend(atoms, chain, degree, (d) => {
    const index = intern(atoms, `root ${d} ${poly.print(of)}`, () => ({ kind: "root", of, degree: d }));
    const before = chain[chain.length - 1];
    const value = before === undefined ? of : poly.atomPower(before.atom);
    atoms.relations.set(index, { step: d / (before?.degree ?? 1), value });
    return index;
  });
  return poly.atomPower(finest.atom, (power * finest.degree) / degree);
}

/** `base^(direction * power / degree)` as a polynomial; the power is from 0 up. */
export function expPower(
  atoms: Atoms,
  base: Polynomial | "e",
  direction: Ratio,
  power: number,
  degree: number,
): Polynomial {
  const key = `exp ${base === "e" ? "e" : poly.print(base)} ^ ${printRatio(direction)}`;
  const chain = chainOf(atoms, key);
  const finest = extend(atoms, chain, degree, (d) => {
    const index = intern(atoms, `${d} ${key}`, () => ({ kind: "exp", base, direction, degree: d }));
    const before = chain[chain.length - 1];
    if (before !== undefined)
      atoms.relations.set(index, { step: d / before.degree, value: poly.atomPower(before.atom) });
    return index;
  });
  return poly.atomPower(finest.atom, (power * finest.degree) / degree);
}

function chainOf(atoms: Atoms, key: string): Chain {
  const old = atoms.chains.get(key);
  if (old !== undefined) return old;
  const chain: Chain = [];
  atoms.chains.set(key, chain);
  return chain;
}

/** The finest member of a chain, after making sure that it is fine enough for `degree`. */
function extend(atoms: Atoms, chain: Chain, degree: number, make: (degree: number) => number): Chain[number] {
  const finest = chain[chain.length - 1];
  if (finest !== undefined && finest.degree % degree === 0) return finest;
  const wanted = finest === undefined ? degree : Number(exact.lcm(BigInt(finest.degree), BigInt(degree)));
  atoms.charge(1);
  const member = { atom: make(wanted), degree: wanted };
  chain.push(member);
  return member;
}

/** `p` with every relation applied: no power of a root reaches its degree. */
export function reduce(atoms: Atoms, p: Polynomial): Polynomial {
  if (atoms.relations.size === 0) return p;
  let current = p;
  while (needsWork(atoms, current)) current = reduceOnce(atoms, current);
  return current;
}

const needsWork = (atoms: Atoms, p: Polynomial): boolean => {
  for (const { monomial } of p.terms.values()) if (reducible(atoms, monomial)) return true;
  return false;
};

const reducible = (atoms: Atoms, m: Monomial): boolean => {
  for (let i = 0; i < m.length; i += 2) {
    const relation = atoms.relations.get(m[i] ?? 0);
    if (relation !== undefined && (m[i + 1] ?? 0) >= relation.step) return true;
  }
  return false;
};

function reduceOnce(atoms: Atoms, p: Polynomial): Polynomial {
  const out: poly.Term[] = [];
  for (const term of p.terms.values()) {
    if (!reducible(atoms, term.monomial)) out.push(term);
    else for (const part of reduceTerm(atoms, term).terms.values()) out.push(part);
  }
  atoms.charge(out.length);
  return poly.collect(out);
}

function reduceTerm(atoms: Atoms, term: poly.Term): Polynomial {
  let out = poly.constant(term.coefficient);
  for (const [atom, exponent] of pairsOf(term.monomial)) {
    const relation = atoms.relations.get(atom);
    const times = relation === undefined ? 0 : Math.floor(exponent / relation.step);
    const rest = poly.atomPower(atom, exponent - times * (relation?.step ?? 0));
    const value = relation === undefined ? poly.one : poly.power(relation.value, times, atoms.charge);
    atoms.charge(poly.length(out) * poly.length(value));
    out = poly.multiply(poly.multiply(out, rest), value);
  }
  return out;
}

/** Position of the atom that a chain's first member is a root of, when that is a single atom. */
const soleAtom = (p: Polynomial): number | undefined => {
  const [term, more] = poly.termsOf(p);
  if (term === undefined || more !== undefined || !exact.isOne(term.coefficient)) return undefined;
  return term.monomial.length === 2 && term.monomial[1] === 1 ? term.monomial[0] : undefined;
};

/** How each coarse atom is a power of the finest one of its chain, for chains that start at a single atom. */
function finestPowers(atoms: Atoms): Map<number, readonly [number, number]> {
  const out = new Map<number, readonly [number, number]>();
  for (const chain of atoms.chains.values()) {
    const finest = must(chain[chain.length - 1], "a chain has a member");
    for (const { atom, degree } of chain)
      if (atom !== finest.atom) out.set(atom, [finest.atom, finest.degree / degree]);
    const first = atomAt(atoms, must(chain[0], "a chain has a member").atom);
    const base = first.kind === "root" ? soleAtom(first.of) : undefined;
    if (base !== undefined) out.set(base, [finest.atom, finest.degree]);
  }
  return out;
}

/** `p` with coarse roots and their base written as powers of the finest root, so that gcds see what they share. */
export function flatten(atoms: Atoms, p: Polynomial): Polynomial {
  if (atoms.relations.size === 0) return p;
  const powers = finestPowers(atoms);
  if (powers.size === 0) return p;
  return poly.collect(
    poly.termsOf(p).map(({ coefficient, monomial }) => {
      const out = new Map<number, number>();
      for (const [atom, exponent] of pairsOf(monomial)) {
        let [to, times] = [atom, exponent];
        for (let next = powers.get(to); next !== undefined; next = powers.get(to)) {
          times *= next[1];
          to = next[0];
        }
        out.set(to, (out.get(to) ?? 0) + times);
      }
      return { coefficient, monomial: [...out].sort(([a], [b]) => a - b).flat() };
    }),
  );
}

/** Whether an atom is `of` or is made from it. */
export function dependsOn(atoms: Atoms, atom: number, of: number): boolean {
  if (atom === of) return true;
  const what = atomAt(atoms, atom);
  const inPolynomial = (p: Polynomial): boolean => poly.atomsOf(p).some((part) => dependsOn(atoms, part, of));
  const inRatio = (r: Ratio): boolean => inPolynomial(r.num) || inPolynomial(r.den);
  switch (what.kind) {
    case "unknown":
    case "pi":
      return false;
    case "root":
    case "log":
      return inPolynomial(what.of);
    case "exp":
      return (what.base !== "e" && inPolynomial(what.base)) || inRatio(what.direction);
    case "call":
      return what.args.some(inRatio);
  }
}
