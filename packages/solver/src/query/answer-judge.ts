import type { Claim, Comparison, Scenario } from "@crux/core";
import { contestOf, expandComparison } from "@crux/core";
import { judge } from "../prove/judge.ts";
import type { JudgeAnswer } from "./answer.ts";
import type { Query } from "./request.ts";
import type { Work } from "./work.ts";

/** The verdict on a claim, about a scenario with what it knows put in, or about free positive unknowns. */
export function answerJudge(
  scenario: Scenario | null,
  { claim, assume }: Query & { kind: "judge" },
  work: Work,
): JudgeAnswer {
  const expand = (one: Comparison): Comparison => (scenario === null ? one : expandComparison(scenario, one));
  const task = {
    claim: mapComparisons(claim, expand),
    assume: assume.map(expand),
    contest: scenario === null ? null : contestOf(scenario),
  };
  const { answer, proof } = judge(task, work.budget);
  return {
    ...answer,
    certificate: proof === null ? null : work.certify(() => ({ kind: "claim", claim: proof })),
  };
}

/** The claim with each comparison in it changed. */
function mapComparisons(claim: Claim, change: (one: Comparison) => Comparison): Claim {
  switch (claim.kind) {
    case "comparison":
      return { kind: claim.kind, comparison: change(claim.comparison) };
    case "wins":
    case "dominates":
      return claim;
    case "not":
    case "exists-g":
      return { kind: claim.kind, of: mapComparisons(claim.of, change) };
    default:
      return {
        kind: claim.kind,
        left: mapComparisons(claim.left, change),
        right: mapComparisons(claim.right, change),
      };
  }
}
