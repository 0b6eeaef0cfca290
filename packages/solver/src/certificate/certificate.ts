import type { ClaimProof } from "./claim-proof.ts";
import type { MapProof } from "./map-proof.ts";
import type { RootsProof } from "./roots-proof.ts";
import type { SymbolicProof } from "./symbolic-proof.ts";

/** Why an answer is right, as data: with the request inside, it stands alone and anyone can check it. */
export type Certificate = {
  readonly format: "crux/certificate";
  readonly version: 1;
  /** The request as JSON, with the scenario written out, not named. */
  readonly request: { readonly scenario: unknown; readonly query: unknown };
  readonly proof: Proof;
};

/** One kind of proof for each kind of answer. `recompute` says that the checker only has to calculate again. */
export type Proof =
  | { readonly kind: "roots"; readonly roots: RootsProof }
  | { readonly kind: "symbolic"; readonly solutions: SymbolicProof }
  | { readonly kind: "map"; readonly map: MapProof }
  | { readonly kind: "claim"; readonly claim: ClaimProof }
  | { readonly kind: "compare"; readonly before: MapProof; readonly after: MapProof }
  | { readonly kind: "recompute" };
