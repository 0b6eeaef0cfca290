import type { Comparison, Expr } from "../expr/expr.ts";

/** Keys that this version does not know; kept so that a round trip loses nothing. */
export type Extra = Readonly<Record<string, unknown>>;

/** A named part of a program. A missing cost is an unknown: a positive symbol `c(id)` or `t(id)`. */
export type Term = {
  readonly id: string;
  readonly label: string | null;
  readonly gloss: string | null;
  readonly c: Expr | null;
  readonly t: Expr | null;
  readonly extra: Extra;
};

/** A symbol that formulas may use by its id. Without a value it is an unknown, limited by its domain. */
export type Parameter = {
  readonly id: string;
  readonly label: string | null;
  readonly gloss: string | null;
  readonly unit: string | null;
  readonly value: Expr | null;
  /** Comparisons that limit the parameter; null means the default, positive. */
  readonly domain: readonly Comparison[] | null;
  readonly extra: Extra;
};

/** What a program costs: two sums that the exchange rate combines, or one score of its own. */
export type ProgramCost =
  | { readonly kind: "sum"; readonly c: Expr; readonly t: Expr }
  | { readonly kind: "score"; readonly score: Expr };

/** A competing program. */
export type Program = {
  readonly id: string;
  readonly name: string;
  readonly symbol: string | null;
  readonly gloss: string | null;
  readonly deceptive: boolean | null;
  readonly pseudocode: string | null;
  readonly cost: ProgramCost;
  readonly extra: Extra;
};

/** A fact that a derivation may use (`held`), must not use (`disputed`), or no longer concerns (`dropped`). */
export type Assumption = {
  readonly id: string;
  readonly statement: Comparison;
  readonly gloss: string | null;
  readonly status: "held" | "disputed" | "dropped";
  readonly extra: Extra;
};

/** How complexity is priced in time, and whether a program's total is priced or each summand. */
export type Exchange = { readonly apply: "sum" | "terms"; readonly extra: Extra } & (
  | { readonly family: "linear" | "log" | "levin" }
  | { readonly family: "affine"; readonly offset: Expr }
  | { readonly family: "power"; readonly exponent: Expr }
  | { readonly family: "exponential"; readonly base: Expr }
  | { readonly family: "cap"; readonly cap: Expr }
  | { readonly family: "custom"; readonly rate: Expr }
);

/** A set-up in which programs compete: who wins at which exchange rate `g`? */
export type Scenario = {
  readonly title: string;
  readonly summary: string;
  readonly exchange: Exchange;
  readonly terms: readonly Term[];
  readonly parameters: readonly Parameter[];
  readonly programs: readonly Program[];
  readonly assumptions: readonly Assumption[];
  readonly extra: Extra;
};
