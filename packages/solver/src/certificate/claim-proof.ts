import type { RootsProof } from "./roots-proof.ts";
import type { Point, Solution } from "./value.ts";

/**
 * Proof of a verdict on a claim, to be checked from the request alone.
 *
 * **The question.** `wins(P)` stands for: P is eligible, and each other entrant, in the contest's order, is not
 * eligible or `score(P) <= score(other)`; only entrants with an `eligible` comparison count one for it. `dominates(P, Q)` stands for `c(P) <= c(Q) and t(P) <= t(Q) and
 * (c(P) < c(Q) or t(P) < t(Q))` in the totals of the two, or for `score(P) < score(Q)` if either gives its own score.
 * Costs and known values are put in as the contest does it. What is left is a boolean formula over comparisons.
 * Its **comparisons** are numbered from 0, from left to right as read, each occurrence counting.
 *
 * **Held facts** are the contest's `facts`, then the query's `assume`, in their order, numbered from 0.
 *
 * **Admissible** is every real point at which `g` and each positive unknown are > 0, every held fact is true, and
 * every formula of the held facts and of the claim is a real number. Names without a scenario are positive.
 * Without `exists g:`, a claim is meant for all admissible points.
 *
 * **Existence.** `exists g: X` is meant for all admissible values of the other unknowns, where held facts that name
 * `g` are not asked of the point, but of the `g` that is to exist, together with X.
 */
export type ClaimProof =
  /** The claim is true at every admissible point: the tree's leaves `settled` are those where the claim is true. */
  | { readonly kind: "proved"; readonly tree: Refutation }
  /** False at `counterexample` and true at `example` of the answer: the checker evaluates. */
  | { readonly kind: "depends"; readonly repairs: readonly Repair[] }
  /** False at `counterexample`, and at every admissible point: leaves `settled` are those where the claim is false. */
  | { readonly kind: "nowhere"; readonly tree: Refutation; readonly repairs: readonly Repair[] }
  /** No point is admissible; there is no leaf `settled`. */
  | { readonly kind: "vacuous"; readonly tree: Refutation }
  /**
   * `exists g: X` is true: at every point one of `witnesses`, formulas in the other unknowns, is a `g` that will do.
   * The tree proves the claim that is the disjunction, over the witnesses w in order, of
   * `w > 0 and (held facts that name g, in order) and X`, with w put in for `g`; its comparisons are numbered anew.
   * Only the held facts without `g` are held
   * facts of this claim; they are numbered anew, as in `vacuous` for an existence claim. Witnesses are surely defined (see `Refutation`).
   */
  | { readonly kind: "witnesses"; readonly witnesses: readonly string[]; readonly tree: Refutation }
  /**
   * `exists g: X` is false: with the counterexample's values put in for the other unknowns, X is true for no `g`
   * (a tree as in `nowhere`). `tree` is null if the answer's example is set, else it shows X to hold nowhere.
   */
  | {
      readonly kind: "no-witness";
      readonly atCounterexample: Refutation;
      readonly tree: Refutation | null;
      readonly repairs: readonly Repair[];
    };

/** With `assume` as one more held fact (the last), the claim is proved by `tree`, and `at` is a point where both hold. */
export type Repair = { readonly assume: string; readonly tree: Refutation; readonly at: Point };

/**
 * A tree that shows that no admissible point is left over.
 *
 * On the way from the root to a leaf a list of **facts** grows, numbered from 0: `EXPR > 0`, `EXPR >= 0`, `EXPR = 0`
 * or `EXPR != 0`, all true at each point that is still possible. A comparison `A < B` or `A <= B` is read as the fact
 * about `B - A`, all others as the fact about `A - B`; its negation likewise (`not A < B` is `A - B >= 0`). A step's
 * facts are added in the order given in its docstring; a branch sees only the facts above it.
 *
 * Expressions are in the grammar. **Normal form** below means: a quotient of polynomials over atoms, under these laws:
 * `sqrt(x) = x^(1/2)`, `exp(x) = e^x`, `ln = log`, `log2(x) = log(x)/log(2)`; `x^a * x^b = x^(a+b)`,
 * `(x^a)^n = x^(a*n)` and `x^n` multiplied out for whole n; and for factors that are surely positive
 * `(x*y)^a = x^a * y^a`, `(x^a)^b = x^(a*b)`, `log(x*y) = log(x) + log(y)`, `log(x^a) = a * log(x)`, numbers being
 * split into primes; `log(e) = 1`; for any real parts `sqrt(x^2) = abs(x) = abs(-x)`, `abs(x)^2 = x^2`,
 * `max(x, y) = (x + y + abs(x - y))/2`, `min(x, y) = (x + y - abs(x - y))/2`. Everything else is an atom, equal to another if its parts have the same normal form.
 * **Surely positive** is a product, quotient, sum, power or exponential of surely positive parts: positive numbers,
 * `pi`, `e`, positive unknowns, `g`, `log(r)` for a rational r > 1, `log(1 + s)` for a surely positive s.
 * **Surely defined** is an expression whose every denominator, argument of a logarithm and base of a power that is not
 * whole is surely positive, or is (up to normal form and a non-zero factor) bounded away by a fact above: `!= 0` or
 * `> 0` (either sign) for a denominator, `> 0` for the other two (`>= 0` under a positive power); or stands in the
 * question itself. Every expression that a step writes is surely defined, so that it is real wherever a point is left.
 */
export type Refutation =
  /** Takes facts from the question; adds one fact for each, in order. Only at the root, and once. */
  | { readonly kind: "given"; readonly facts: readonly Given[]; readonly then: Refutation }
  /** Decides comparison `comparison` of the claim: the branches add the fact that it is true, or that it is false. */
  | {
      readonly kind: "decide";
      readonly comparison: number;
      readonly yes: Refutation;
      readonly no: Refutation;
    }
  /** By what is decided above, the claim is true (false, in `nowhere`), whatever the undecided comparisons are. */
  | { readonly kind: "settled" }
  /** Cases by the sign of `on`, each with its fact about `on` (`< 0` is the fact `-(on) > 0`). They cover all signs. */
  | { readonly kind: "cases"; readonly on: string; readonly cases: readonly Case[] }
  /** Adds the fact `expr RELATION 0`, which holds by `rule`. */
  | {
      readonly kind: "derive";
      readonly expr: string;
      readonly relation: FactRelation;
      readonly rule: Rule;
      readonly then: Refutation;
    }
  /** The terms add up to 0 in normal form, though each is >= 0 and at least one is > 0. */
  | { readonly kind: "identity"; readonly terms: readonly SumTerm[] }
  /** Facts about one quantity only, which are never true together. */
  | OneUnknown;

/** How a fact compares its expression with 0. */
export type FactRelation = ">" | ">=" | "=" | "!=";

/** A branch of `cases`: the part of the real line where `on RELATION 0`. Together they cover it: `<,=,>`, `<=,>`, `<,>=`, `=,!=`. */
export type Case = { readonly relation: "<" | "<=" | "=" | "!=" | ">=" | ">"; readonly then: Refutation };

/** What a proof may start from. */
export type Given =
  /** `unknown > 0`, for `g` or a positive unknown. */
  | { readonly kind: "positive"; readonly unknown: string }
  /** Held fact number `index`. */
  | { readonly kind: "held"; readonly index: number }
  /**
   * A formula of the claim or of a held fact is real only where `expr RELATION 0`: `expr` is, in normal form, a
   * denominator or the base of a negative whole power there (`!=`), the argument of a logarithm (`>`), or the base of
   * a power that is not whole (`>=`; for a rational exponent only with an even denominator; `>` if it is negative).
   */
  | { readonly kind: "defined"; readonly expr: string; readonly relation: ">" | ">=" | "!=" };

/**
 * `times * (product of facts) * square^2`, or `times * (product of facts) * factor` if one of the facts is an equality.
 * Without an equality: `times > 0`, `factor` is null, each fact is `>` or `>=`, or is `!=` and listed an even number of
 * times; the term is >= 0, and > 0 if all its facts are `>` or `!=` and `square` is null (no facts: the number itself).
 * With an equality the term is 0, and neither strict nor limited in sign.
 */
export type SumTerm = {
  readonly times: string;
  /** Numbers of facts, ascending, repeated for powers. */
  readonly facts: readonly number[];
  readonly square: string | null;
  readonly factor: string | null;
};

/** Why a new fact holds. `given` are numbers of facts above, in the order and with the relations named; a stronger relation and a positive multiple will do. */
export type Rule =
  /** In normal form `expr` is the sum of the terms. `>=` follows; `>` if a term is > 0; `=` if all are 0. */
  | { readonly kind: "sum"; readonly terms: readonly SumTerm[] }
  /** `expr` is surely positive (`>`, `>=` or `!=`). */
  | { readonly kind: "sure" }
  /** `expr` is a number without unknowns, and rigorous enclosure shows its sign; not for `=`. */
  | { readonly kind: "number" }
  /**
   * Fact number `equality` says, up to a non-zero number, that `unknown - (by) = 0`. `expr` is, in normal form, the
   * expression of fact number `fact` with `by` put in for `unknown` everywhere; the relation is the same.
   */
  | {
      readonly kind: "replace";
      readonly fact: number;
      readonly equality: number;
      readonly unknown: string;
      readonly by: string;
    }
  /** `expr` is, in normal form, that of an instance of a known inequality. */
  | { readonly kind: "known"; readonly instance: Instance };

/**
 * Known inequalities; each says what `expr` is in normal form, with which relation. Where it says "strict if", the
 * fact may be `>` with the fact named there as one more number at the end of `given`, else it is `>=`.
 * Arguments u, v, x, y, p, q below are expressions.
 */
export type Instance =
  /** u^p > 0, given u > 0; u^p >= 0, given u >= 0 and p > 0 or p a positive number. */
  | { readonly kind: "power-sign"; readonly u: string; readonly p: string; readonly given: readonly number[] }
  /** exp(x) - 1 - x >= 0; strict if x != 0. */
  | { readonly kind: "exp-tangent"; readonly x: string; readonly given: readonly number[] }
  /** u - 1 - log(u) >= 0, given u > 0; strict if u - 1 != 0. */
  | { readonly kind: "log-tangent"; readonly u: string; readonly given: readonly number[] }
  /**
   * Sum of weight_i * log(of_i), for whole weights, with the relation (`>`, `>=`, `=`) of the fact `given[0]`, which is
   * about U - V: U is the product of of_i^weight_i over positive weights, V that of of_i^(-weight_i) over negative ones.
   * Each of_i is surely positive, or there is a fact of_i > 0 among the rest of `given`.
   */
  | {
      readonly kind: "log-sum";
      readonly parts: readonly { readonly weight: string; readonly of: string }[];
      readonly given: readonly number[];
    }
  /** u^p - 1 - p*(u - 1) >= 0, given u > 0 and p - 1 >= 0; or u > 0 and -p >= 0; strict if u - 1 != 0 and the other is `>`. */
  | {
      readonly kind: "power-tangent-convex";
      readonly u: string;
      readonly p: string;
      readonly given: readonly number[];
    }
  /** 1 + p*(u - 1) - u^p >= 0, given u > 0, p >= 0 and 1 - p >= 0; strict if u - 1 != 0 and both others are `>`. */
  | {
      readonly kind: "power-tangent-concave";
      readonly u: string;
      readonly p: string;
      readonly given: readonly number[];
    }
  /** v^p - u^p, with the relation of v - u (`>` or `>=`), given u > 0, v - u, and p > 0. For p < 0 use 1/u^(-p). */
  | {
      readonly kind: "base-monotone";
      readonly u: string;
      readonly v: string;
      readonly p: string;
      readonly given: readonly number[];
    }
  /** u^q - u^p, given u - 1 and q - p; or given u > 0, 1 - u and p - q. `>` if both last ones are `>`, else `>=`. */
  | {
      readonly kind: "exponent-monotone";
      readonly u: string;
      readonly p: string;
      readonly q: string;
      readonly given: readonly number[];
    }
  /**
   * Sum of weight_i * part_i - mean >= 0, the weighted arithmetic and geometric means. Weights are positive rationals
   * that add up to 1; each part and the mean are surely positive; with N the common denominator of the weights,
   * mean^N and the product of part_i^(N * weight_i) have the same normal form. Strict if part_0 - part_1 != 0.
   */
  | {
      readonly kind: "means";
      readonly parts: readonly { readonly weight: string; readonly part: string }[];
      readonly mean: string;
      readonly given: readonly number[];
    }
  /** abs(x) - x >= 0 (`index` 0, no `given`); abs(x) - x = 0, given x >= 0 (1); abs(x) + x = 0, given -x >= 0 (2). */
  | {
      readonly kind: "abs";
      readonly x: string;
      readonly index: 0 | 1 | 2;
      readonly given: readonly number[];
    };

/**
 * Shows that the listed facts, all about one quantity `of`, are never true together. `of` is an expression, mostly one
 * unknown; the variable is written `x` below. The domain is `(0, oo)` if `of` is surely positive or if fact number `positive` says `of > 0` in normal form (up to a
 * positive number), else `(-oo, oo)` and `positive` is null.
 * For each part, in normal form: expression of fact number `fact` = `times` * (`as` with `of` put in for `x`), and
 * `times` is surely positive. `roots` are all roots of `as = 0` in x in the domain, ascending, shown by `proof` (the
 * checker treats it as an answer to `solve` for `as = 0`), and `as` is real and continuous throughout the domain.
 * `cuts` are rationals, ascending, inside the domain. At each cut one of the facts is false. `gaps` tells for the open
 * ranges before, between and after the cuts which part (by its place in `parts`) is false throughout.
 */
export type OneUnknown = {
  readonly kind: "one-unknown";
  readonly of: string;
  readonly positive: number | null;
  readonly parts: readonly OneUnknownPart[];
  readonly cuts: readonly string[];
  readonly gaps: readonly Gap[];
};

/** A fact as an expression in the one unknown, with its roots and the proof that these are all. */
export type OneUnknownPart = {
  readonly fact: number;
  readonly times: string;
  readonly as: string;
  readonly roots: readonly Solution[];
  readonly proof: RootsProof;
};

/** Why the facts leave nothing of the range between two neighbouring cuts. */
export type Gap =
  /**
   * The part is false on the whole gap. Either none of its roots lies inside the gap (nor at a cut that ends it), and
   * it is false at a rational `sample` inside; or its roots inside do not flip, it is false at `sample`, and its fact
   * is `>` (so that it is false at these roots, too).
   */
  | { readonly kind: "false"; readonly part: number; readonly sample: string }
  /**
   * The gap has exactly one root of part `left` and one of part `right`, which are equal (the same `exact`, or a common
   * root of their squarefree polynomials). Below it `left` is false (at the sample), above it `right` is, and at it the
   * fact of one of the two is `>` or `!=`.
   */
  | {
      readonly kind: "meet";
      readonly left: number;
      readonly leftSample: string;
      readonly right: number;
      readonly rightSample: string;
    };
