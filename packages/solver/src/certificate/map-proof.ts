import type { Refutation } from "./claim-proof.ts";
import type { RootsProof } from "./roots-proof.ts";
import type { Point } from "./value.ts";

/**
 * Proof of a winner map or of a case analysis. The contest is rebuilt from the certificate's request: the scenario
 * with the query's `at` (names to exact values) put in and the axis `over` kept as a symbol. The axis runs over its
 * *range*: `(0, oo)` for `g` and for a positive unknown; for others, and where facts of the contest limit the axis,
 * the open interval between the smallest and the largest admissible value, which is where the segments begin and end.
 */
export type MapProof = LinesProof | PairsProof | CasesProof;

/**
 * The axis is `g`, its range is `(0, oo)`, no program has a condition of eligibility, and every score is a straight
 * line `a * g + b` with rational `a` and `b`. Nothing else is needed: on a segment the lines that win are equal, and
 * no line is below them at either end (at `0`: not smaller `b`, and where `b` is equal not smaller `a`; at `oo`: not
 * smaller `a`, and where `a` is equal not smaller `b`).
 */
export type LinesProof = { readonly kind: "lines" };

/**
 * Any contest in which the axis is the only unknown. The range is cut at `cuts`, ascending, and every function that
 * decides anything is listed in `watched` with a proof of where it is zero; all these places are cuts. So between two
 * neighbouring cuts nothing changes, and one rational sample inside each cell decides who wins there: a program
 * competes on a cell if at the sample its score is a real number and, under `cap`, its condition of eligibility holds.
 *
 * At a cut two programs tie if their difference is zero there and both compete there. Segments, thresholds and touches
 * follow: cells with the same winners are merged; a cut between different winners is a threshold; `ties` of a threshold
 * are all programs that are equal there to a program that wins on either side; a cut inside a segment at which the
 * winners tie with further programs is a touch. Isolated points at which alone a program is defined are disregarded.
 */
export type PairsProof = {
  readonly kind: "pairs";
  readonly cuts: readonly Cut[];
  /**
   * In this order: for each program in scenario order its parts (outer before inner, left before right, each once),
   * then its condition of eligibility; those without the axis are left out. Then for each two programs their
   * difference (in scenario order: first with second, first with third, ..., second with third, ...).
   */
  readonly watched: readonly Watched[];
};

/** A place where something can change. */
export type Cut = {
  /** Closed form in the expression grammar, or null where there is none. */
  readonly exact: string | null;
  /** Two rationals that enclose the cut (both the cut itself if it is rational) and are apart from those of other cuts. */
  readonly between: readonly [string, string];
};

/** A function of the axis, and where it is zero. */
export type Watched = {
  readonly of: /**
   * A part of the program's score whose sign decides whether the score is a real number: a denominator, the argument
   * of a logarithm or of a square root, the base of a power, unless its exponent is written as a whole number from 0 up; `expression` as printed.
   */
    | { readonly kind: "part"; readonly program: string; readonly expression: string }
    /** `left - right` of the program's condition of eligibility. */
    | { readonly kind: "eligible"; readonly program: string }
    /** The score of the first program minus that of the second. */
    | { readonly kind: "difference"; readonly programs: readonly [string, string] };
  /** All places where it is zero: wherever it is defined, or at these cuts (places in `cuts`, ascending) only. */
  readonly zero: "everywhere" | readonly ZeroAt[];
  /** Proof that `zero` is complete on the range, its roots in the order of `zero`. */
  readonly roots: RootsProof;
};

/** A zero at a cut; `flips` says that the sign changes there. */
export type ZeroAt = { readonly cut: number; readonly multiplicity: number; readonly flips: boolean };

/**
 * Symbolic cases. `tree` splits on signs of expressions in the unknowns, so it is exhaustive by construction; every
 * leaf is impossible or belongs to one case of the answer.
 *
 * Every proof below is of one *sequent*: premises and a goal, all comparisons. It is a tree as in a `ClaimProof`, where
 * the premises are the held facts, numbered from 0, the claim is the goal alone (comparison 0), and leaves `settled`
 * are those where the goal is true. *Contradiction* means that there is no goal: no leaf is `settled`.
 * The premises are, in this order:
 *   1. the facts of the contest but those that name the axis and nothing else, in its order;
 *   2. the signs on the path from the root to the leaf, in that order, each as `on > 0`, `on = 0` or `on < 0`;
 *   3. those named in the docstring of the field, if any.
 * Unknowns that the contest lists as positive are positive throughout, and so is `g`.
 *
 * Cases are right on all of their `when` because the tree is exhaustive, each leaf implies its case's `when`, and the
 * `when`s of two cases never hold together. Scores are those of the contest; one that is not a real number, or a
 * program that is not eligible, is covered by `absent`.
 */
export type CasesProof = {
  readonly kind: "cases";
  readonly tree: CaseTree;
  /**
   * For each pair of cases `i < j`, in the order (0,1), (0,2), ..., (1,2), ...: a contradiction of the same facts,
   * then the `when` of `i`, then the `when` of `j` (there is no path).
   */
  readonly disjoint: readonly Refutation[];
};

/** Cases that exclude each other and leave nothing out: each fork asks for a sign. */
export type CaseTree =
  /** `on` is an expression in the unknowns; its three signs exhaust what is possible. */
  | {
      readonly kind: "split";
      readonly on: string;
      readonly positive: CaseTree;
      readonly zero: CaseTree;
      readonly negative: CaseTree;
    }
  /** A contradiction of the premises: nothing beyond facts and path. */
  | { readonly kind: "impossible"; readonly proof: Refutation }
  | CaseLeaf;

/** A leaf that is possible: its case's map is right here. */
export type CaseLeaf = {
  readonly kind: "leaf";
  /** Place of the case in the answer. */
  readonly case: number;
  /** Values of the unknowns at which the facts and the path hold: the case is possible. */
  readonly point: Point;
  /** For each comparison of the case's `when`, in order: a proof with that comparison as goal. */
  readonly when: readonly Refutation[];
  /**
   * For each segment of the case, in order: a proof that it is not empty, with goal `from < to`;
   * null where `from` or `to` is infinite and for a single segment over the whole range.
   */
  readonly order: readonly (Refutation | null)[];
  /** For each segment of the case, in order. */
  readonly segments: readonly SegmentProof[];
  /**
   * Programs that do not compete here, each with why: the expression of its score that is not real (a denominator that
   * is 0, the argument of a logarithm or the base of a power that is negative, or 0 where it must not be), or
   * `left - right` of its condition of eligibility; the path settles the sign of each.
   */
  readonly absent: readonly { readonly program: string; readonly by: string }[];
};

/** Who wins between two thresholds. Premises: `from < x` and `x < to`, as far as they are finite. `x` is the axis. */
export type SegmentProof = {
  /** For each winner after the first: a proof of `score(first) = score(it)`. Without the premises about `x`. */
  readonly ties: readonly Refutation[];
  /** For each competing program that does not win here, in scenario order: a proof of `score(first) < score(it)`. */
  readonly losers: readonly Refutation[];
};
