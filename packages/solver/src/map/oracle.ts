import type { Comparison, Rational } from "@crux/core";
import type { ClaimProof } from "../certificate/claim-proof.ts";

/** Whether comparisons can hold together: at this point they do, by this proof they never do, or it is not known. */
export type Possibility =
  | { readonly kind: "possible"; readonly point: ReadonlyMap<string, Rational> }
  | { readonly kind: "impossible"; readonly proof: ClaimProof }
  | { readonly kind: "undecided"; readonly missing: string };

/** What a case analysis asks about comparisons in the unknowns. Premises come after the facts of the contest. */
export type Oracle = {
  readonly together: (premises: readonly Comparison[]) => Possibility;
  /** A proof that the goal follows; null when none is found. */
  readonly proofOf: (premises: readonly Comparison[], goal: Comparison) => ClaimProof | null;
};
