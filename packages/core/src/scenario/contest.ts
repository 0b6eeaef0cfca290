import type { Comparison, Expr } from "../expr/expr.ts";

/** A program reduced to what decides: its score, and when it may compete at all. */
export type Entrant = {
  readonly id: string;
  /** The score in `g` and the unknowns of the contest; lower wins. */
  readonly score: Expr;
  /** The totals behind the score; null for a program that gives its own score. */
  readonly totals: { readonly c: Expr; readonly t: Expr } | null;
  /** Under `cap`, the program competes only where this holds. */
  readonly eligible: Comparison | null;
};

/** A fact that a derivation may use. `source` is an assumption's id or `domain: ID`. */
export type Fact = { readonly source: string; readonly comparison: Comparison };

/**
 * A scenario with every known cost and parameter put in: what the solver reads.
 * Names of unknowns are as printed in formulas: `g`, `phi`, `c(combine)`, `t(find(x))`.
 */
export type Contest = {
  readonly entrants: readonly Entrant[];
  /** Unknowns other than `g`, in order of first appearance. */
  readonly unknowns: readonly string[];
  /** The unknowns that are strictly positive; the others are limited only by `facts`. `g` is always positive. */
  readonly positive: readonly string[];
  /** Held assumptions and the domains of parameters. */
  readonly facts: readonly Fact[];
  /** Disputed assumptions: not to be used, but to say what would follow. */
  readonly disputed: readonly Fact[];
};
