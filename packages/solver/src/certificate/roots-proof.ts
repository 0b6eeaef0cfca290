/**
 * Proof that a list of roots of `f = left - right`, a function of one unknown and nothing else, is complete.
 * The domain is `(0, oo)` unless the query says otherwise.
 */
export type RootsProof =
  /** `f` is identically zero wherever it is defined. */
  | { readonly kind: "identical" }
  /** `f` is a real number nowhere in the domain. */
  | { readonly kind: "nowhere" }
  /** `f` is a quotient of polynomials with rational coefficients: the checker counts its roots by Sturm's theorem. */
  | { readonly kind: "sturm" }
  /** The domain is cut into pieces that touch, and each piece says how often `f` vanishes on it. */
  | { readonly kind: "pieces"; readonly pieces: readonly Piece[] };

/** A closed piece of the domain; `from` may be `0` and `to` may be `oo`, which then do not belong to it. */
export type Piece = { readonly from: string; readonly to: string; readonly because: Reason };

export type Reason =
  /** `f` has this sign on the whole piece. */
  | { readonly kind: "sign"; readonly sign: 1 | -1 }
  /** `f'` has this sign on the whole piece: one root if `f` changes sign between the ends, else none. */
  | { readonly kind: "slope"; readonly sign: 1 | -1 }
  /** `f` and its first `order - 1` derivatives vanish at `at`, and the next has this sign on the whole piece. */
  | { readonly kind: "order"; readonly at: string; readonly order: number; readonly sign: 1 | -1 }
  /** Only for the first and last piece: summand number `lead` of `f`, expanded, outweighs all others together. */
  | { readonly kind: "lead"; readonly lead: number; readonly sign: 1 | -1 }
  /** `f` is not a real number anywhere on the piece, since this part of it is not. */
  | { readonly kind: "undefined"; readonly part: string };
