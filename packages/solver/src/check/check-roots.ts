import type { Budget } from "@crux/core";
import type { RootsProof } from "../certificate/roots-proof.ts";
import { createAlgebra } from "./algebra.ts";
import { checkSturm } from "./check-sturm.ts";
import { isIdenticallyZero } from "./normal-form.ts";
import { demand, type Path, refuse } from "./refusal.ts";
import type { ClaimedRoot, Domain, RootsQuestion } from "./roots-question.ts";
import { compareSpots, type Spot } from "./spot.ts";
import type { End } from "./univariate.ts";

const STEP = "check that the roots are complete";

/**
 * Refuses `roots` unless they are all the zeros in the domain, ascending, with their multiplicities and flips.
 * Gives back where they are, or `everywhere` where the function is zero wherever it is defined.
 */
export function checkRoots(
  question: RootsQuestion,
  proof: RootsProof,
  roots: readonly ClaimedRoot[],
  path: Path,
  budget: Budget,
): readonly Spot[] | "everywhere" {
  if (proof.kind === "identical") {
    const isPositive = (name: string): boolean => name === question.of && isPositiveDomain(question.domain);
    const isZero = isIdenticallyZero(question.f, createAlgebra(isPositive, budget));
    demand(isZero, STEP, path, "it is not seen to be zero everywhere");
    demand(roots.length === 0, STEP, path, "roots are listed though it is zero everywhere");
    return "everywhere";
  }
  if (proof.kind === "pieces") return refuse(STEP, path, "pieces are not checked yet");
  const spots = checkSturm(question, roots, path, budget);
  checkOrder(spots, question.domain, path, budget);
  return spots;
}

/** Whether the domain holds positive numbers only. */
export const isPositiveDomain = ({ low, hasLow }: Domain): boolean =>
  typeof low !== "string" && (low.num > 0n || (low.num === 0n && !hasLow));

function checkOrder(spots: readonly Spot[], domain: Domain, path: Path, budget: Budget): void {
  for (const [index, spot] of spots.entries()) {
    const before = spots[index - 1];
    const rises = before === undefined || compareSpots(before, spot, budget) === -1;
    demand(rises, STEP, [...path, index], "it is not above the one before it");
    demand(isInside(spot, domain, budget), STEP, [...path, index], "it is outside of the domain");
  }
}

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
