import type { Budget } from "@crux/core";
import type { Domain } from "./roots-question.ts";
import { compareSpots, type Spot } from "./spot.ts";
import type { End } from "./univariate.ts";

/** Whether a number is proved to lie in the domain. */
export function isInside(spot: Spot, domain: Domain, budget: Budget): boolean {
  const against = (end: End): -1 | 0 | 1 | undefined =>
    end === "-oo"
      ? 1
      : end === "oo"
        ? -1
        : compareSpots(spot, { kind: "closed", expr: { kind: "number", value: end } }, budget);
  const [low, high] = [against(domain.low), against(domain.high)];
  return (low === 1 || (low === 0 && domain.hasLow)) && (high === -1 || (high === 0 && domain.hasHigh));
}
