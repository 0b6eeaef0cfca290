/** An exact number on its way out. All texts are in the expression grammar. */
export type Value = {
  /** A closed form, reduced and short; null where there is none. May contain unknowns in symbolic answers. `oo` ends a map. */
  readonly exact: string | null;
  /** 30 correct significant digits; absent where unknowns remain and at `oo`. */
  readonly decimal?: string;
  /** Two rationals that enclose this root and no other; only without a closed form. */
  readonly isolating?: readonly [string, string];
};

/** One solution of an equation. */
export type Solution = Value & {
  readonly multiplicity: number;
  /** Whether the difference of the sides changes sign here. */
  readonly flips: boolean;
  /** Comparisons under which this solution is real and in the domain; empty when it always is. */
  readonly conditions: readonly string[];
};

/** A point: names of unknowns to exact values. */
export type Point = Readonly<Record<string, string>>;
