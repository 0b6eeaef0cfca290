import type { Expr } from "@crux/core";
import * as core from "@crux/core";
import * as exact from "@crux/core/exact";
import { type Atoms, atomAt } from "./atoms.ts";
import { primitive, squarefree } from "./divide.ts";
import { factorsOf } from "./factors.ts";
import { pairsOf } from "./monomial.ts";
import type { Polynomial } from "./polynomial.ts";
import * as poly from "./polynomial.ts";
import type { Ratio } from "./ratio.ts";
import * as ratios from "./ratio.ts";

/** A ratio as a short formula in the user's names: common factors in front, plus before minus, few minus signs. */
export function toExpr(atoms: Atoms, value: Ratio): Expr {
  if (poly.isZero(value.num)) return core.number(0);
  const num = factored(atoms, value.num);
  const den = factored(atoms, value.den);
  const factor = exact.divide(num.factor, den.factor);
  const spread = spreadExponentials(atoms, value);
  if (spread !== undefined) return spread;
  const alone = (p: Polynomial, parts: readonly Piece[]): readonly Piece[] => {
    const log = parts.length === 1 ? singleLog(atoms, p) : undefined;
    return log === undefined ? parts : [log];
  };
  return settleSign(factor, alone(value.num, num.parts), alone(value.den, den.parts));
}

/** A sum over an exponential with each of its terms over it, as in `2^((a - b)/c) - 1`; undefined where there is none. */
function spreadExponentials(atoms: Atoms, { num, den }: Ratio): Expr | undefined {
  const { factor, monomial, core: rest } = primitive(den);
  const isExp = ([atom]: readonly [number, number]): boolean => atomAt(atoms, atom).kind === "exp";
  const below = pairsOf(monomial).filter(isExp);
  if (below.length === 0 || poly.length(num) < 2) return undefined;
  const shared = new Map(below);
  // terms without an exponential of their own would become longer
  const touched = poly.termsOf(num).filter((term) => pairsOf(term.monomial).some(isExp));
  if (touched.length !== poly.length(num)) return undefined;
  const terms = poly.sortedTerms(num).map((term): [exact.Rational, Expr] => {
    const pairs = pairsOf(term.monomial);
    const plain = powersOf(
      atoms,
      pairs.filter((pair) => !isExp(pair)),
    );
    const exponents = new Map(pairs.filter(isExp));
    for (const [atom, n] of shared) exponents.set(atom, (exponents.get(atom) ?? 0) - n);
    return [term.coefficient, product([...plain, ...exponentialsToExpr(atoms, exponents)])];
  });
  const above = sumOfTerms(terms);
  const left = pairsOf(monomial).filter((pair) => !isExp(pair));
  const bottom = [...powersOf(atoms, left), ...(poly.isOne(rest) ? [] : [sum(atoms, rest)])];
  return quotient(exact.invert(factor), [above], bottom);
}

/** Powers of exponentials, negative ones too, with those of one base put together. */
function exponentialsToExpr(atoms: Atoms, exponents: ReadonlyMap<number, number>): Expr[] {
  const byBase = new Map<string, { base: Polynomial | "e"; exponent: Ratio }>();
  for (const [atom, n] of exponents) {
    const what = atomAt(atoms, atom);
    if (what.kind !== "exp" || n === 0) continue;
    const key = what.base === "e" ? "e" : poly.print(what.base);
    const share = ratios.scale(what.direction, exact.ratio(BigInt(n), BigInt(what.degree)));
    const before = byBase.get(key);
    byBase.set(key, {
      base: what.base,
      exponent: before === undefined ? share : ratios.add(atoms, before.exponent, share),
    });
  }
  return [...byBase.values()].map(({ base, exponent }) => powerToExpr(atoms, base, toExpr(atoms, exponent)));
}

function sumOfTerms(terms: readonly (readonly [exact.Rational, Expr])[]): Expr {
  const [plus, minus] = [terms.filter(([n]) => exact.sign(n) > 0), terms.filter(([n]) => exact.sign(n) < 0)];
  let out: Expr | undefined;
  for (const [n, expr] of plus) {
    const term = quotient(n, isOne(expr) ? [] : [expr], []);
    out = out === undefined ? term : core.add(out, term);
  }
  for (const [n, expr] of minus) {
    const term = quotient(exact.negate(n), isOne(expr) ? [] : [expr], []);
    out = out === undefined ? negated(term) : core.subtract(out, term);
  }
  return out ?? core.number(0);
}

const isOne = (expr: Expr): boolean => expr.kind === "number" && exact.isOne(expr.value);

/** A polynomial as a formula. */
export const polynomialToExpr = (atoms: Atoms, p: Polynomial): Expr =>
  toExpr(atoms, { num: p, den: poly.one });

/** A polynomial multiplied out as a sum, plus before minus. */
export const sumToExpr = (atoms: Atoms, p: Polynomial): Expr => sum(atoms, p);

type Piece = {
  readonly expr: Expr;
  readonly opposite: Expr | null;
  readonly minus: number;
  readonly mixed: boolean;
};
type Factored = { readonly factor: exact.Rational; readonly parts: readonly Piece[] };

/** A number times factors; a sum may be turned round, which costs a minus sign. */
function factored(atoms: Atoms, p: Polynomial): Factored {
  const { factor, factors } = factorsOf(atoms, p);
  const roots: Expr[] = [];
  const parts: Piece[] = [];
  const monomial: [number, number][] = [];
  for (const { base, multiplicity } of factors) {
    const [only] = poly.atomsOf(base);
    if (poly.length(base) === 1 && only !== undefined) monomial.push([only, multiplicity]);
    else parts.push(piece(atoms, base, multiplicity));
  }
  for (const expr of powersOf(atoms, monomial)) roots.push(expr);
  return {
    factor,
    parts: [...roots.map((expr) => ({ expr, opposite: null, minus: 0, mixed: false })), ...parts],
  };
}

function piece(atoms: Atoms, base: Polynomial, multiplicity: number): Piece {
  const opposite = poly.negate(base);
  const minus = minusSigns(base) - minusSigns(opposite);
  if (multiplicity % 2 === 0) {
    const best = minus > 0 ? opposite : base;
    return {
      expr: core.power(sum(atoms, best), core.number(multiplicity)),
      opposite: null,
      minus: 0,
      mixed: false,
    };
  }
  const write = (p: Polynomial): Expr =>
    multiplicity === 1 ? sum(atoms, p) : core.power(sum(atoms, p), core.number(multiplicity));
  const mixed = Math.abs(minus) < poly.length(base);
  return { expr: write(base), opposite: write(opposite), minus, mixed };
}

const minusSigns = (p: Polynomial): number =>
  poly.termsOf(p).filter(({ coefficient }) => exact.sign(coefficient) < 0).length;

/** Turns sums round so that the number in front is positive where that is possible, and few terms are negative. */
function settleSign(factor: exact.Rational, num: readonly Piece[], den: readonly Piece[]): Expr {
  let sign = exact.sign(factor);
  const turn = (part: Piece): Written => {
    const turned = part.opposite !== null && part.minus > 0;
    if (turned) sign = sign > 0 ? -1 : 1;
    return { part, turned };
  };
  const top = num.map(turn);
  const bottom = den.map(turn);
  if (sign < 0) {
    const [easiest] = [...top, ...bottom]
      .filter(isMixed)
      .sort((a, b) => Math.abs(a.part.minus) - Math.abs(b.part.minus));
    if (easiest !== undefined) {
      easiest.turned = !easiest.turned;
      sign = 1;
    }
  }
  const size = exact.multiply(exact.absolute(factor), exact.integer(sign));
  return quotient(size, top.map(exprOf), bottom.map(exprOf));
}

type Written = { readonly part: Piece; turned: boolean };

/** Whether a sum has terms of both signs, so that it can start with a positive one either way. */
const isMixed = ({ part }: Written): boolean => part.opposite !== null && part.mixed;

const exprOf = ({ part, turned }: Written): Expr =>
  turned && part.opposite !== null ? part.opposite : part.expr;

/** `factor * product of top / product of bottom`. */
function quotient(factor: exact.Rational, tops: readonly Expr[], bottoms: readonly Expr[]): Expr {
  const { top, bottom } = underOneRoot(tops, bottoms);
  const size = exact.absolute(factor);
  const above = product(size.num === 1n && top.length > 0 ? top : [core.number(size.num), ...top]);
  const below = size.den === 1n ? bottom : [core.number(size.den), ...bottom];
  const value = below.length === 0 ? above : core.divide(above, product(below));
  return exact.sign(factor) < 0 ? negated(value) : value;
}

/** Roots and powers with the same broken or symbolic exponent above and below as one of a quotient: `sqrt(a/b)`. */
function underOneRoot(top: readonly Expr[], bottom: readonly Expr[]): { top: Expr[]; bottom: Expr[] } {
  const above = [...top];
  const below: Expr[] = [];
  for (const factor of bottom) {
    const at = above.findIndex((one) => haveSameExponent(one, factor));
    const partner = above[at];
    if (partner === undefined) below.push(factor);
    else above[at] = quotientOfPowers(partner, factor);
  }
  return { top: above, bottom: below };
}

const isRoot = (expr: Expr): expr is Expr & { kind: "call" } => expr.kind === "call" && expr.name === "sqrt";

function haveSameExponent(a: Expr, b: Expr): boolean {
  if (isRoot(a) || isRoot(b)) return isRoot(a) && isRoot(b);
  if (a.kind !== "power" || b.kind !== "power" || !core.sameExpr(a.right, b.right)) return false;
  const plain = a.right.kind === "number" && exact.isInteger(a.right.value);
  return !plain && a.left.kind !== "number" && b.left.kind !== "number";
}

function quotientOfPowers(a: Expr, b: Expr): Expr {
  const [above, below] = [baseOf(a), baseOf(b)];
  if (a.kind !== "power") return core.call("sqrt", core.divide(above, below));
  return core.power(core.divide(above, below), a.right);
}

const baseOf = (expr: Expr): Expr =>
  expr.kind === "power"
    ? expr.left
    : expr.kind === "call"
      ? core.must(expr.args[0], "a root has a radicand")
      : expr;

/** `-value`, with the minus in front of the first factor. */
function negated(value: Expr): Expr {
  if (value.kind === "divide") return core.divide(negated(value.left), value.right);
  if (value.kind === "multiply") return core.multiply(negated(value.left), value.right);
  return core.negate(value);
}

const product = (factors: readonly Expr[]): Expr =>
  factors.length === 0 ? core.number(1) : factors.reduce((left, right) => core.multiply(left, right));

/** A sum multiplied out, positive terms first. */
function sum(atoms: Atoms, p: Polynomial): Expr {
  const terms = poly.sortedTerms(p);
  const plus = terms.filter(({ coefficient }) => exact.sign(coefficient) > 0);
  const minus = terms.filter(({ coefficient }) => exact.sign(coefficient) < 0);
  let out: Expr | undefined;
  for (const term of plus) {
    const expr = termToExpr(atoms, term);
    out = out === undefined ? expr : core.add(out, expr);
  }
  for (const { coefficient, monomial } of minus) {
    const expr = termToExpr(atoms, { coefficient: exact.negate(coefficient), monomial });
    out = out === undefined ? negated(expr) : core.subtract(out, expr);
  }
  return out ?? core.number(0);
}

const termToExpr = (atoms: Atoms, { coefficient, monomial }: poly.Term): Expr =>
  quotient(coefficient, powersOf(atoms, pairsOf(monomial)), []);

/** The factors of a product of powers of atoms; roots of one base are put together. */
function powersOf(atoms: Atoms, pairs: readonly (readonly [number, number])[]): Expr[] {
  const roots = new Map<string, { base: Polynomial; exponent: exact.Rational }>();
  const out: (Expr | string)[] = [];
  for (const [atom, exponent] of pairs) {
    const what = atomAt(atoms, atom);
    const base = what.kind === "root" ? what.of : what.kind === "unknown" ? poly.atomPower(atom) : undefined;
    if (base === undefined) {
      out.push(atomPower(atoms, atom, exponent));
      continue;
    }
    const share = exact.ratio(BigInt(exponent), BigInt(what.kind === "root" ? what.degree : 1));
    const key = poly.print(base);
    const before = roots.get(key);
    if (before === undefined) out.push(key);
    roots.set(key, { base, exponent: before === undefined ? share : exact.add(before.exponent, share) });
  }
  return out.map((item) => {
    if (typeof item !== "string") return item;
    const { base, exponent } = core.must(roots.get(item), "a collected root");
    return rootToExpr(atoms, base, exponent);
  });
}

function rootToExpr(atoms: Atoms, base: Polynomial, exponent: exact.Rational): Expr {
  const square = exact.equals(exponent, exact.ratio(1n, 2n)) ? sizeOf(atoms, base) : undefined;
  if (square !== undefined) return core.call("abs", square);
  const only =
    poly.length(base) === 1 && poly.isOne(poly.constant(poly.content(base))) ? poly.atomsOf(base) : [];
  const inner =
    only.length === 1 && poly.degreeIn(base, only[0] ?? 0) === 1 && minusSigns(base) === 0
      ? atomToExpr(atoms, only[0] ?? 0)
      : polynomialToExpr(atoms, base);
  if (exact.isOne(exponent)) return inner;
  return exact.equals(exponent, exact.ratio(1n, 2n))
    ? core.call("sqrt", inner)
    : core.power(inner, core.number(exponent));
}

/** What `p` is the square of, as a formula; undefined when it is none. */
function sizeOf(atoms: Atoms, p: Polynomial): Expr | undefined {
  if (poly.length(p) === 1 && poly.atomsOf(p).length === 0) return undefined;
  const { factor, factors } = squarefree(p, atoms.charge);
  const [only, more] = factors;
  if (only === undefined || more !== undefined || only.multiplicity !== 2 || !exact.isOne(factor))
    return undefined;
  return sum(atoms, only.base);
}

function atomPower(atoms: Atoms, atom: number, exponent: number): Expr {
  const what = atomAt(atoms, atom);
  if (what.kind === "exp")
    return exponentialToExpr(atoms, what, exact.ratio(BigInt(exponent), BigInt(what.degree)));
  const base = atomToExpr(atoms, atom);
  return exponent === 1 ? base : core.power(base, core.number(exponent));
}

type Exponential = { readonly base: Polynomial | "e"; readonly direction: Ratio };

function exponentialToExpr(atoms: Atoms, { base, direction }: Exponential, times: exact.Rational): Expr {
  const exponent = toExpr(atoms, { num: poly.scale(direction.num, times), den: direction.den });
  return powerToExpr(atoms, base, exponent);
}

function powerToExpr(atoms: Atoms, base: Polynomial | "e", exponent: Expr): Expr {
  if (base !== "e") return core.power(polynomialToExpr(atoms, base), exponent);
  const plain = exponent.kind === "number" && exact.isOne(exponent.value);
  return plain ? core.constant("e") : core.call("exp", exponent);
}

function atomToExpr(atoms: Atoms, atom: number): Expr {
  const what = atomAt(atoms, atom);
  switch (what.kind) {
    case "unknown":
      return core.exprOfName(what.name);
    case "pi":
      return core.constant("pi");
    case "log":
      return core.call(
        "log",
        what.oriented ? polynomialToExpr(atoms, what.of) : core.call("abs", polynomialToExpr(atoms, what.of)),
      );
    case "root":
      return rootToExpr(atoms, what.of, exact.ratio(1n, BigInt(what.degree)));
    case "exp":
      return exponentialToExpr(atoms, what, exact.ratio(1n, BigInt(what.degree)));
    case "call":
      return core.call(what.name, ...what.args.map((arg) => toExpr(atoms, arg)));
  }
}

/** Larger powers of numbers are left as they are, in bits. */
const MOST_BITS = 128;

/** A sum of whole multiples of logarithms as one logarithm; the opposite is that of the inverse. */
function singleLog(atoms: Atoms, p: Polynomial): Piece | undefined {
  const terms = poly.sortedTerms(primitive(p).core);
  if (terms.length < 2) return undefined;
  const above: Expr[] = [];
  const below: Expr[] = [];
  let number = exact.one;
  for (const { coefficient, monomial } of terms) {
    const [atom, exponent] = monomial;
    const what = atom === undefined ? undefined : atomAt(atoms, atom);
    if (what?.kind !== "log" || exponent !== 1 || monomial.length !== 2 || !what.oriented) return undefined;
    if (!exact.isInteger(coefficient) || exact.absolute(coefficient).num > 64n) return undefined;
    const size = Number(exact.absolute(coefficient).num);
    const value = poly.constantOf(what.of);
    if (value !== undefined && exact.size(value) * size < MOST_BITS) {
      number = exact.multiply(number, exact.power(value, Number(coefficient.num)));
      continue;
    }
    const base = polynomialToExpr(atoms, what.of);
    const raised = size === 1 ? base : core.power(base, core.number(size));
    (exact.sign(coefficient) > 0 ? above : below).push(raised);
  }
  if (number.num !== 1n) above.unshift(core.number(number.num));
  if (number.den !== 1n) below.unshift(core.number(number.den));
  const over = (top: Expr[], bottom: Expr[]): Expr =>
    core.call("log", bottom.length === 0 ? product(top) : core.divide(product(top), product(bottom)));
  return {
    expr: over(above, below),
    opposite: over(below, above),
    minus: above.length === 0 ? 1 : 0,
    mixed: true,
  };
}
