import type { Expr } from "@crux/core";
import type { Rational } from "@crux/core/exact";
import type { Spot } from "./spot.ts";
import type { End } from "./univariate.ts";

/** An open or half-open range of the unknown. */
export type Domain = {
  readonly low: End;
  readonly high: End;
  /** Whether the ends belong to it. */
  readonly hasLow: boolean;
  readonly hasHigh: boolean;
};

/** All positive numbers. */
export const positive: Domain = { low: { num: 0n, den: 1n }, high: "oo", hasLow: false, hasHigh: false };

/** Whether the domain holds positive numbers only. */
export const isPositiveDomain = ({ low, hasLow }: Domain): boolean =>
  typeof low !== "string" && (low.num > 0n || (low.num === 0n && !hasLow));

/** Where is a formula in one unknown zero? */
export type RootsQuestion = { readonly f: Expr; readonly of: string; readonly domain: Domain };

/** Where an answer says that a zero is: by a closed form, or between two fractions. */
export type ClaimedPlace = {
  readonly exact: Expr | null;
  readonly isolating: readonly [Rational, Rational] | null;
};

/** A zero as an answer gives it. */
export type ClaimedRoot = ClaimedPlace & { readonly multiplicity: number; readonly flips: boolean };

/** A zero that has been checked. */
export type FoundRoot = { readonly spot: Spot; readonly multiplicity: number; readonly flips: boolean };
