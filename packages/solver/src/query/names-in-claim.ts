import { type Claim, unknownsOfComparison, unreachable } from "@crux/core";

/** What a claim speaks of. */
export type ClaimNames = { readonly programs: readonly string[]; readonly names: readonly string[] };

/** Programs in `wins` and `dominates`, and the names in its formulas, each once, in order of appearance. */
export function namesInClaim(claim: Claim): ClaimNames {
  switch (claim.kind) {
    case "comparison":
      return { programs: [], names: unknownsOfComparison(claim.comparison) };
    case "wins":
      return { programs: [claim.program], names: [] };
    case "dominates":
      return { programs: [claim.program, claim.other], names: [] };
    case "not":
    case "exists-g":
      return namesInClaim(claim.of);
    case "and":
    case "or":
    case "implies":
    case "iff": {
      const [left, right] = [namesInClaim(claim.left), namesInClaim(claim.right)];
      return {
        programs: [...new Set([...left.programs, ...right.programs])],
        names: [...new Set([...left.names, ...right.names])],
      };
    }
    default:
      return unreachable(claim);
  }
}
