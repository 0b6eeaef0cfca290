/** What one person thinks, in numbers. */
export type Estimate = {
  /** Exact text; `rather-not`: they were asked and would rather not say; null: nothing yet. */
  readonly g: string | null;
  /** Per program (row key) how likely they hold it that training ends there, from 0 to 1, as exact text. */
  readonly credences: Readonly<Record<string, string>>;
  /** Per objection how likely they hold it that it applies at all, from 0 to 1, as exact text. */
  readonly applicability: Readonly<Record<string, string>>;
  /** What moved them to their newest number, as far as they said. */
  readonly because?: Because;
};

/** What someone names as the cause of a number: an objection, a sentence, or both. */
export type Because = { readonly objection: string | null; readonly words: string };

/**
 * Everybody's numbers. While they are blind, each person gets their own and the count, and nobody gets another's:
 * the server's state holds all, a client's only what was sent to it.
 */
export type Estimates = {
  /** Null until the first number is placed: it decides, blind when a moderator is there to reveal. */
  readonly blind: boolean | null;
  readonly values: Readonly<Record<string, Estimate>>;
  /** How many people have placed something. */
  readonly count: number;
  /** What was revealed when this round began: a new round hides only what comes. */
  readonly before: Readonly<Record<string, Estimate>> | null;
  /** Whether the numbers of this round stand under pseudonyms. */
  readonly anonymous?: true;
};

/** The answer of those who would not give a number. */
export const ratherNot = "rather-not";

/** Nobody has placed anything. */
export const noEstimates: Estimates = { blind: null, values: {}, count: 0, before: null };

/** What a person who said nothing thinks. */
export const noEstimate: Estimate = { g: null, credences: {}, applicability: {} };
