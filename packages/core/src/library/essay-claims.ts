import { assert } from "../base/assert.ts";
import type { Claim } from "../claim/claim.ts";
import type { Comparison } from "../expr/expr.ts";
import { readClaim } from "../syntax/read-claim.ts";
import { readComparison } from "../syntax/read-comparison.ts";
import { type ClaimSource, essayClaimSources } from "./essay-claim-sources.ts";

/**
 * A statement of the argument or of its discussion, ready to be judged. Whether it holds is not stored: the solver
 * says so. `row` is its row in `docs/coverage.md`; a row may have several, `id` is unique.
 */
export type EssayClaim = {
  readonly id: string;
  readonly row: string;
  readonly gloss: string;
  readonly claim: Claim;
  /** What is taken for granted besides the scenario's held assumptions. */
  readonly assume: readonly Comparison[];
  /** Named changes of the scenario `speed-simplicity` on which it is meant: mostly that nothing is known. */
  readonly patches: readonly string[];
};

let claims: readonly EssayClaim[] | undefined;

/** The statements of the speed + simplicity argument in the order of its rows: comments first, then the argument. */
export function essayClaims(): readonly EssayClaim[] {
  claims ??= Object.freeze(essayClaimSources.map(claimFrom));
  return claims;
}

function claimFrom({ id, gloss, claim, assume = [], patches = ["nothing-known"] }: ClaimSource): EssayClaim {
  const read = readClaim(claim);
  assert(read.ok, `the built-in claim ${id} can be read`);
  const held = assume.map((text) => {
    const comparison = readComparison(text);
    assert(comparison.ok, `the assumption ${text} of the built-in claim ${id} can be read`);
    return comparison.value;
  });
  const row = id.split("-")[0] ?? id;
  return Object.freeze({ id, row, gloss, claim: read.value, assume: Object.freeze(held), patches });
}
