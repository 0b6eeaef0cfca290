import { compareAt, number } from "@crux/core";
import * as exact from "@crux/core/exact";
import { type Atoms, atomAt } from "./atoms.ts";
import { primitive, squarefree } from "./divide.ts";
import { divideMonomials, pairsOf } from "./monomial.ts";
import type { Polynomial } from "./polynomial.ts";
import * as poly from "./polynomial.ts";
import type { Ratio } from "./ratio.ts";
import { polynomialToExpr } from "./to-expr.ts";

/** A sign that is known: positive, negative, or at least (most) 0. */
type Sign = "positive" | "negative" | "nonnegative" | "nonpositive";

const isStrict = (sign: Sign): boolean => sign === "positive" || sign === "negative";
const isUp = (sign: Sign): boolean => sign === "positive" || sign === "nonnegative";

const timesSign = (a: Sign, b: Sign): Sign => {
  const strict = isStrict(a) && isStrict(b);
  if (isUp(a) === isUp(b)) return strict ? "positive" : "nonnegative";
  return strict ? "negative" : "nonpositive";
};

/** The sign of an atom wherever it is defined, when it has one. */
function signOfAtom(atoms: Atoms, atom: number): Sign | undefined {
  const what = atomAt(atoms, atom);
  switch (what.kind) {
    case "unknown":
      return what.positive ? "positive" : signOfUnknown(atoms, atom);
    case "pi":
    case "exp":
      return "positive";
    case "root":
      return sureSign(atoms, what.of) === 1 ? "positive" : "nonnegative";
    case "log": {
      const sign = sureSign(atoms, poly.subtract(what.of, poly.one));
      return sign === 1 ? "positive" : sign === -1 && sureSign(atoms, what.of) === 1 ? "negative" : undefined;
    }
    case "call":
      return signOfCall(atoms, what.name, what.args);
  }
}

/** What facts say of an unknown. While that is asked it counts as not known: a bound such as `x < 30` leads back to it. */
function signOfUnknown(atoms: Atoms, atom: number): Sign | undefined {
  const { asked } = atoms.nesting;
  if (asked.has(atom)) return undefined;
  asked.add(atom);
  try {
    return byFacts(atoms, poly.atomPower(atom));
  } finally {
    asked.delete(atom);
  }
}

/** `lambertw(z)` has the sign of `z`, and its other branch is negative. */
function signOfCall(atoms: Atoms, name: string, [z, branch]: readonly Ratio[]): Sign | undefined {
  if (name !== "lambertw" || z === undefined) return undefined;
  if (branch !== undefined) return "negative";
  const sign = sureSignOfRatio(atoms, z);
  return sign === 1 ? "positive" : sign === -1 ? "negative" : undefined;
}

/** Whether an atom is positive wherever it is defined. */
export const isPositiveAtom = (atoms: Atoms, atom: number): boolean => signOfAtom(atoms, atom) === "positive";

/** Whether an atom is at least 0 wherever it is defined. */
export function isNonNegativeAtom(atoms: Atoms, atom: number): boolean {
  const sign = signOfAtom(atoms, atom);
  return sign === "positive" || sign === "nonnegative";
}

function signOfTerm(atoms: Atoms, { coefficient, monomial }: poly.Term): Sign | undefined {
  let sign: Sign = exact.sign(coefficient) > 0 ? "positive" : "negative";
  for (const [atom, exponent] of pairsOf(monomial)) {
    const own = signOfAtom(atoms, atom);
    const raised = exponent % 2 !== 0 ? own : own !== undefined && isStrict(own) ? "positive" : "nonnegative";
    if (raised === undefined) return undefined;
    sign = timesSign(sign, raised);
  }
  return sign;
}

/** The sign of a sum whose terms all point one way. */
function signOfSum(atoms: Atoms, p: Polynomial): Sign | undefined {
  let all: Sign | undefined;
  for (const term of p.terms.values()) {
    const sign = signOfTerm(atoms, term);
    if (sign === undefined || (all !== undefined && isUp(all) !== isUp(sign))) return undefined;
    all = all === undefined || isStrict(sign) ? sign : all;
  }
  return all;
}

/** A sign that follows from one known fact: `p = times * fact + rest` with a rest that points the same way. */
function byFacts(atoms: Atoms, p: Polynomial): Sign | undefined {
  for (const fact of atoms.facts) {
    const up = leaning(atoms, p, fact.of);
    if (up !== undefined) return fact.strict || isStrict(up) ? "positive" : "nonnegative";
    const down = leaning(atoms, poly.negate(p), fact.of);
    if (down !== undefined) return fact.strict || isStrict(down) ? "negative" : "nonpositive";
  }
  return undefined;
}

/** The sign, at least 0, of what `p` has more than a positive multiple of `fact`; undefined when there is no such multiple. */
function leaning(atoms: Atoms, p: Polynomial, fact: Polynomial): Sign | undefined {
  atoms.charge(poly.length(fact) * poly.length(p));
  for (const given of fact.terms.values())
    for (const own of p.terms.values()) {
      const monomial = divideMonomials(own.monomial, given.monomial);
      if (monomial === undefined || exact.sign(own.coefficient) !== exact.sign(given.coefficient)) continue;
      if (!pairsOf(monomial).every(([atom]) => signOfAtom(atoms, atom) === "positive")) continue;
      const coefficient = exact.divide(own.coefficient, given.coefficient);
      const rest = poly.subtract(p, poly.shift(fact, { coefficient, monomial }));
      if (poly.isZero(rest)) return "nonnegative";
      const sign = signOfSum(atoms, rest);
      if (sign !== undefined && isUp(sign)) return sign;
    }
  return undefined;
}

/** Deepest chain of questions about signs of arguments that is followed. */
const DEEPEST = 6;

/** The sign of `p` in full: term by term, by comparing numbers, by known facts, by its factors. */
function signOf(atoms: Atoms, p: Polynomial): Sign | undefined {
  if (atoms.nesting.depth >= DEEPEST) return undefined;
  atoms.nesting.depth += 1;
  try {
    return signOfNested(atoms, p);
  } finally {
    atoms.nesting.depth -= 1;
  }
}

function signOfNested(atoms: Atoms, p: Polynomial): Sign | undefined {
  const plain = signOfSum(atoms, p);
  if (plain !== undefined && isStrict(plain)) return plain;
  if (poly.atomsOf(p).every((atom) => isNumber(atoms, atom))) return signOfNumber(atoms, p) ?? plain;
  if (atoms.facts.length === 0) return plain;
  return byFacts(atoms, p) ?? signOfFactors(atoms, p) ?? plain;
}

function signOfFactors(atoms: Atoms, p: Polynomial): Sign | undefined {
  const { factor, factors } = squarefree(p, atoms.charge);
  if (factors.length < 2 && factors.every(({ multiplicity }) => multiplicity === 1)) return undefined;
  let sign: Sign = exact.sign(factor) > 0 ? "positive" : "negative";
  for (const { base, multiplicity } of factors) {
    const own = signOfSum(atoms, base) ?? byFacts(atoms, base);
    const raised =
      multiplicity % 2 !== 0 ? own : own !== undefined && isStrict(own) ? "positive" : "nonnegative";
    if (raised === undefined) return undefined;
    sign = timesSign(sign, raised);
  }
  return sign;
}

/** Whether no unknown occurs in what an atom stands for. */
export function isNumber(atoms: Atoms, atom: number): boolean {
  const what = atomAt(atoms, atom);
  const all = (p: Polynomial): boolean => poly.atomsOf(p).every((part) => isNumber(atoms, part));
  switch (what.kind) {
    case "unknown":
      return false;
    case "pi":
      return true;
    case "root":
    case "log":
      return all(what.of);
    case "exp":
      return (what.base === "e" || all(what.base)) && all(what.direction.num) && all(what.direction.den);
    case "call":
      return what.args.every((arg) => all(arg.num) && all(arg.den));
  }
}

function signOfNumber(atoms: Atoms, p: Polynomial): Sign | undefined {
  atoms.charge(50);
  const { factor, monomial, core } = primitive(p);
  const rest = poly.shift(core, { coefficient: exact.one, monomial });
  const order = compareAt(polynomialToExpr(atoms, rest), number(0), new Map());
  if (order === "undecided" || order === 0) return undefined;
  return order * exact.sign(factor) > 0 ? "positive" : "negative";
}

/** Whether `p > 0` whenever its unknowns are positive where they should be and the table's facts hold. False says nothing. */
export const surelyPositive = (atoms: Atoms, p: Polynomial): boolean => signOf(atoms, p) === "positive";

/** Whether `p >= 0` whenever its unknowns are positive where they should be and the table's facts hold. False says nothing. */
export function surelyNonNegative(atoms: Atoms, p: Polynomial): boolean {
  if (poly.isZero(p)) return true;
  const sign = signOf(atoms, p);
  return (sign !== undefined && isUp(sign)) || isSquare(atoms, p);
}

function isSquare(atoms: Atoms, p: Polynomial): boolean {
  const { factor, factors } = squarefree(p, atoms.charge);
  return exact.sign(factor) > 0 && factors.every(({ multiplicity }) => multiplicity % 2 === 0);
}

/** 1 or -1 when the sign is sure, 0 for the zero polynomial, else undefined. */
export function sureSign(atoms: Atoms, p: Polynomial): -1 | 0 | 1 | undefined {
  if (poly.isZero(p)) return 0;
  const sign = signOf(atoms, p);
  return sign === "positive" ? 1 : sign === "negative" ? -1 : undefined;
}

/** The sign of a ratio when both of its sides have a sure one. */
export function sureSignOfRatio(atoms: Atoms, r: Ratio): -1 | 0 | 1 | undefined {
  const num = sureSign(atoms, r.num);
  if (num === 0 || num === undefined) return num;
  const den = sureSign(atoms, r.den);
  return den === undefined ? undefined : num === den ? 1 : -1;
}
