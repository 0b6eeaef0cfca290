import type { Anchor } from "./anchor.ts";

/** One person's numbers by the names of programs; texts are exact. */
export type RecordNumbers = {
  /** Null: nothing, or they would rather not say. */
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
  /** The number of an option, an exact number, or words; empty while it is blind. */
  readonly answers: readonly string[];
  /** What was revealed before people revised; null for nothing. */
  readonly before: readonly string[] | null;
  /** Answers that changed since, one each, with the id of the objection that was named as the cause; not by whom. */
  readonly moves: readonly { readonly from: string; readonly to: string; readonly because: string | null }[];
  /** Why a moderator hid it; null where nobody did. */
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
  /** How it was settled; null while it is open. */
  readonly outcome: {
    readonly kind: string;
    readonly by: string;
    /** The reason or the residue; empty for none. */
    readonly words: string;
    readonly reading: number | null;
  } | null;
  readonly anchorState: "same" | "changed" | "gone";
  /** The scenario for which it was written, for those that were settled; null where it is not known: then that of now. */
  readonly written: unknown;
  /** Why a moderator hid it; null where nobody did. */
  readonly hidden: string | null;
};

/** People who worked together, what a moderator gave them to work on, and what they made of it. */
export type RecordGroup = {
  readonly name: string;
  readonly members: readonly string[];
  /** The objection's id; null where they were given none. */
  readonly task: string | null;
  /** The published patch over the scenario, as JSON; null where they have published nothing. */
  readonly patch: readonly unknown[] | null;
};

/** What a moderator did. */
export type RecordNote = {
  readonly at: number;
  readonly by: string;
  readonly kind: string;
  /** A person's name, a row's, or what sort of thing it was; empty for the room. */
  readonly subject: string;
  readonly reason: string;
};

/**
 * What a room came to as plain data that may be printed and shown to anybody, before anything in it is solved: under
 * names, hidden things as stubs also for moderators, nothing blind. Scenarios and patches are JSON of their formats,
 * times milliseconds since 1970.
 */
export type RoomRecord = {
  readonly title: string;
  readonly summary: string;
  readonly people: readonly { readonly name: string; readonly role: string }[];
  /** Phases as they were held; `to` is null for the one that is on. */
  readonly agenda: readonly { readonly name: string; readonly from: number; readonly to: number | null }[];
  /** In order of time, the last as the room is now; `scenario` is null where nothing could be read. */
  readonly moments: readonly {
    readonly kind: "start" | "phase" | "checkpoint" | "merge" | "now";
    /** Of the phase or the checkpoint; of a merge the objection's id. */
    readonly name: string;
    /** Null where it is not known. */
    readonly at: number | null;
    readonly scenario: unknown;
  }[];
  readonly numbers: {
    /** Whether the last round is still blind: then nobody's new numbers are here. */
    readonly blind: boolean;
    /** How many people placed something in the last round. */
    readonly count: number;
    readonly rows: readonly {
      readonly name: string;
      readonly before: RecordNumbers | null;
      readonly after: RecordNumbers | null;
      readonly because: { readonly objection: string | null; readonly words: string } | null;
    }[];
  };
  readonly polls: readonly RecordPoll[];
  /** Published values over the scenario. */
  readonly positions: readonly {
    readonly name: string;
    readonly patch: readonly unknown[];
    readonly g: string | null;
  }[];
  /** Oldest first; without those whose values are hidden. */
  readonly groups: readonly RecordGroup[];
  /** Oldest first; replies name what they answer. */
  readonly objections: readonly RecordObjection[];
  readonly claims: readonly { readonly by: string; readonly text: string; readonly hidden: string | null }[];
  /** What moderators did, oldest first. */
  readonly notes: readonly RecordNote[];
  /** Whether they did more before, which the room has not kept. */
  readonly hasLostNotes: boolean;
};
