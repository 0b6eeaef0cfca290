import * as exact from "@crux/core/exact";
import { divideMonomials } from "./monomial.ts";
import type { Polynomial } from "./polynomial.ts";
import * as poly from "./polynomial.ts";

/** Is told the cost of each piece of work, in steps; throws when the budget is spent. */
export type Charge = (steps: number) => void;

/** `a / b` when the division leaves no remainder, else undefined; `b` is not 0. */
export function divideExactly(a: Polynomial, b: Polynomial, charge: Charge): Polynomial | undefined {
  const lead = poly.leadingTerm(b);
  if (lead === undefined) throw new Error("bug: division by the polynomial 0");
  if (poly.length(b) === 1) return divideByTerm(a, lead);
  let rest = a;
  const quotient: poly.Term[] = [];
  for (;;) {
    const top = poly.leadingTerm(rest);
    if (top === undefined) return poly.collect(quotient);
    const monomial = divideMonomials(top.monomial, lead.monomial);
    if (monomial === undefined) return undefined;
    // the remainder is copied and searched for its largest term each time
    charge(2 * (poly.length(rest) + poly.length(b)));
    const term = { coefficient: exact.divide(top.coefficient, lead.coefficient), monomial };
    quotient.push(term);
    rest = poly.subtract(rest, poly.shift(b, term));
  }
}

/** `a / term` when it divides every term, else undefined. */
export function divideByTerm(a: Polynomial, by: poly.Term): Polynomial | undefined {
  const out: poly.Term[] = [];
  for (const { coefficient, monomial } of poly.termsOf(a)) {
    const rest = divideMonomials(monomial, by.monomial);
    if (rest === undefined) return undefined;
    out.push({ coefficient: exact.divide(coefficient, by.coefficient), monomial: rest });
  }
  return poly.collect(out);
}
