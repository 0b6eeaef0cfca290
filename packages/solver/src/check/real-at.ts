import { type Budget, type Expr, evaluate, substitute } from "@crux/core";
import { enclosed } from "@crux/core/exact";
import { conditionsOf } from "./conditions.ts";
import { enclose, type Spot } from "./spot.ts";

/** What a formula can be worth at a number, as sign where all of it has one; undefined where nothing is known. */
export function signAtSpot(
  expr: Expr,
  of: string,
  spot: Spot,
  budget: Budget,
): -1 | 0 | 1 | "unreal" | undefined {
  for (const bits of [64, 256, 1024]) {
    const range = enclose(spot, bits, budget);
    if (range === undefined) return undefined;
    const box = enclosed.encloseRange(range.low, range.high, bits + 32);
    const value = evaluate(expr, new Map([[of, box]]), bits + 32);
    if (value.kind === "undefined") return "unreal";
    const found =
      value.kind === "exact"
        ? enclosed.signOf(enclosed.encloseRational(value.value, 64))
        : value.kind === "enclosed"
          ? enclosed.signOf(value.range)
          : undefined;
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Whether a formula is seen to be a real number there. */
export function isRealAt(expr: Expr, of: string, spot: Spot, budget: Budget): boolean {
  if (spot.kind === "closed") {
    const value = evaluate(substitute(expr, new Map([[of, spot.expr]])), new Map(), 256);
    if (value.kind === "exact" || value.kind === "enclosed") return true;
    if (value.kind === "undefined") return false;
  }
  return conditionsOf(expr).every(({ expr: part, relation }) => {
    const found = signAtSpot(part, of, spot, budget);
    return found === 1 || (found === -1 && relation === "!=") || (found === 0 && relation === ">=");
  });
}
