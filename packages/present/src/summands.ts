import type { Expr } from "@crux/core";

/** One summand of a sum: what is added or taken away. */
export type Summand = { readonly sign: 1 | -1; readonly expr: Expr };

/** The summands of a formula, split at every plus and minus that is not inside brackets of another operation. */
export function summandsOf(expr: Expr, sign: 1 | -1 = 1): Summand[] {
  const flipped = sign === 1 ? -1 : 1;
  switch (expr.kind) {
    case "add":
      return [...summandsOf(expr.left, sign), ...summandsOf(expr.right, sign)];
    case "subtract":
      return [...summandsOf(expr.left, sign), ...summandsOf(expr.right, flipped)];
    case "negate":
      return summandsOf(expr.of, flipped);
    default:
      return [{ sign, expr }];
  }
}
