import type { Issue } from "@crux/core";
import type { Certificate } from "../certificate/certificate.ts";
import type { Point, Solution, Value } from "../certificate/value.ts";
import type { WinnerMap } from "../certificate/winner-map.ts";

export type { Point, Solution, Value } from "../certificate/value.ts";
export type { Loser, Segment, Threshold, Touch, WinnerMap } from "../certificate/winner-map.ts";

/** Every solution in the domain, under conditions where unknowns remain. */
export type SolutionsAnswer = {
  readonly kind: "solutions";
  /** `all`: the sides are equal everywhere. */
  readonly holds: "somewhere" | "nowhere" | "everywhere";
  readonly solutions: readonly Solution[];
  /** Conditions under which the list is complete and each solution exists. */
  readonly conditions: readonly string[];
  /** What happens where a leading coefficient vanishes, e.g. `{ when: "a = b", holds: "everywhere" }`. */
  readonly degenerate: readonly {
    readonly when: readonly string[];
    readonly holds: "everywhere" | "nowhere";
  }[];
  readonly certificate: Certificate | null;
};

/** Who wins where, in numbers. */
export type MapAnswer = WinnerMap & { readonly kind: "map"; readonly certificate: Certificate | null };

/** Who wins where when costs are unknown: exhaustive, disjoint, possible cases under the held assumptions. */
export type CasesAnswer = {
  readonly kind: "cases";
  readonly over: string;
  readonly cases: readonly ({ readonly when: readonly string[] } & WinnerMap)[];
  readonly certificate: Certificate | null;
};

/** Where two programs tie, as values of one cost. */
export type BreakEvenAnswer = Omit<SolutionsAnswer, "kind"> & {
  readonly kind: "break-even";
  readonly of: string;
  readonly between: readonly [string, string];
};

/** One program at one point. */
export type ScoreRow = {
  readonly program: string;
  readonly c: Value | null;
  readonly t: Value | null;
  readonly score: Value;
  /** 1 for the winner; ties share a rank; null when not eligible. */
  readonly rank: number | null;
  /** Score gap to the best other program: negative is a lead of that size, positive a deficit. */
  readonly margin: Value | null;
};
/** Every program at one point, and who has the lowest score there. */
export type ScoreAnswer = {
  readonly kind: "score";
  readonly at: Readonly<Record<string, string>>;
  readonly rows: readonly ScoreRow[];
  readonly winners: readonly string[];
  readonly certificate: Certificate | null;
};

/** How one cost or parameter moves a threshold. */
export type SensitivityRow = {
  /** `c(TERM)`, `t(TERM)` or a parameter's id. */
  readonly of: string;
  readonly derivative: Value;
  readonly elasticity: Value | null;
  /** Why it is 0, if it is: the cost cancels, or does not occur in the two programs. */
  readonly cancels: boolean;
};
/** How each cost and parameter moves the threshold between two programs. */
export type SensitivityAnswer = {
  readonly kind: "sensitivity";
  readonly between: readonly [string, string];
  readonly threshold: Value;
  readonly formula: string | null;
  readonly rows: readonly SensitivityRow[];
  readonly certificate: Certificate | null;
};

/** The verdict on a claim. */
export type JudgeAnswer = {
  readonly kind: "judge";
  readonly verdict: "proved" | "refuted" | "vacuous" | "undecided";
  readonly counterexample: Point | null;
  /** A point at which the claim holds; null where it holds nowhere (proved impossible) or none is known. */
  readonly example: Point | null;
  /** Assumptions and positivity facts that the proof uses. */
  readonly uses: readonly string[];
  /** Extra assumptions, each of which alone would make the claim provable; weakest first. */
  readonly repair: readonly string[];
  /** Why it is undecided, in words; empty otherwise. */
  readonly missing: string;
  readonly certificate: Certificate | null;
};

/** What a change does to the winner map. */
export type EffectKind = "moves" | "removes" | "creates" | "reverses" | "ties" | "none";
/** The winner maps before and after a change. */
export type CompareAnswer = {
  readonly kind: "compare";
  readonly before: WinnerMap;
  readonly after: WinnerMap;
  readonly effect: EffectKind;
  /** Why nothing moves; only there where the effect is `none`. */
  readonly reason?: NoEffectReason;
  readonly certificate: Certificate | null;
};

/**
 * Why a change moves no flip: the scenario says it already, only words or an assumption changed, no score has what
 * changed, all programs share it and it cancels, only programs changed that never win; `other` where no single reason
 * is seen.
 */
export type NoEffectReason =
  | "nothing-changed"
  | "words"
  | "assumption"
  | "unused"
  | "cancels"
  | "losers-only"
  | "other";

/**
 * The nearest value of one cost, one parameter or `g` of one side at which its winner changes, all else as it is.
 * `never`: no value of it alone changes the winner; `open`: it could not be told.
 */
export type NearestFlip = {
  readonly side: "a" | "b";
  /** `g`, `c(TERM)`, `t(TERM)` or a parameter's id. */
  readonly of: string;
  readonly now: Value;
  readonly kind: "flips" | "never" | "open";
  /** Where the winner changes; null unless it does. */
  readonly at: Value | null;
  /** Who wins beyond. */
  readonly winners: readonly string[];
};

/** On what two positions come apart: sets name differences by their `of`, each in the order of `differences`. */
export type CruxesAnswer = {
  readonly kind: "cruxes";
  readonly winners: { readonly a: readonly string[]; readonly b: readonly string[] };
  readonly differences: readonly {
    /** `g`, `c(TERM)`, `t(TERM)`, a parameter's id, or words such as `program hy`. */
    readonly of: string;
    /** What each side says; null where it says nothing. */
    readonly a: string | null;
    readonly b: string | null;
    /**
     * Shapley share of `log(g / g*)`, where `g*` is the threshold between the winners: the shares add up to 1, one that
     * works the other way is negative. Null where there is no such gap; `missing` says why.
     */
    readonly share: Value | null;
  }[];
  /** Smallest sets that, taken over from the other side, make this side name the other's winners. */
  readonly flipA: readonly (readonly string[])[];
  readonly flipB: readonly (readonly string[])[];
  /** Sets that are smallest both ways: double cruxes. */
  readonly both: readonly (readonly string[])[];
  /**
   * Null where all sets of differences were tried. Else only those of at most `tried` were, and a search found the
   * others: each listed set was verified, and each part of it, but there may be more. Of a loose set, which flips too,
   * and no longer does without any one of its differences, not every part was tried.
   */
  readonly search: {
    readonly tried: number;
    readonly looseA: readonly (readonly string[])[];
    readonly looseB: readonly (readonly string[])[];
  } | null;
  /**
   * Where both name the same winners: what would part them, for each value of each side, least relative change first.
   * Null where they name different ones.
   */
  readonly apart: readonly NearestFlip[] | null;
  /** Why there are no shares; empty where there are. */
  readonly missing: string;
  readonly certificate: Certificate | null;
};

/** Objections that together change the winner, each read in one way, and who wins then. */
export type FlipSet = {
  readonly objections: readonly { readonly id: string; readonly reading: string }[];
  readonly winners: readonly string[];
};

/** Smallest sets of objections that change the winner. */
export type FlipSetsAnswer = {
  readonly kind: "flip-sets";
  readonly at: Readonly<Record<string, string>>;
  /** Who wins without any objection. */
  readonly winners: readonly string[];
  readonly sets: readonly FlipSet[];
  /** Null where all sets were tried; else as for cruxes, with sets that are not known to be smallest in `loose`. */
  readonly search: { readonly tried: number; readonly loose: readonly FlipSet[] } | null;
  readonly certificate: Certificate | null;
};

/** A query that could not be answered within its limits: never a guess. */
export type UndecidedAnswer = { readonly kind: "undecided"; readonly missing: string };

/** The answer to a query. */
export type Answer =
  | SolutionsAnswer
  | MapAnswer
  | CasesAnswer
  | BreakEvenAnswer
  | ScoreAnswer
  | SensitivityAnswer
  | JudgeAnswer
  | CompareAnswer
  | CruxesAnswer
  | FlipSetsAnswer
  | UndecidedAnswer;

/** What comes back for a request: the answer, or what is wrong with the request. */
export type Reply =
  | { readonly id: string | number | null; readonly ok: true; readonly answer: Answer }
  | { readonly id: string | number | null; readonly ok: false; readonly issues: readonly Issue[] };
