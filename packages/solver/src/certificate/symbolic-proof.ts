/**
 * Proof that the solutions of `left = right` for one unknown `x`, in which other unknowns occur, are right and complete.
 *
 * All texts are in the expression grammar. "Normal form" is what a checker's own arithmetic makes of an expression:
 * a quotient of polynomials over opaque atoms with `sqrt(a)^2 = a`, `(a*b)^p = a^p*b^p` for positive `a`, `b`,
 * `b^(u+v) = b^u*b^v`, logarithms of positive products taken apart, `exp(log a) = a`, `exp(lambertw(z, k)) =
 * z/lambertw(z, k)`. "Free" means that `x` does not occur in the normal form. A sum has a **sure sign** if all its terms
 * have it (positive are positive unknowns, roots of what surely is, exponentials, `pi`, and logarithms of what surely is
 * more than 1; a root is at least 0, which is enough beside one term that is positive), if it is a number, or if it is a positive multiple of a fact plus a rest with terms of that sign only;
 * a product has one if its factors have. Facts are those of the request (`assume`, held assumptions).
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
  /**
   * Pairs of solutions that `by` found apart and that may be equal: where they differ, each of them needs
   * `first - second != 0` besides, and where they are equal, they are the one solution `both`, which needs everything
   * that either needs and `first - second = 0`, and whose multiplicity is the sum. `both` is null where the answer's
   * general `conditions` say that the two differ.
   */
  readonly equal: readonly {
    readonly first: number;
    readonly second: number;
    readonly both: number | null;
  }[];
  /**
   * Why the answer's general `conditions` are those under which the list is complete: its needs are that the unknown does
   * not fall out of a kernel (`a^x` with `a = 1`, `(a - b)*x` with `a = b`), unless the only solution says so, what parts without
   * `x` need to be defined, that factors without `x` which a step leaves aside are not 0, and `first - second != 0` of each
   * pair without `both`. Conditions that all solutions share stand beside them. Left out where nothing is needed.
   */
  readonly general?: Existence;
};

/** Finds every zero of an expression `f`: at the root of the tree that is `left - right`. */
export type Solving =
  /** `f` is 0 in normal form: it holds wherever both sides are defined. */
  | { readonly kind: "identical" }
  /** Some part of the equation without `x` is defined nowhere (a denominator that is 0 in normal form, a root or logarithm of what is surely negative). */
  | { readonly kind: "undefined" }
  /**
   * `f` is free: where it is 0 it holds everywhere, elsewhere nowhere. `degenerate` is the number of the entry of the
   * answer's `degenerate` that says so, its conditions being what the branch needs and `f = 0`; or null where `f`
   * surely is not 0 on this branch.
   */
  | { readonly kind: "free"; readonly degenerate: number | null }
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
   * `f = a*kernel^3 + b*kernel^2 + c*kernel + d` in normal form with free coefficients, and `3*a*c - b^2` is surely
   * positive: then `f` is monotone in the kernel, and its only zero is where `kernel = u - p/(3*u) - b/(3*a)`, where
   * `p = c/a - b^2/(3*a^2)`, `q = b*c/(3*a^2) - d/a - 2*b^3/(27*a^3)`, `u = (q/2 + sqrt(q^2/4 + p^3/27))^(1/3)`. Instead of
   * `value > 0`, the needs of a positive domain may say `-d/a > 0` where the kernel is the unknown itself.
   */
  | {
      readonly kind: "cubic";
      readonly kernel: Kernel;
      readonly a: string;
      readonly b: string;
      readonly c: string;
      readonly d: string;
      readonly at: Place;
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
   * `f = unit * (a*exp(m*x) + b*x + c)` in normal form with free `a`, `b`, `c`, `m` and a surely positive `unit`. Where `b`, `m` are not 0 (which the general conditions say), put
   * `z = a*m/b * exp(-m*c/b)`: the zeros are `-c/b - lambertw(z)/m` where `z > -1/e`, and `-c/b - lambertw(z, -1)/m`
   * where `-1/e < z < 0`; at `z = -1/e` there is one, `double = -c/b + 1/m`, of twice the multiplicity. Where `a` is 0,
   * so is `z`, and the first one still is right. Where `a + c` is 0 in normal form, `x = 0` is `zero` (and it is `double` where
   * `v = a*m/b` is -1); the first one is then only meant where `v < -1`, the second one where `-1 < v < 0`. Else `zero` is null.
   * Instead of `value > 0`, the needs of a positive domain may say: `-(a+c)/b > 0` where `z > 0` surely; `-m > 0` for the
   * first and `m > 0` for the second one beside `zero`, which itself is not positive. (`z > -1/e` may be written `-1 - log(-a*m/b) + m*c/b > 0` where `z < 0`.)
   */
  | {
      readonly kind: "lambert";
      readonly unit: string;
      readonly a: string;
      readonly b: string;
      readonly c: string;
      readonly m: string;
      readonly principal: Place;
      readonly other: Place;
      readonly double: Place;
      readonly zero: Place | null;
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
 * Where a zero goes: `solution` is its number in the answer, counted from 0; or there is none, since what it needs
 * surely does not hold: `contradiction` is one of the conditions that its needs come down to (`Existence` says how),
 * and surely false under the others that are left when `dropped` are gone; or null where a single need surely fails.
 */
export type Place =
  | { readonly kind: "solution"; readonly solution: number }
  | ({ readonly kind: "never"; readonly contradiction: string | null } & Existence);

/**
 * Why a solution exists exactly under its conditions.
 *
 * `needs` is everything that has to hold: that the value lies in the domain (`value > 0`, or the comparisons of the
 * request with the value put in); that each denominator (`!=`), argument of a logarithm (`>`), base of a symbolic power
 * (`>`), radicand (`>=`) of both sides is right with the value put in; the conditions of the branch of `by` that it was
 * found on (slopes and leading coefficients that are 0 or not, discriminants, signs of roots); and that each step of
 * undoing a kernel can be taken (what a positive kernel equals is positive). Needs that hold by positivity may be left out.
 *
 * Each need comes down to comparisons of open factors with 0 by its `sign`: with the product of the factors that count
 * an odd number of times, turned round where the sign of the units is negative, as `odd`, the need `of > 0` comes down to
 * `odd > 0` and `factor != 0` for each other factor; `of >= 0` to `odd * (other factors)^2 >= 0`; `of != 0` to
 * `factor != 0` for each; `of = 0` to `product of all = 0`. Where no open factor is left it surely holds or surely not.
 * `>=` together with `!=` for each of its factors is one `>`.
 *
 * From the list of all these, without repetition, `dropped` are taken away one after the other, each being surely true
 * under the facts of the request and those that are still there: a sum all of whose terms have one sign, or a positive
 * multiple of one such fact plus a rest with terms of that sign only; `factor != 0` where another one says `> 0` of a
 * product with that factor. What is left are the conditions of the solution. Comparisons are the same when the
 * differences of their sides are, up to a positive number (with `=` and `!=`, any number).
 */
export type Existence = { readonly needs: readonly Need[]; readonly dropped: readonly string[] };

/** One thing that has to hold: `of RELATION 0`, where `sign` takes `of` apart. */
export type Need = {
  readonly of: string;
  readonly relation: ">" | ">=" | "!=" | "=";
  readonly sign: SignTree;
};

/**
 * `unit * product of factor^times` has the sign of the expression, or is equal to it in normal form. `unit` has a sure
 * sign other than 0. An open factor has `like: null`. Else its sign is that of another expression, by `rule`:
 * - `logs`: the factor is a positive number times `r + sum of n_i*log(P_i)` with whole `r` and `n_i`, where all `P_i` are
 *   positive, and the other expression is a positive multiple of `e^r * product of P_i^n_i, minus 1`;
 * - `log`: the factor is `part*log(P) + rest`, and the other expression is `P - exp(-rest/part)` where `part > 0` surely,
 *   or the opposite of that where `part < 0` surely;
 * - `root`: the factor is `part*root + rest`, where `root^n` is a radicand, and the other expression is
 *   `part^n*radicand - (-rest)^n` where `part > 0` and `-rest >= 0` surely, or `rest^n - (-part)^n*radicand` where
 *   `part < 0` and `rest >= 0` surely;
 * - `exponentials`: the factor is `p - q` with surely positive `p` and `q`; the other one is `log(p) - log(q)`;
 * - `lambert`: the factor is `lambertw(z)`, the other one is `z`.
 */
export type SignTree = {
  readonly unit: string;
  readonly factors: readonly {
    readonly of: string;
    readonly times: number;
    readonly like: null | {
      readonly rule: "logs" | "log" | "root" | "exponentials" | "lambert";
      readonly sign: SignTree;
    };
  }[];
};
