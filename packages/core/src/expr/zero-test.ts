import type { Env } from "./evaluate.ts";
import type { Expr } from "./expr.ts";

/** Whether `expr` is proved to be 0 at the point by algebra. */
export function isZeroByAlgebra(_expr: Expr, _env: Env): boolean {
  return false;
}
