import { type Budget, type Expr, subtract } from "@crux/core";
import { analyticRoots } from "./analytic-roots.ts";
import { byCases, firstChoice } from "./by-cases.ts";
import { byFactors } from "./by-factors.ts";
import { byLine } from "./by-line.ts";
import { byLogarithms } from "./by-logarithms.ts";
import { byTwoTerms } from "./by-two-terms.ts";
import { byNorm } from "./norm.ts";
import { readRationalFunction } from "./rational-function.ts";
import { rationalRoots } from "./rational-roots.ts";
import { type Domain, positiveDomain, type RootList } from "./root-list.ts";
import { bySubstitution } from "./substitution.ts";

/** An equation in one unknown, with numbers only besides it. */
export type RootProblem = {
  readonly left: Expr;
  readonly right: Expr;
  /** Name of the unknown, as `nameOf` gives it. */
  readonly of: string;
  /** `(0, oo)` unless given. */
  readonly domain?: Domain;
};

/**
 * Every real solution of `left = right` in the domain, exactly, with multiplicities and signs: complete or "undecided".
 * Throws `Spent` when the budget is used up.
 */
export function isolateRoots(problem: RootProblem, budget: Budget): RootList {
  const { left, right, of, domain = positiveDomain } = problem;
  return isolateZeros(subtract(left, right), of, domain, budget);
}

function isolateZeros(difference: Expr, of: string, domain: Domain, budget: Budget): RootList {
  const quotient = readRationalFunction(difference, of, budget);
  if (quotient !== undefined) return rationalRoots(quotient, domain, budget);
  const solvePart = (part: Expr): RootList => isolateZeros(part, of, domain, budget);
  // Decided one by one, an `abs`, `min` or `max` leaves formulas without corners, whose proofs are easy to follow.
  const choice = firstChoice(difference, of);
  const cases = choice === undefined ? undefined : byCases(difference, choice, of, domain, solvePart, budget);
  if (cases !== undefined && cases.kind !== "undecided") return cases;
  const list = analyticRoots(
    difference,
    of,
    domain,
    solvePart,
    [bySubstitution, byLine, byFactors(solvePart), byNorm, byLogarithms(solvePart)],
    budget,
  );
  if (list.kind !== "undecided") return list;
  if (cases !== undefined) return cases;
  const solveLogs = (part: Expr): RootList => {
    const others = [bySubstitution, byLine, byFactors(solveLogs), byNorm];
    return analyticRoots(part, of, domain, solvePart, others, budget);
  };
  return analyticRoots(difference, of, domain, solvePart, [byTwoTerms(solveLogs, list.missing)], budget);
}
