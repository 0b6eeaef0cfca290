import { essayClaims, printClaim, printComparison } from "@crux/core";
import { entriesOf, type ScenarioJson, valueAt } from "../../client/scenario-json.ts";

/** A statement to be judged, with where it comes from. */
export type ReadyClaim = {
  readonly id: string;
  readonly gloss: string;
  readonly claim: string;
  readonly assume: readonly string[];
  /** The scenario that it is about. */
  readonly scenario: { readonly library: string; readonly patches: readonly string[] };
};

const MARKS = ["get_base_obj", "simplest_obj", "combine"];

/** Whether a scenario is about the argument's programs, whatever has been changed in it. */
export function isEssay(draft: ScenarioJson): boolean {
  const terms = entriesOf(draft, "terms").map((term) => valueAt(term, ["id"]));
  return MARKS.every((id) => terms.includes(id));
}

/** The argument's own statements. */
export function readyClaims(): readonly ReadyClaim[] {
  return essayClaims().map(({ id, gloss, claim, assume, patches }) => ({
    id,
    gloss,
    claim: printClaim(claim),
    assume: assume.map(printComparison),
    scenario: { library: "speed-simplicity", patches },
  }));
}
