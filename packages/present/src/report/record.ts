import type { Anchor } from "@crux/core";

/** One person's numbers; texts are exact. */
export type RecordNumbers = {
  readonly g: string | null;
  /** They were asked for their g and would rather not say. */
  readonly refused: boolean;
  readonly credences: readonly { readonly program: string; readonly value: string }[];
};

/** A question that was put to everybody, with its answers but not who gave them. */
export type RecordPoll = {
  readonly question: string;
  readonly form:
    | { readonly kind: "choice"; readonly options: readonly string[] }
    | { readonly kind: "slider"; readonly fromLabel: string; readonly toLabel: string }
    | { readonly kind: "number"; readonly unit: string }
    | { readonly kind: "words" };
  readonly blind: boolean;
  readonly count: number;
  /** The number of an option, an exact number, or words. */
  readonly answers: readonly string[];
  readonly before: readonly string[] | null;
  readonly hidden: string | null;
};

/** An objection or a reply to one, under the name of its author. */
export type RecordObjection = {
  readonly id: string;
  readonly author: string;
  readonly kind: string;
  readonly anchor: Anchor;
  readonly text: string;
  readonly readings: readonly { readonly label: string; readonly patch: readonly unknown[] }[];
  readonly replyTo: string | null;
  readonly outcome: {
    readonly kind: string;
    readonly by: string;
    readonly words: string;
    readonly reading: number | null;
  } | null;
  readonly anchorState: "same" | "changed" | "gone";
  /** The scenario for which it was written; null: that of now. */
  readonly written: unknown;
  /** Why a moderator hid it; null where nobody did. */
  readonly hidden: string | null;
};

/** What a moderator did. */
export type RecordNote = {
  readonly at: number;
  readonly by: string;
  readonly kind: string;
  readonly subject: string;
  readonly reason: string;
};

/** What a room came to, before anything in it is solved: scenarios and patches are JSON, times milliseconds since 1970. */
export type RecordData = {
  readonly title: string;
  readonly summary: string;
  readonly people: readonly { readonly name: string; readonly role: string }[];
  readonly agenda: readonly { readonly name: string; readonly from: number; readonly to: number | null }[];
  readonly moments: readonly {
    readonly kind: "start" | "phase" | "checkpoint" | "merge" | "now";
    /** Of the phase or the checkpoint; of a merge the objection's id. */
    readonly name: string;
    readonly at: number | null;
    readonly scenario: unknown;
  }[];
  readonly numbers: {
    readonly blind: boolean;
    readonly count: number;
    readonly rows: readonly {
      readonly name: string;
      readonly before: RecordNumbers | null;
      readonly after: RecordNumbers | null;
      readonly because: { readonly objection: string | null; readonly words: string } | null;
    }[];
  };
  readonly polls: readonly RecordPoll[];
  readonly positions: readonly {
    readonly name: string;
    readonly patch: readonly unknown[];
    readonly g: string | null;
  }[];
  readonly objections: readonly RecordObjection[];
  readonly claims: readonly { readonly by: string; readonly text: string; readonly hidden: string | null }[];
  readonly notes: readonly RecordNote[];
};
