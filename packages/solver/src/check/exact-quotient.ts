import type { Budget } from "@crux/core";
import { divide, type Rational, sign, subtract, zero } from "@crux/core/exact";
import {
  difference,
  inversePowers,
  isFree,
  monomial,
  type Polynomial,
  type Powers,
  product,
  type Summand,
  singleOf,
  sum,
  zeroPolynomial,
} from "./polynomial.ts";

/** Longest quotient that is looked for. */
const MOST_SUMMANDS = 24;

/** `p / by`, if long division leaves nothing over and no atom that has to stay above; undefined where it does not. */
export function exactQuotient(p: Polynomial, by: Polynomial, budget: Budget): Polynomial | undefined {
  const lead = leading(by);
  if (lead === undefined || by.size < 2 || !lead.powers.every(([atom]) => isFree(atom))) return undefined;
  const under = inversePowers(lead.powers);
  let rest = p;
  let quotient = zeroPolynomial;
  for (let steps = 0; steps < MOST_SUMMANDS; steps++) {
    const top = leading(rest);
    if (top === undefined) return quotient;
    const coefficient = divide(top.coefficient, lead.coefficient);
    const next = product(monomial(coefficient, top.powers), monomial({ num: 1n, den: 1n }, under), budget);
    if (singleOf(next)?.powers.every(([, exponent]) => sign(exponent) > 0) !== true) return undefined;
    quotient = sum(quotient, next);
    rest = difference(rest, product(by, next, budget));
  }
  return undefined;
}

/** The summand that comes last in the order of words of atoms. */
function leading(p: Polynomial): Summand | undefined {
  let best: Summand | undefined;
  for (const one of p.values()) if (best === undefined || order(one.powers, best.powers) > 0) best = one;
  return best;
}

/** By the exponent of the first atom in which two products differ. */
function order(a: Powers, b: Powers): number {
  for (let i = 0, j = 0; ; ) {
    const [one, other] = [a[i], b[j]];
    if (one === undefined && other === undefined) return 0;
    const isFirst = other === undefined || (one !== undefined && one[0].key <= other[0].key);
    const isSecond = one === undefined || (other !== undefined && other[0].key <= one[0].key);
    const gap: Rational = subtract((isFirst && one?.[1]) || zero, (isSecond && other?.[1]) || zero);
    if (sign(gap) !== 0) return sign(gap);
    if (isFirst) i++;
    if (isSecond) j++;
  }
}
