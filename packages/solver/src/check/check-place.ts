import { type Budget, number } from "@crux/core";
import { compare, parseRational } from "@crux/core/exact";
import type { Value } from "../query/answer.ts";
import { numberAt } from "./read-text.ts";
import { demand, type Path, refuse } from "./refusal.ts";
import { checkDecimal, compareSpots, enclose, type Spot } from "./spot.ts";
import { isZeroNumber } from "./zero-number.ts";

const STEP = "check a number";

/**
 * Refuses a value unless it is this number: in a closed form or a range around it, and with its 30 digits. Where
 * `others` names all other numbers that could be meant, the range may be any that leaves them out.
 */
export function checkPlace(
  value: Value,
  spot: Spot,
  path: Path,
  budget: Budget,
  others?: readonly Spot[],
): void {
  let known = spot;
  if (value.exact !== null) {
    demand(value.isolating === undefined, STEP, [...path, "isolating"], "a closed form needs no range");
    const exact: Spot = { kind: "closed", expr: numberAt(value.exact, [...path, "exact"]) };
    demand(
      isSameNumber(exact, spot, budget),
      STEP,
      [...path, "exact"],
      `it is another number: ${value.exact}`,
    );
    known = exact;
  }
  const decimal = value.decimal ?? refuse(STEP, path, "it has no decimal digits");
  checkDecimal(decimal, known, [...path, "decimal"], budget);
  if (value.exact === null) checkIsolating(value, spot, path, budget, others);
}

/** Whether two numbers are seen to be the same. */
export function isSameNumber(a: Spot, b: Spot, budget: Budget): boolean {
  if (a.kind === "closed" && b.kind === "closed") {
    return isZeroNumber({ kind: "subtract", left: a.expr, right: b.expr }, budget);
  }
  return compareSpots(a, b, budget) === 0;
}

function checkIsolating(
  value: Value,
  spot: Spot,
  path: Path,
  budget: Budget,
  others: readonly Spot[] | undefined,
): void {
  const place = [...path, "isolating"];
  const [low, high] = (value.isolating ?? []).map(parseRational);
  if (low === undefined || high === undefined) refuse(STEP, path, "it has neither a closed form nor a range");
  demand(spot.kind === "crossing", STEP, [...path, "exact"], "the closed form is missing");
  const isAround = (bits: number): boolean => {
    const found = enclose(spot, bits, budget);
    return found !== undefined && compare(low, found.low) < 0 && compare(found.high, high) < 0;
  };
  demand([64, 256].some(isAround), STEP, place, "it does not enclose this root");
  // The range of the spot holds this root only; a range that lies within it does so, too.
  const isWithin = compare(spot.range.low, low) <= 0 && compare(high, spot.range.high) <= 0;
  const end = (at: typeof low): Spot => ({ kind: "closed", expr: number(at) });
  const leavesOut = (other: Spot): boolean =>
    other === spot ||
    compareSpots(other, end(low), budget) === -1 ||
    compareSpots(other, end(high), budget) === 1;
  demand(isWithin || others?.every(leavesOut) === true, STEP, place, "it may enclose another root");
}
