/** Proof that symbolic solutions are right and complete. Designed with the code that makes it. */
export type SymbolicProof = { readonly kind: "to be designed" };
