import type { Polynomial } from "./polynomial.ts";

/**
 * A quotient of polynomials in lowest terms. The denominator has whole coefficients without common factor
 * and a positive leading coefficient. Equal values have a difference whose numerator is 0.
 */
export type Ratio = { readonly num: Polynomial; readonly den: Polynomial };
