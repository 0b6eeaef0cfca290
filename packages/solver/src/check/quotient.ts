import type { Budget } from "@crux/core";
import { compare, integer, invert as invertRational, isZero, negate, type Rational } from "@crux/core/exact";
import { exactQuotient } from "./exact-quotient.ts";
import {
  commonPowers,
  contentOf,
  difference,
  inversePowers,
  isFree,
  isSame,
  monomial,
  type Polynomial,
  product,
  type Ratio,
  type Summand,
  scale,
  singleOf,
  sum,
  unit,
  wholePower,
} from "./polynomial.ts";

/** A polynomial as a quotient. */
export const whole = (num: Polynomial): Ratio => ({ num, den: unit });

/** The same quotient with a simpler denominator, where that is easy to see. */
function tidy(num: Polynomial, den: Polynomial, budget: Budget): Ratio {
  if (num.size === 0) return whole(num);
  if (isSame(num, den)) return whole(unit);
  const multiple = exactQuotient(num, den, budget);
  if (multiple !== undefined) return whole(multiple);
  const single = singleOf(den);
  if (single?.powers.every(([atom]) => isFree(atom) || atom.kind === "prime")) {
    const inverse = monomial({ num: 1n, den: 1n }, inversePowers(single.powers));
    const factor = { num: single.coefficient.den, den: single.coefficient.num };
    const upright = factor.den < 0n ? { num: -factor.num, den: -factor.den } : factor;
    return whole(scale(product(num, inverse, budget), upright));
  }
  const content = contentOf(den);
  const shrink = { num: content.den, den: content.num };
  const shared = inversePowers(commonPowers(den));
  if (shared.length === 0) return { num: scale(num, shrink), den: scale(den, shrink) };
  const factor = monomial(shrink, shared);
  return { num: product(num, factor, budget), den: product(den, factor, budget) };
}

/** The sum of two quotients. */
export function addRatios(a: Ratio, b: Ratio, budget: Budget): Ratio {
  if (isSame(a.den, b.den)) return tidy(sum(a.num, b.num), a.den, budget);
  const num = sum(product(a.num, b.den, budget), product(b.num, a.den, budget));
  return tidy(num, product(a.den, b.den, budget), budget);
}

/** The quotient times a number. */
export const scaleRatio = (a: Ratio, factor: Rational): Ratio =>
  isZero(factor) ? whole(scale(a.num, factor)) : { num: scale(a.num, factor), den: a.den };

/** The quotient with the other sign. */
export const negateRatio = (a: Ratio): Ratio => scaleRatio(a, negate(integer(1)));

/** The difference of two quotients. */
export const subtractRatios = (a: Ratio, b: Ratio, budget: Budget): Ratio =>
  addRatios(a, negateRatio(b), budget);

/** The product of two quotients. */
export const multiplyRatios = (a: Ratio, b: Ratio, budget: Budget): Ratio =>
  tidy(product(a.num, b.num, budget), product(a.den, b.den, budget), budget);

/** The quotient turned upside down; its numerator is not zero. */
export const invertRatio = (a: Ratio, budget: Budget): Ratio => tidy(a.den, a.num, budget);

/** The quotient to a whole power; a negative power needs a numerator that is not zero. */
export function powerOfRatio(a: Ratio, exponent: number, budget: Budget): Ratio {
  const base = exponent < 0 ? invertRatio(a, budget) : a;
  const times = Math.abs(exponent);
  return tidy(wholePower(base.num, times, budget), wholePower(base.den, times, budget), budget);
}

/** Whether two quotients are seen to be equal wherever both are defined. */
export const sameRatio = (a: Ratio, b: Ratio, budget: Budget): boolean =>
  difference(product(a.num, b.den, budget), product(b.num, a.den, budget)).size === 0;

/** `a / b`, with a common factor cancelled where one numerator or denominator divides the other. */
export function divideRatios(a: Ratio, b: Ratio, budget: Budget): Ratio {
  const { num, den } = multiplyRatios(a, invertRatio(b, budget), budget);
  if (singleOf(den) !== undefined || num.size === 0) return { num, den };
  const whole = dividedExactly(num, den, budget);
  if (whole !== undefined) return { num: whole, den: unit };
  const part = dividedExactly(den, num, budget);
  return part === undefined ? { num, den } : tidy(unit, part, budget);
}

/** `p / q` where that is a polynomial, by long division; undefined where none is found. */
function dividedExactly(p: Polynomial, q: Polynomial, budget: Budget): Polynomial | undefined {
  const lead = leading(q);
  if (lead === undefined) return undefined;
  if (!canDivide(lead)) return bySummand(p, q, budget);
  const inverse = monomial(invertRational(lead.coefficient), inversePowers(lead.powers));
  let rest = p;
  let result: Polynomial = new Map();
  for (let step = 0; step < 2 * p.size + 8; step += 1) {
    const top = leading(rest);
    if (top === undefined) return result;
    const term = product(monomial(top.coefficient, top.powers), inverse, budget);
    result = sum(result, term);
    rest = difference(rest, product(term, q, budget));
  }
  return undefined;
}

const canDivide = ({ powers }: Summand): boolean =>
  powers.every(([atom]) => isFree(atom) || atom.kind === "prime");

/** `p / q` where that is a single summand. */
function bySummand(p: Polynomial, q: Polynomial, budget: Budget): Polynomial | undefined {
  const below = [...q.values()].find(canDivide);
  if (below === undefined || p.size !== q.size) return undefined;
  const inverse = monomial(invertRational(below.coefficient), inversePowers(below.powers));
  for (const top of p.values()) {
    const term = product(monomial(top.coefficient, top.powers), inverse, budget);
    if (isSame(p, product(term, q, budget))) return term;
  }
  return undefined;
}

/** The greatest summand: by the exponent of the first atom in which two differ; undefined for 0. */
export function leading(p: Polynomial): Summand | undefined {
  const atoms = [
    ...new Set([...p.values()].flatMap(({ powers }) => powers.map(([atom]) => atom.key))),
  ].sort();
  const exponent = ({ powers }: Summand, key: string): Rational =>
    powers.find(([atom]) => atom.key === key)?.[1] ?? integer(0);
  const isGreater = (a: Summand, b: Summand): boolean => {
    for (const key of atoms) {
      const order = compare(exponent(a, key), exponent(b, key));
      if (order !== 0) return order > 0;
    }
    return false;
  };
  return [...p.values()].reduce<Summand | undefined>(
    (best, one) => (best === undefined || isGreater(one, best) ? one : best),
    undefined,
  );
}
