import type { Comparison, Expr, Rational, Relation } from "@crux/core";
import { compareAt, comparison, number } from "@crux/core";
import * as exact from "@crux/core/exact";
import type { Atoms } from "../algebra/atoms.ts";
import { squarefree } from "../algebra/divide.ts";
import type { Polynomial } from "../algebra/polynomial.ts";
import * as poly from "../algebra/polynomial.ts";
import type { Ratio } from "../algebra/ratio.ts";
import { sureSign } from "../algebra/sign.ts";
import { sumToExpr } from "../algebra/to-expr.ts";
import { alikeOf } from "../equation/alike.ts";

/** Below 0, 0, or above 0. */
export type Sign = -1 | 0 | 1;

/** Two formulas whose difference is asked for: shorter to read than the difference multiplied out. */
export type Sides = { readonly left: Expr; readonly right: Expr };

/** A polynomial whose sign matters; `sides`, if any, are two formulas whose difference has its sign. */
export type Subject = { readonly on: Polynomial; readonly sides: Sides | null };

/** The signs that are assumed on the way to a place in the tree of cases, by key of the polynomial. */
export type SignPath = ReadonlyMap<string, Subject & { readonly sign: Sign }>;

/** Thrown by `signOn` where the sign of a polynomial has to be decided first. */
export class NeedsSign extends Error {
  override readonly name = "NeedsSign";
  readonly subject: Subject;
  constructor(subject: Subject) {
    super("the sign of a formula is open");
    this.subject = subject;
  }
}

/** A text that is the same for a polynomial and its positive multiples. */
export const keyOfPolynomial = (p: Polynomial): string => poly.print(p);

/**
 * Sign of a ratio on a path; throws `NeedsSign` with a factor whose sign is open. `sides` are formulas whose
 * difference is the ratio.
 */
export function signOn(path: SignPath, value: Ratio, atoms: Atoms, sides: Sides | null = null): Sign {
  const open: Polynomial[] = [];
  const num = signOfPolynomial(path, value.num, atoms, open);
  if (num === 0) return 0;
  const den = signOfPolynomial(path, value.den, atoms, open);
  const [first] = open;
  if (first !== undefined) throw new NeedsSign({ on: first, sides: sidesFor(first, value, sides) });
  return num === den ? 1 : -1;
}

/** The sides, turned as `on` is, if nothing but a number has been taken off their difference. */
function sidesFor(on: Polynomial, value: Ratio, sides: Sides | null): Sides | null {
  const [a, b] = [poly.leadingTerm(on), poly.leadingTerm(value.num)];
  if (sides === null || a === undefined || b === undefined || !poly.isOne(value.den)) return null;
  const factor = exact.divide(a.coefficient, b.coefficient);
  if (!poly.equals(on, poly.scale(value.num, factor))) return null;
  return exact.sign(factor) > 0 ? sides : { left: sides.right, right: sides.left };
}

/** The product of the signs of the factors; factors whose sign is open are collected and count as positive. */
function signOfPolynomial(path: SignPath, p: Polynomial, atoms: Atoms, open: Polynomial[]): Sign {
  const sure = sureSign(atoms, p) ?? signOfAlike(path, p, atoms, open);
  if (sure !== undefined) return sure;
  const { factor, factors } = squarefree(p, atoms.charge);
  let sign: Sign = exact.sign(factor);
  for (const { base, multiplicity } of factors) {
    const one = sureSign(atoms, base) ?? knownOn(path, base) ?? signOfAlike(path, base, atoms, open);
    if (one === 0) return 0;
    if (one === undefined) open.push(oriented(base));
    else if (one < 0 && multiplicity % 2 === 1) sign = sign > 0 ? -1 : 1;
  }
  return sign;
}

/** The sign of a simpler ratio that has the same sign, such as of `P - Q` for `log P - log Q`; undefined if none is. */
function signOfAlike(path: SignPath, p: Polynomial, atoms: Atoms, open: Polynomial[]): Sign | undefined {
  if (poly.length(p) > LONGEST_ALIKE) return undefined;
  const alike = alikeOf(atoms, p)?.to;
  if (alike === undefined) return undefined;
  const num = signOfPolynomial(path, alike.num, atoms, open);
  const den = signOfPolynomial(path, alike.den, atoms, open);
  return num === 0 ? 0 : num === den ? 1 : -1;
}

/** Longer sums are not searched for something simpler: it would be longer still. */
const LONGEST_ALIKE = 12;

function knownOn(path: SignPath, base: Polynomial): Sign | undefined {
  const turned = oriented(base);
  const known = path.get(keyOfPolynomial(turned))?.sign;
  if (known === undefined || known === 0) return known;
  return poly.equals(turned, base) ? known : known > 0 ? -1 : 1;
}

/** `p` or `-p`, whichever has more positive terms: it reads better, and both have one entry in a path. */
export function oriented(p: Polynomial): Polynomial {
  const minus = poly.termsOf(p).filter((term) => exact.sign(term.coefficient) < 0).length;
  const plus = poly.length(p) - minus;
  if (minus !== plus) return minus > plus ? poly.negate(p) : p;
  const lead = poly.leadingTerm(p);
  return lead !== undefined && exact.sign(lead.coefficient) < 0 ? poly.negate(p) : p;
}

const RELATIONS: ReadonlyMap<string, Relation> = new Map([
  ["1", ">"],
  ["0", "="],
  ["-1", "<"],
  ["0,1", ">="],
  ["-1,0", "<="],
  ["-1,1", "!="],
]);

/** The relation to 0 that exactly these signs have; undefined for none and for all. */
export const relationOf = (signs: readonly Sign[]): Relation | undefined =>
  RELATIONS.get([...signs].sort((a, b) => a - b).join(","));

/** `on RELATION 0` as a person would write it: what is added on one side, what is taken away on the other. */
export function readable({ on, sides }: Subject, relation: Relation, atoms: Atoms): Comparison {
  if (sides !== null) return comparison(sides.left, relation, sides.right);
  const scaled = poly.scale(on, exact.invert(scaleOf(on)));
  const side = (sign: 1 | -1): Polynomial =>
    poly.collect(
      poly
        .termsOf(scaled)
        .flatMap((term) =>
          exact.sign(term.coefficient) === sign
            ? [{ ...term, coefficient: exact.absolute(term.coefficient) }]
            : [],
        ),
    );
  return comparison(sumToExpr(atoms, side(1)), relation, sumToExpr(atoms, side(-1)));
}

/** What to divide by: the only coefficient next to an unknown, so that it stands alone, else the common factor. */
function scaleOf(on: Polynomial): exact.Rational {
  const [term, ...more] = poly.termsOf(on).filter(({ monomial }) => monomial.length > 0);
  return term !== undefined && more.length === 0 ? exact.absolute(term.coefficient) : poly.content(on);
}

/** The signs of a path as comparisons with 0, in order. */
export const premisesOf = (path: SignPath, atoms: Atoms): readonly Comparison[] =>
  [...path.values()].map(({ on, sign }) => comparison(sumToExpr(atoms, on), relationFor(sign), number(0)));

const relationFor = (sign: Sign): Relation => (sign > 0 ? ">" : sign < 0 ? "<" : "=");

/** Sign of a polynomial at a point; undefined where it is not known or not a real number. */
export function signAtPoint(
  on: Polynomial,
  point: ReadonlyMap<string, Rational>,
  atoms: Atoms,
): Sign | undefined {
  const order = compareAt(sumToExpr(atoms, on), number(0), point);
  return order === "undecided" ? undefined : order;
}
