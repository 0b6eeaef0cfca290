import { type Budget, type Expr, evaluate } from "@crux/core";
import { compare, enclosed, parseRational } from "@crux/core/exact";
import type { Value } from "../query/answer.ts";
import { numberAt } from "./read-text.ts";
import { demand, type Path, refuse } from "./refusal.ts";
import type { ClaimedRoot } from "./roots-question.ts";
import { checkDecimal, type Spot } from "./spot.ts";

const STEP = "check a number";

/** The closed form or range of a numeric solution; its digits are checked by `checkDigits` once its place is known. */
export function claimedRoot(
  value: Value & { readonly multiplicity: number; readonly flips: boolean },
  path: Path,
  budget: Budget,
): ClaimedRoot {
  budget.spend(1, "reading a number");
  const { multiplicity, flips } = value;
  const exact = value.exact === null ? null : numberAt(value.exact, [...path, "exact"]);
  if (exact !== null) {
    demand(value.isolating === undefined, STEP, [...path, "isolating"], "a closed form needs no range");
    return { exact, isolating: null, multiplicity, flips };
  }
  const [low, high] = value.isolating ?? refuse(STEP, path, "it has neither a closed form nor a range");
  const ends = [parseRational(low), parseRational(high)] as const;
  const [from, to] = ends;
  if (from === undefined || to === undefined)
    return refuse(STEP, [...path, "isolating"], "its ends are not fractions");
  demand(compare(from, to) < 0, STEP, [...path, "isolating"], "the range is empty");
  return { exact: null, isolating: [from, to], multiplicity, flips };
}

/** Refuses unless the value has the 30 digits of the number. */
export function checkDigits(value: Value, spot: Spot, path: Path, budget: Budget): void {
  const decimal = value.decimal ?? refuse(STEP, path, "it has no decimal digits");
  checkDecimal(decimal, spot, [...path, "decimal"], budget);
}

/** Refuses unless the value is the exact number `is`, in a closed form that is seen to be equal, with its digits. */
export function checkClosed(
  value: Value,
  spot: Spot,
  same: (exact: Expr) => boolean,
  path: Path,
  budget: Budget,
): void {
  const exact = numberAt(value.exact ?? refuse(STEP, path, "it has no closed form"), [...path, "exact"]);
  demand(value.isolating === undefined, STEP, [...path, "isolating"], "a closed form needs no range");
  demand(same(exact), STEP, [...path, "exact"], "it is another number");
  checkDigits(value, spot, path, budget);
}

/** Whether a formula without unknowns is a real number. */
export function isRealNumber(expr: Expr): boolean {
  const value = evaluate(expr, new Map(), 64);
  return (
    value.kind === "exact" || (value.kind === "enclosed" && enclosed.endsOf(value.range).low !== undefined)
  );
}
