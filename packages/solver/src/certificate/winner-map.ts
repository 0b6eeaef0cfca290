import type { Value } from "./value.ts";

/** A range of the axis with one winner, or one tie. */
export type Segment = { readonly from: Value; readonly to: Value; readonly winners: readonly string[] };
/** Where the winner flips. */
export type Threshold = {
  readonly at: Value;
  readonly before: readonly string[];
  readonly after: readonly string[];
  /** Programs whose scores are equal here; empty at a pole. */
  readonly ties: readonly string[];
  /** The threshold in the named terms of the scenario, uncancelled names shown; null where there is no short one. */
  readonly formula: string | null;
};
/** A tie at one point that flips nothing. */
export type Touch = { readonly at: Value; readonly ties: readonly string[] };
/** A program that wins on no segment (it may tie at single points), and why. */
export type Loser = {
  readonly program: string;
  readonly because: /** One program has a strictly lower score wherever this one competes. */
    | { readonly kind: "dominated"; readonly by: readonly [string] }
    /** Straight lines: everywhere one of these is no higher. */
    | { readonly kind: "jointly-dominated"; readonly by: readonly string[] }
    /** Its score is nowhere a real number, or it is nowhere eligible. */
    | { readonly kind: "not-eligible" }
    /** Scores of any form: wherever this one competes, but for single points, one of these is lower. */
    | { readonly kind: "beaten"; readonly by: readonly string[] };
};

/** Who wins where along one axis. Segments cover `(0, oo)` without gap or overlap. */
export type WinnerMap = {
  readonly over: string;
  readonly segments: readonly Segment[];
  readonly thresholds: readonly Threshold[];
  readonly touches: readonly Touch[];
  readonly never: readonly Loser[];
};
