import type { Expr } from "@crux/core";
import type { Rational } from "@crux/core/exact";
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

/** Where is a formula in one unknown zero? */
export type RootsQuestion = { readonly f: Expr; readonly of: string; readonly domain: Domain };

/** A zero as an answer gives it. */
export type ClaimedRoot = {
  readonly exact: Expr | null;
  readonly isolating: readonly [Rational, Rational] | null;
  readonly multiplicity: number;
  readonly flips: boolean;
};
