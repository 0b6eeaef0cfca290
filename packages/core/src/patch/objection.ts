import type { Anchor } from "./anchor.ts";
import type { Patch } from "./edit.ts";

/** What an objection does: attack the conclusion, a premise, an inference, or the model's reach; offer, or ask. */
export type ObjectionKind = "rebut" | "undermine" | "undercut" | "scope" | "proposal" | "question";

/** Where an objection stands in the debate. */
export type ObjectionStatus = "open" | "conceded" | "answered" | "rejected" | "withdrawn";

/** One way to understand an objection, as a patch; an objection that can be read in two ways has two. */
export type Reading = { readonly label: string; readonly patch: Patch };

/** The scenario's version and its winner map at the time of writing, so that later changes show. */
export type Stamp = { readonly version: string; readonly map: unknown };

/** A doubt about a scenario: what it is about, in words, and (often) what the scenario would be if it is right. */
export type Objection = {
  readonly id: string;
  readonly author: string;
  readonly kind: ObjectionKind;
  readonly anchor: Anchor;
  readonly text: string;
  readonly readings: readonly Reading[];
  readonly status: ObjectionStatus;
  readonly stamp: Stamp | null;
};
