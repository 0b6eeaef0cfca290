import { type Budget, compareAt, type Expr, number, substitute } from "@crux/core";
import { toRationalFunction } from "./rational-function.ts";
import type { ClaimedPlace, RootsQuestion } from "./roots-question.ts";
import { countRoots } from "./univariate.ts";
import { isZeroNumber } from "./zero-number.ts";

/** Whether a function is seen to be 0 at a place: exactly there, or by a change of sign within its range. */
export function vanishesAt(
  expr: Expr,
  place: ClaimedPlace,
  question: RootsQuestion,
  budget: Budget,
): boolean {
  if (place.exact !== null)
    return isZeroNumber(substitute(expr, new Map([[question.of, place.exact]])), budget);
  const [low, high] = place.isolating ?? [];
  if (low === undefined || high === undefined) return false;
  const rational = toRationalFunction(expr, question.of, budget);
  if (rational !== undefined)
    return rational.zeros.length > 0 && countRoots(rational.zeros, low, high, budget) > 0;
  const [below, above] = [low, high].map((x) => compareAt(expr, number(0), new Map([[question.of, x]])));
  return below !== above && below !== "undecided" && above !== "undecided";
}
