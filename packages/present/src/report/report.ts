import type { ProofLine } from "../proof-lines.ts";
import type { StripScene } from "../strip.ts";

/** A report, solved and in words. Plain data: it travels from a worker. Times are milliseconds since 1970. */
export type Report = {
  readonly title: string;
  readonly summary: string;
  /** Who wins in the end; empty where there is no scenario. */
  readonly sentence: string;
  readonly people: readonly { readonly name: string; readonly role: string }[];
  readonly agenda: readonly { readonly name: string; readonly from: number; readonly to: number | null }[];
  readonly thresholds: readonly ThresholdRow[];
  readonly numbers: NumbersPart;
  readonly polls: readonly PollPart[];
  readonly cruxes: CruxesPart;
  readonly groups: readonly GroupPart[];
  readonly open: readonly ObjectionPart[];
  readonly settled: readonly ObjectionPart[];
  /** What is to be said before the settled ones; empty for nothing. */
  readonly settledNote: string;
  readonly claims: readonly ClaimPart[];
  readonly notes: readonly { readonly at: number; readonly text: string }[];
  /** What is to be said before the notes; empty for nothing. */
  readonly notesNote: string;
};

/** Who won as of one moment. */
export type ThresholdRow = {
  readonly name: string;
  readonly at: number | null;
  readonly sentence: string;
  /** Exact and decimal, from small to large g; empty where nothing flips or no map is known. */
  readonly flips: readonly string[];
  /** What happened to who wins since the moment before; empty for the first. */
  readonly badge: string;
  /** All of a report on one axis; null where no map is known. */
  readonly strip: StripScene | null;
};

/** Everybody's numbers before and after. */
export type NumbersPart = {
  /** What is to be said before the table; empty for nothing. */
  readonly note: string;
  /** Whether there was a round before the last. */
  readonly hasBefore: boolean;
  readonly rows: readonly {
    readonly name: string;
    readonly before: string;
    readonly after: string;
    /** Per program `0.4 → 0.6`, or one of the two. */
    readonly credences: readonly { readonly program: string; readonly text: string }[];
    /** What moved them, as far as they said. */
    readonly because: string;
  }[];
};

/** A poll with how often each answer was given; `before` is null where there was no round before. */
export type PollPart = {
  readonly question: string;
  readonly note: string;
  readonly rows: readonly {
    readonly answer: string;
    readonly before: number | null;
    readonly count: number;
  }[];
  /** How answers changed since they were shown first, e.g. `honest → deceptive: 2 people, one by objection 3`. */
  readonly moves: readonly string[];
};

/** What divides those who published their values. */
export type CruxesPart = {
  /** What is to be said beside the pairs; empty for nothing. */
  readonly note: string;
  readonly pairs: readonly {
    readonly names: string;
    readonly sentence: string;
    readonly rows: readonly {
      readonly label: string;
      readonly a: string;
      readonly b: string;
      readonly share: string;
    }[];
    readonly sides: readonly [string, string];
  }[];
};

/** A group, what it was given to work on, and what its values do to who wins. */
export type GroupPart = {
  readonly name: string;
  /** Empty where nobody is in it. */
  readonly members: string;
  /** Empty where it was given nothing. */
  readonly task: string;
  /** What became of its values: the badge of their effect, or that there are none. */
  readonly badge: string;
  readonly sentence: string;
};

/** An objection or a reply, in the order in which it is read. */
export type ObjectionPart = {
  readonly id: string;
  /** `2` for an objection, `2.1` for the first reply to it. */
  readonly number: string;
  /** 0 for what answers nothing. */
  readonly depth: number;
  readonly author: string;
  readonly kind: string;
  readonly about: string;
  readonly text: string;
  /** What each reading does to who wins. */
  readonly effects: readonly {
    readonly label: string;
    readonly words: readonly string[];
    readonly badge: string;
    readonly sentence: string;
  }[];
  /** How it was settled, or what became of its thing; empty for nothing. */
  readonly outcome: string;
  /** What stands in its place where a moderator hid it; null where nobody did. */
  readonly hidden: string | null;
};

/** A claim with its verdict; `verdict` is null until it is judged. */
export type ClaimPart = {
  readonly by: string;
  readonly text: string;
  readonly hidden: string | null;
  readonly verdict: "proved" | "refuted" | "vacuous" | "undecided" | null;
  readonly headline: string;
  readonly details: readonly string[];
  readonly proof: readonly ProofLine[];
};
