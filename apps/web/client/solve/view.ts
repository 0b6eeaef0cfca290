import type { Issue, Note } from "@crux/core";
import type { Card, ChartScene, DerivationLine, ModelScene, ProgramStyle, StripScene } from "@crux/present";
import type { ScenarioJson } from "../scenario-json.ts";

/** Everything that a page draws of a valid scenario. Plain data: it travels from the worker to the page. */
export type View = {
  readonly title: string;
  readonly summary: string;
  /** Null where costs are unknown, so that there is no one axis to draw; `cases` then says what it depends on. */
  readonly strip: StripScene | null;
  readonly chart: Omit<ChartScene, "heightOf"> | null;
  readonly cases: Card | null;
  /** How the first flip comes about, line by line; empty where there is none. */
  readonly derivation: readonly DerivationLine[];
  readonly model: ModelScene;
  readonly questions: readonly string[];
  /** What in the scenario is worth a second look, row by row. */
  readonly notes: readonly Note[];
};

/** What a page shows about one `g`. */
export type Here = {
  /** `g` as an exact text. */
  readonly g: string;
  /** Where it lies on the axis of the strip, from 0 to 1. */
  readonly position: number;
  readonly verdict: string;
  readonly winners: readonly string[];
  readonly rows: readonly {
    readonly program: string;
    readonly style: ProgramStyle;
    readonly c: string | null;
    readonly t: string | null;
    readonly score: string;
    /** Height of the score on the chart; null where it is not on it. */
    readonly height: number | null;
  }[];
};

/** What came of reading a scenario: a view with what holds at the `g` that was asked for, or what is wrong with it. */
export type Opened =
  | { readonly ok: true; readonly view: View; readonly here: Here | null }
  | { readonly ok: false; readonly issues: readonly Issue[] };

/** The answer to a plain question. */
export type Asked = {
  readonly question: string;
  readonly card: Card;
  readonly strip: StripScene | null;
  /** The sentence about the scenario at the moment of asking. */
  readonly stamp: string;
};

/** A mistake in a file: where, as `line:column` or empty, what, and a way out. */
export type Problem = { readonly place: string; readonly message: string; readonly hint: string };

/** What came of reading the text of a scenario file. */
export type Brought =
  | { readonly ok: true; readonly scenario: ScenarioJson }
  | { readonly ok: false; readonly problems: readonly Problem[] };

/** Questions from the page to its solver; replies carry the same number. */
export type Request = { readonly seq: number } & (
  | { readonly kind: "open"; readonly scenario: unknown; readonly g: string }
  | { readonly kind: "at"; readonly g: string }
  | { readonly kind: "bring"; readonly text: string }
  | { readonly kind: "ask"; readonly text: string; readonly g: string }
);
/** What the solving worker answers, under the number of the request. */
export type Response = {
  readonly seq: number;
} /** The strip of the scenario that is being opened, ahead of all the rest. */ & (
  | { readonly kind: "strip"; readonly strip: StripScene }
  /** Null when a newer scenario came before the rest was done. */
  | { readonly kind: "open"; readonly opened: Opened | null }
  | { readonly kind: "at"; readonly here: Here | null }
  | { readonly kind: "bring"; readonly brought: Brought }
  | { readonly kind: "ask"; readonly asked: Asked }
  | { readonly kind: "bug"; readonly message: string }
);
