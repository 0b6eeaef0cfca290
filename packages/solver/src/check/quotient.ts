import type { Budget } from "@crux/core";
import { integer, isZero, negate, type Rational } from "@crux/core/exact";
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
