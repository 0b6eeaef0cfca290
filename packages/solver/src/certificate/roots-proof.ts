/**
 * Proof that a list of roots of `f = left - right`, a function of one unknown `x` (named as in the query) and nothing
 * else, is complete, with multiplicities and flips. The domain is `(0, oo)` unless the query says otherwise. All
 * texts are in the expression grammar; `oo` and `-oo` may end a piece.
 */
export type RootsProof =
  /** `f` is identically zero wherever it is defined. */
  | { readonly kind: "identical" }
  /** `f` is a real number nowhere in the domain: a part of it is undefined there, as a division by 0 always is. */
  | { readonly kind: "nowhere" }
  /** `f` is a quotient of polynomials with rational coefficients: the checker counts its roots by Sturm's theorem. */
  | { readonly kind: "sturm" }
  | SubstitutionProof
  | LogarithmProof
  | TwoTermsProof
  | FactorProof
  | NormProof
  | CasesProof
  | PiecesProof;

/**
 * `f` is a polynomial in one monotone function: `f = factor * p(by)` in normal form, where `p` is the polynomial
 * `polynomial` in the unknown `y` with rational coefficients. `by` is `b^(r*x)` or `exp(r*x)` with a constant `r` and
 * a constant `b > 1`, a power `x^r` with a rational `r`, or a linear function of `x` or of `log(a*x+b)`; it is strictly monotone
 * wherever it is real, so that roots of `f` and roots of `p` in the range of `by` correspond one to one, with their
 * multiplicities. `factor` has no zero: it is a product of constants and powers of `x` (for a domain of positive
 * numbers), of exponentials, and of denominators of `f`, which must not vanish at a root that is listed.
 * The listed roots are the `x` with `by = y` for the roots `y` of `p`, which the checker counts by Sturm's theorem.
 */
export type SubstitutionProof = {
  readonly kind: "substitution";
  readonly by: string;
  readonly polynomial: string;
  readonly factor: string;
};

/**
 * `f = factor * (log(first) - log(second))` in normal form, where `factor` is a constant other than 0, and every
 * argument of a logarithm in `f` is positive on the whole domain, so that `f` is real there. The logarithm is one to
 * one: the roots of `f` are those of `first - second`, with their multiplicities, and `roots` proves that these
 * are all.
 */
export type LogarithmProof = {
  readonly kind: "logarithm";
  readonly first: string;
  readonly second: string;
  readonly factor: string;
  readonly roots: RootsProof;
};

/**
 * `f = factor * (first - second)` in normal form, where `factor` has no zero (as in `FactorProof`) and `first` and `second`
 * are positive on the whole domain. The logarithm is one to one: the roots of `f` are those of `log(first) - log(second)`,
 * with their multiplicities, and `roots` proves that these are all.
 */
export type TwoTermsProof = {
  readonly kind: "two-terms";
  readonly first: string;
  readonly second: string;
  readonly factor: string;
  readonly roots: RootsProof;
};

/**
 * `f = factor * of1^m1 * of2^m2 * ...` in normal form; `factor` has no zero (a product of constants, exponentials, powers
 * of `x` where the domain is positive, and of `1 / d` for denominators of `f`). Each part is real on the whole domain. A
 * listed root has the sum of the multiplicities that it has in the parts that vanish there, each times its `m`;
 * `roots` proves of each part that those of the listed roots at which it vanishes are all its roots in the
 * domain, apart from places at which a denominator of `f` vanishes.
 */
export type FactorProof = {
  readonly kind: "factors";
  readonly factor: string;
  readonly parts: readonly {
    readonly of: string;
    readonly multiplicity: number;
    /** The factor is the root of this degree of the part, which then counts once where it vanishes. */
    readonly degree?: number;
    readonly roots: RootsProof;
  }[];
};

/**
 * For algebraic `f`: `f * cofactor = p(x) / denominator` in normal form, where `p` is the polynomial `polynomial` in
 * `x` with rational coefficients and `denominator` a polynomial in `x`. So every root of `f` is one of `p`. At each
 * root of `p` in the domain either it is listed and `cofactor` is not zero (an enclosure shows it), so that `f` is
 * zero there with the multiplicity of `p`; or it is not listed and `f` is not zero or not real there (an enclosure
 * shows it).
 */
export type NormProof = {
  readonly kind: "norm";
  readonly cofactor: string;
  readonly polynomial: string;
  readonly denominator: string;
};

/**
 * `f` with one `abs`, `min` or `max` decided: `f` is the formula of `positive` wherever `on >= 0`, and that of `negative`
 * wherever `on <= 0`. The roots of `f` are the roots of `positive` at which `on >= 0` and those of `negative` at
 * which `on <= 0`; a root at which `on` is 0 counts once, others as often as in their branch. The proofs below are
 * about all roots of the two formulas in the whole domain: those that are listed, and `elsewhere` those that lie
 * where the other formula counts.
 */
export type CasesProof = {
  readonly kind: "cases";
  readonly on: string;
  readonly positive: CaseOfRoots;
  readonly negative: CaseOfRoots;
};

/** One side of `CasesProof`. Places are written like solutions: by a closed form, or as the only root between two fractions. */
export type CaseOfRoots = {
  readonly of: string;
  readonly roots: RootsProof;
  readonly elsewhere: readonly PlaceElsewhere[];
};

/** Where a root lies that does not count. */
export type PlaceElsewhere = {
  readonly exact: string | null;
  readonly isolating?: readonly [string, string];
};

/**
 * `h`, the formula `of`, equals `factor * f` in normal form wherever `f` is real; `factor` has no zero there (it is a
 * product of denominators of `f` and of positive functions, `1` where `h` is `f` as it stands). The domain is cut into
 * closed pieces that touch in ascending order, and each piece says how often `h` vanishes on it.
 *
 * Ranges: "the range of a formula on a piece" is its natural interval extension, by rigorous arithmetic on ranges
 * whose ends may be infinite. A piece that begins at `0` or ends at `oo` stands for the open end: there
 * `log` of `[0, b]` is `[-oo, log(b)]`, `1/[0, b]` is `[1/b, oo]`, `1/[a, oo]` is `[0, 1/a]`, `exp` and powers
 * likewise, and `0 * oo` gives `0` as one end. A checker may use any arithmetic at least as narrow: the
 * range of the formula as written or of the same formula with the range cut in halves.
 */
export type PiecesProof = {
  readonly kind: "pieces";
  readonly of: string;
  readonly factor: string;
  readonly pieces: readonly Piece[];
};

/** A closed piece of the domain; `from` may be `0` or `-oo` and `to` may be `oo`, which then do not belong to it. */
export type Piece = { readonly from: string; readonly to: string; readonly because: Reason };

/** Why a piece has no root, or which one it has. */
export type Reason =
  /** The range of `h` on the piece has this sign, wherever on the piece `h` is real: `log` and roots of negative numbers are cut off. */
  | { readonly kind: "sign"; readonly sign: 1 | -1 }
  /**
   * `h` is real on the whole piece and the range of `h'` has this sign: one simple root if `h` changes sign between the ends, else none.
   * With `derivative`, a formula that equals `h'` in normal form, it is the range of that formula. On a piece that
   * ends at `oo` (begins at `0`) `h` has at the other end the sign of the slope (the opposite one): there is no
   * root; there the range may touch 0 (`>= 0` for sign 1).
   */
  | { readonly kind: "slope"; readonly sign: 1 | -1; readonly derivative?: string }
  /**
   * `h` and its first `order - 1` derivatives vanish at `at`, exactly, and the range of derivative number `order` has
   * this sign on the whole piece: `at` is the only root on the piece, with multiplicity `order`. `at` may be the end
   * `0` of the first piece although it does not belong to the domain: then the piece has no root.
   */
  | { readonly kind: "order"; readonly at: string; readonly order: number; readonly sign: 1 | -1 }
  /**
   * One summand outweighs the others together on the whole piece, which ends at `oo` or begins at `0`. The summands add up to `h`
   * in normal form. `rates[i]` equals `x * (s_i' / s_i - s' / s)` in normal form, for summand `s_i` and the leading one `s`; its range
   * on the piece is `<= 0` where the piece ends at `oo`, `>= 0` where it begins at `0`: so no quotient grows towards
   * the open end (`rates[lead]` is `0`). At the other end the absolute values of the quotients `s_i / s` add up to
   * less than 1, and `s` has this sign there; `s` has no zero on the piece since its logarithm has a real slope there.
   */
  | {
      readonly kind: "lead";
      readonly summands: readonly string[];
      readonly rates: readonly string[];
      readonly lead: number;
      readonly sign: 1 | -1;
    }
  /** `f` is not a real number strictly inside the piece, since strictly inside the piece
   * this part of it, the argument of a logarithm or the base of a root, is negative: its range on the piece is `<= 0`, or
   * the range of its derivative has a sign and it is at most 0 at both ends, exactly. */
  | { readonly kind: "undefined"; readonly part: string };
