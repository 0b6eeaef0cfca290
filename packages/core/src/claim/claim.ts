import type { Comparison } from "../expr/expr.ts";

/** A statement that the solver can judge. It is meant for all admissible values, or for some `g` if it says so. */
export type Claim =
  | { readonly kind: "comparison"; readonly comparison: Comparison }
  | { readonly kind: "wins"; readonly program: string }
  | { readonly kind: "dominates"; readonly program: string; readonly other: string }
  | { readonly kind: "not"; readonly of: Claim }
  | { readonly kind: "and" | "or" | "implies" | "iff"; readonly left: Claim; readonly right: Claim }
  | { readonly kind: "exists-g"; readonly of: Claim };
