/** Proof of a verdict on a claim. Designed with the code that makes it. */
export type ClaimProof = { readonly kind: "to be designed" };
