/**
 * Proof that the solutions of `left = right` for one unknown `x`, in which other unknowns occur, are right and complete.
 *
 * All texts are in the expression grammar. "Normal form" is what a checker's own arithmetic makes of an expression:
 * a quotient of polynomials over opaque atoms with `sqrt(a)^2 = a`, `(a*b)^p = a^p*b^p` for positive `a`, `b`,
 * `b^(u+v) = b^u*b^v`, logarithms of positive products taken apart, `exp(log a) = a`, `exp(lambertw(z, k)) =
 * z/lambertw(z, k)`. "Free" means that `x` does not occur in the normal form. "Sure sign" means: by the signs of the
 * terms alone, all unknowns listed as positive being so, or by a sure sign of a factor given with a fact (`Sure`).
 * `x` ranges over the domain of the request, `(0, oo)` unless it says otherwise.
 *
 * What has to be checked:
 * 1. `by` shows that every `x` of the domain at which both sides are defined and equal is one of the solutions.
 * 2. Each solution, put in for `x`, makes `left - right` 0 in normal form (or, where `exists` says so, up to the
 *    sign of a root which the conditions settle).
 * 3. `exists[i]` shows that the conditions of solution `i` hold exactly where that solution is a real number of the
 *    domain at which both sides are defined.
 * 4. Multiplicity and flip of a solution: the product of the multiplicities met on its way through `by`.
 *    It flips exactly when that number is odd.
 */
export type SymbolicProof = {
  /** Solves `left - right = 0`. */
  readonly by: Solving;
  /** One for each solution of the answer, in the same order. */
  readonly exists: readonly Existence[];
};

/** Finds every zero of an expression `f`: at the root of the tree that is `left - right`. */
export type Solving =
  /** `f` is 0 in normal form: it holds wherever both sides are defined. */
  | { readonly kind: "identical" }
  /**
   * `f` is free: where it is 0 it holds everywhere, elsewhere nowhere. `zero` says when it is 0: the conditions of one
   * entry of the answer's `degenerate` with `holds: "everywhere"`, or null when `f` surely has a sign other than 0.
   */
  | { readonly kind: "free"; readonly zero: readonly string[] | null }
  /** `f` surely has this sign wherever it is defined: no zero. */
  | { readonly kind: "never"; readonly sign: 1 | -1 }
  /**
   * `f = top / bottom * product of factor^multiplicity` in normal form. `top` has a sure sign other than 0;
   * `bottom` needs no check, for where `f` is defined it is not 0.
   */
  | {
      readonly kind: "product";
      readonly top: string;
      readonly bottom: string;
      readonly factors: readonly {
        readonly of: string;
        readonly multiplicity: number;
        readonly by: Solving;
      }[];
    }
  /**
   * `f = slope * kernel + offset` in normal form, `slope` and `offset` free, and `x` stands in `kernel` exactly once
   * and under injective operations only (see `Kernel`). So where `slope` is not 0, `f` is 0 only where
   * `kernel = -offset/slope`, which has at most one solution, `at`.
   */
  | {
      readonly kind: "once";
      readonly kernel: Kernel;
      readonly slope: string;
      readonly offset: string;
      readonly at: Place;
      /** What holds where `slope` is 0 (there, `f = offset`); null when it surely is not. */
      readonly flat: Solving | null;
    }
  /**
   * `f = a*kernel^2 + b*kernel + c` in normal form with free `a`, `b`, `c`. Where `a` is not 0, `f` is 0 only where
   * `kernel` is `(-b + sqrt(b^2-4*a*c))/(2*a)` or `(-b - sqrt(b^2-4*a*c))/(2*a)`; where the root is 0 the two are one, `double`,
   * of twice the multiplicity.
   */
  | {
      readonly kind: "quadratic";
      readonly kernel: Kernel;
      readonly a: string;
      readonly b: string;
      readonly c: string;
      readonly plus: Place;
      readonly minus: Place;
      readonly double: Place;
      /** What holds where `a` is 0 (there, `f = b*kernel + c`); null when it surely is not. */
      readonly flat: Solving | null;
    }
  /**
   * `f = a*kernel^n + c` in normal form, `n >= 2` and `a`, `c` free. The kernel is surely not negative,
   * so it is `(-c/a)^(1/n)`.
   */
  | {
      readonly kind: "binomial";
      readonly kernel: Kernel;
      readonly n: number;
      readonly a: string;
      readonly c: string;
      readonly at: Place;
      readonly flat: Solving | null;
    }
  /**
   * `f = rest + part * root` in normal form, where `root^degree = radicand`. A zero of `f` is a zero of
   * `norm = rest^degree - (-part)^degree * radicand`, which `by` solves. Solutions that `by` finds and at which
   * `-rest/part` is negative are no zeros of `f`; their conditions say so.
   */
  | {
      readonly kind: "radical";
      readonly root: string;
      readonly degree: number;
      readonly rest: string;
      readonly part: string;
      readonly norm: string;
      readonly by: Solving;
    }
  /**
   * `f = scale * (log(A) - log(B))` in normal form, `scale` of a sure sign, and `A` and `B` are positive where `f` is
   * defined: `f` is 0 only where `difference` is, which is `A - B` times something of a sure sign, in normal form.
   * Used both for sums of logarithms and, with `exponential: true`, for `f = scale * (A - B)` and
   * `difference` being `log(A) - log(B)` times something of a sure sign.
   */
  | {
      readonly kind: "logarithm";
      readonly exponential: boolean;
      readonly scale: string;
      readonly a: string;
      readonly b: string;
      readonly difference: string;
      readonly by: Solving;
    }
  /** `x` is replaced by `inverse`, a formula in the new unknown `name` that takes every value of the domain once for `name` in its domain. */
  | {
      readonly kind: "substitute";
      readonly name: string;
      /** What `name` stands for, a formula in which `x` stands once, under injective operations. */
      readonly kernel: Kernel;
      /** `x` as a formula in `name`. */
      readonly inverse: string;
      /** `f` after the replacement, in normal form, in `name`. */
      readonly becomes: string;
      readonly by: Solving;
    }
  /**
   * `f = a*exp(m*x) + b*x + c` in normal form with free `a`, `b`, `c`, `m`. Where `a`, `b`, `m` are not 0, put
   * `z = a*m/b * exp(-m*c/b)`: the zeros are `-c/b - lambertw(z)/m` where `z >= -1/e`, and `-c/b - lambertw(z, -1)/m`
   * where `-1/e <= z < 0`; at `z = -1/e` the two are one, `double`, of twice the multiplicity.
   */
  | {
      readonly kind: "lambert";
      readonly a: string;
      readonly b: string;
      readonly c: string;
      readonly m: string;
      readonly principal: Place;
      readonly other: Place;
      readonly double: Place;
    }
  /** The zeros are looked for separately where `on` (free) is 0 and where it is not. */
  | { readonly kind: "split"; readonly on: string; readonly zero: Solving; readonly nonzero: Solving };

/**
 * An expression in which `x` (or the unknown of the latest `substitute`) stands exactly once, and where each operation
 * on the way from `x` to the top is injective on the domain: `+`, `-`, `*`, `/` with a free operand that is not 0,
 * a power with a free exponent that is not 0, of a base that is not negative in the domain or under an odd whole
 * exponent, a power of a free positive base that is not 1, `sqrt`, `log`, `log2`, `ln`, `exp`.
 */
export type Kernel = string;

/**
 * Where a zero goes: `solution` is its number in the answer, counted from 0; or there is none, and `never` is a free
 * expression that would have to be positive (`>`), or at least 0 (`>=`), or other than 0 (`!=`) for the zero
 * to lie in the domain, though it surely is not.
 */
export type Place =
  | { readonly kind: "solution"; readonly solution: number }
  | { readonly kind: "never"; readonly needs: string; readonly relation: ">" | ">=" | "!=" };

/**
 * Why a solution exists exactly under its conditions. `needs` is everything that has to hold: that the value is in the
 * domain, that each denominator, logarithm and root of the equation is defined there, that the value itself is real,
 * and the branch that it stands on.
 */
export type Existence = { readonly needs: readonly Need[] };

/** One thing that has to hold: `of RELATION 0`. */
export type Need = {
  readonly of: string;
  readonly relation: ">" | ">=" | "!=" | "=";
  readonly because: Because;
};

export type Because =
  /** It surely holds. */
  | { readonly kind: "sure"; readonly by: readonly Sure[] }
  /** It holds exactly where condition number `condition` of the solution does: see `Alike`. */
  | { readonly kind: "condition"; readonly condition: number; readonly alike: readonly Alike[] }
  /** Conditions with these numbers (of `left - right > 0`, or the like) and sure signs imply it: it is a sum of positive multiples of them and a rest of a sure sign. */
  | {
      readonly kind: "implied";
      readonly conditions: readonly { readonly condition: number; readonly times: string }[];
      readonly rest: string;
    };

/** An expression with the sign that a fact of the request gives it. */
export type Sure = {
  readonly of: string;
  readonly relation: ">" | ">=" | "<" | "<=" | "!=";
  readonly fact: string;
};

/**
 * The need's expression is a product, up to something of a sure sign, of factors `from`, and the condition's
 * `left - right` is the same product of `to`; each `to` has the same sign as its `from` since
 * - `same`: they are equal in normal form up to something of a sure positive sign;
 * - `powers`: `from = p - q` and `to = p^n - q^n` for `p` and `q` that are surely not negative;
 * - `logs`: `from = p - q` and `to` is a positive multiple of `log(p) - log(q)`, for `p` and `q` surely positive;
 * - `exponentials`: the other way round.
 */
export type Alike = {
  readonly from: string;
  readonly to: string;
  readonly rule: "same" | "powers" | "logs" | "exponentials";
};
