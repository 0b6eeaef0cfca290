import type { Issue } from "@crux/core";
import type { StripScene } from "@crux/present";
import type { CruxWords, ProofLine } from "@crux/present/words";
import type { JudgeAnswer } from "@crux/solver";
import type { ScenarioJson } from "../scenario-json.ts";

/** A claim to be judged. `scenario` is a scenario as JSON, or names one of the library with its patches. */
export type JudgeTask = {
  readonly kind: "judge";
  readonly scenario: unknown;
  readonly claim: string;
  readonly assume: readonly string[];
};

/** A verdict with its proof in lines; or what is wrong with the claim. Plain data: it travels from the worker. */
export type Judged =
  | {
      readonly kind: "verdict";
      readonly answer: Omit<JudgeAnswer, "certificate">;
      readonly proof: readonly ProofLine[];
    }
  | { readonly kind: "wrong"; readonly issues: readonly Issue[] };

/** What one side holds: a scenario as JSON, and its exchange rate as an exact text. */
export type Side = { readonly name: string; readonly scenario: ScenarioJson; readonly g: string };

/** Two sides to be compared; `adopt` names the differences that the first takes over from the second. */
export type CompareTask = {
  readonly kind: "compare";
  readonly a: Side;
  readonly b: Side;
  readonly adopt: readonly string[];
};

/** A side's strip with its exchange rate on it, from 0 to 1, and who wins there. */
export type SideStrip = {
  readonly name: string;
  readonly g: string;
  readonly strip: StripScene;
  readonly at: number;
  readonly winners: string;
};

/** What divides two sides; or why that can't be said. */
export type Compared =
  | {
      readonly kind: "compared";
      readonly words: CruxWords;
      /** When they would stop agreeing; empty where they disagree. */
      readonly agreement: string;
      /** On one axis. */
      readonly strips: readonly SideStrip[];
      /** The first side with what it takes over; null where nothing is, or it does not fit together. */
      readonly adopted: SideStrip | null;
      /** What both say alike, as `complexity of combine = 6`. */
      readonly agreed: readonly string[];
      /** Where one cost alone turns both: whether it lies above what, as a sentence; null elsewhere. */
      readonly line: string | null;
    }
  | { readonly kind: "wrong"; readonly why: string };

/** Everybody's position, to be looked at together; `shared` is what they all differ from. */
export type SurveyTask = {
  readonly kind: "survey";
  readonly shared: Side;
  readonly sides: readonly Side[];
};

/** A value on which people differ from the shared one. */
export type Split = {
  readonly of: string;
  readonly label: string;
  readonly shared: string;
  /** Each other value with the names of those who hold it. */
  readonly held: readonly { readonly value: string; readonly names: readonly string[] }[];
  /** Those for whom someone else would win if they took the shared value. */
  readonly turns: readonly string[];
};

/** Who wins for whom, and what splits them: what turns most people first; or why that can't be said. */
export type Surveyed =
  | {
      readonly kind: "surveyed";
      /** On one axis, in the order of the sides; those that can't be read are left out. */
      readonly strips: readonly SideStrip[];
      readonly splits: readonly Split[];
      /** Names of those left out. */
      readonly unread: readonly string[];
    }
  | { readonly kind: "wrong"; readonly why: string };

/** Asks which objections together change the winner at `g`; patches are JSON. */
export type FlipTask = {
  readonly kind: "flip-sets";
  readonly scenario: unknown;
  readonly objections: readonly {
    readonly id: string;
    readonly readings: readonly { readonly label: string; readonly patch: unknown }[];
  }[];
  readonly g: string;
};

/** Objections that together change the winner, and the names of who wins then. */
export type TurnSet = {
  readonly objections: readonly { readonly id: string; readonly reading: string }[];
  readonly winners: string;
};

/** The smallest sets, the first few of them; or why they are not known. */
export type FlipTurns =
  | {
      readonly kind: "flip-sets";
      readonly winners: string;
      readonly sets: readonly TurnSet[];
      readonly count: number;
      /** The objection that matters most; null where none changes anything. */
      readonly most: string | null;
      /** What is not proved; empty where all sets were tried. */
      readonly note: string;
    }
  | { readonly kind: "wrong"; readonly why: string };

/** Asks for the one cost on which two patches of a scenario part, and where the line runs at `g`. */
export type LineTask = {
  readonly kind: "line";
  readonly scenario: unknown;
  readonly a: unknown;
  readonly b: unknown;
  readonly g: string;
};

/** Somebody who holds values of their own: a patch as JSON, and their g where they published one. */
export type Holder = {
  readonly id: string;
  readonly name: string;
  readonly patch: unknown;
  readonly g: string | null;
};

/** A room at one moment: its scenario as JSON, and who held what. */
export type Moment = { readonly scenario: unknown; readonly holders: readonly Holder[] };

/** Asks what happened between two moments of a room. */
export type DigestTask = { readonly kind: "digest"; readonly before: Moment; readonly now: Moment };

/** What changed for one; `name` null: for the room. */
export type DigestLine = {
  readonly name: string | null;
  /** Edit by edit. */
  readonly changes: readonly string[];
  /** What that did to their winner and flips, as a sentence. */
  readonly effect: string;
};

/** What happened, told by effect; or why it can't be said. */
export type Digest =
  | { readonly kind: "digest"; readonly lines: readonly DigestLine[] }
  | { readonly kind: "wrong"; readonly why: string };

/** Whatever can be asked. */
export type ReasonTask = JudgeTask | CompareTask | SurveyTask | FlipTask | LineTask | DigestTask;
