import type { ClaimProof } from "./claim-proof.ts";
import type { MapProof } from "./map-proof.ts";
import type { RootsProof } from "./roots-proof.ts";
import type { SymbolicProof } from "./symbolic-proof.ts";
import type { WinnerMap } from "./winner-map.ts";

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
  | { readonly kind: "cruxes"; readonly maps: readonly (AxisProof | null)[] }
  | { readonly kind: "recompute" };

/**
 * For each entry of `apart` the winner map along its axis, with `g` of its side given (or as the axis) and without the
 * assumptions of its scenario; null where the entry is open. All else about cruxes is calculated again: the winners for
 * every set of differences by the definition of who wins, so that no smaller set flips and none is missing, and shares
 * from thresholds of straight score lines.
 */
export type AxisProof = { readonly map: WinnerMap; readonly proof: MapProof };
