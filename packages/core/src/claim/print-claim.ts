import { unreachable } from "../base/assert.ts";
import { printComparison } from "../expr/print-expr.ts";
import type { Claim } from "./claim.ts";

const BINDING = { iff: 1, implies: 2, or: 3, and: 4, not: 5 } as const;

/** The claim as text with the fewest brackets; reading it gives the same claim. */
export const printClaim = (claim: Claim): string => printed(claim, 0);

function printed(claim: Claim, least: number): string {
  switch (claim.kind) {
    case "comparison":
      return printComparison(claim.comparison);
    case "wins":
      return `wins(${claim.program})`;
    case "dominates":
      return `dominates(${claim.program}, ${claim.other})`;
    case "not":
      return `not ${printed(claim.of, BINDING.not)}`;
    case "exists-g":
      return `exists g: ${printed(claim.of, 0)}`;
    case "and":
    case "or":
    case "implies":
    case "iff": {
      const binding = BINDING[claim.kind];
      const isRight = claim.kind === "implies";
      const left = printed(claim.left, isRight ? binding + 1 : binding);
      const right = printed(claim.right, isRight ? binding : binding + 1);
      const text = `${left} ${claim.kind} ${right}`;
      return binding < least ? `(${text})` : text;
    }
    default:
      return unreachable(claim);
  }
}
