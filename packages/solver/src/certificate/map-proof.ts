/** Proof of a winner map or of a case analysis. Designed with the code that makes it. */
export type MapProof = { readonly kind: "to be designed" };
