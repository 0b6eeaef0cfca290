import type { Rational } from "@crux/core";
import { compare, sign } from "@crux/core/exact";
import type { RootsProof } from "../certificate/roots-proof.ts";
import type { Real } from "./real.ts";

/** Where roots are looked for; a missing end is infinite. Ends belong to it only where it says so. */
export type Domain = {
  readonly low: Rational | null;
  readonly high: Rational | null;
  readonly lowIncluded?: boolean;
  readonly highIncluded?: boolean;
};

/** `(0, oo)`. */
export const positiveDomain: Domain = Object.freeze({ low: Object.freeze({ num: 0n, den: 1n }), high: null });

/** Sign of `left - right` on one side of a point; null where it is not a real number there, or outside the domain. */
export type Side = -1 | 0 | 1 | null;

/** A point of the domain at which both sides of the equation are real and equal. */
export type Root = {
  readonly at: Real;
  /** Order of the zero; 1 where there is none, at a corner of `abs`, `min` or `max` or at an edge of the region of definition. */
  readonly multiplicity: number;
  /** Whether `left - right` has opposite signs just before and just after. */
  readonly flips: boolean;
  readonly before: Side;
  readonly after: Side;
};

/**
 * A point of the domain around which `left - right` is not everywhere a real number although it is on one side at
 * least: a pole, a gap (as of `(g^2-1)/(g-1)` at 1) or an edge (as of `sqrt(g-2)` at 2; there it may be a root too).
 */
export type Break = { readonly at: Real; readonly before: Side; readonly after: Side };

/** All there is to know about the zeros of `left - right` on a domain. */
export type RootList =
  | {
      readonly kind: "roots";
      /** Ascending and complete. */
      readonly roots: readonly Root[];
      /** Ascending and complete. The sign of `left - right` is constant between neighbours among roots and breaks. */
      readonly breaks: readonly Break[];
      readonly proof: RootsProof;
    }
  /** The sides are equal wherever both are real; they are not real at the breaks. */
  | { readonly kind: "everywhere"; readonly breaks: readonly Break[]; readonly proof: RootsProof }
  /** The difference of the sides is a real number nowhere in the domain. */
  | { readonly kind: "undefined"; readonly reason: string; readonly proof: RootsProof }
  /** Not decided; `missing` says what could not be shown. */
  | { readonly kind: "undecided"; readonly missing: string };

/** Whether a domain holds positive numbers only. */
export const isPositiveDomain = ({ low, lowIncluded }: Domain): boolean =>
  low !== null && (sign(low) > 0 || (sign(low) === 0 && lowIncluded !== true));

/** Whether a fraction belongs to the domain. */
export function inDomain(domain: Domain, x: Rational): boolean {
  const below = domain.low === null ? 1 : compare(x, domain.low);
  const above = domain.high === null ? -1 : compare(x, domain.high);
  return (
    (below > 0 || (below === 0 && domain.lowIncluded === true)) &&
    (above < 0 || (above === 0 && domain.highIncluded === true))
  );
}
