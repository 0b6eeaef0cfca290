import type { Draft } from "./draft.ts";

/** What was posted last, for the receipt. */
export type Receipt = { readonly id: string; readonly text: string };

/** What the form shows: one draft at most, and beside it what someone asked to begin meanwhile. */
export type Drafting = {
  readonly draft: Draft | null;
  /** A doubt that was asked for while another is written: the person chooses. */
  readonly waiting: Draft | null;
  readonly receipt: Receipt | null;
  /** What was posted and has not been heard of since: on its way, or waiting to be online. */
  readonly sent: Draft | null;
  /** Why the room did not take it; empty where nothing was refused. */
  readonly refused: string;
  /** Whether the form is open; a draft outlives it. */
  readonly isOpen: boolean;
  /** Whether someone who only looks on has asked to object, and is to be told why they can't. */
  readonly isLocked: boolean;
};

/** Nothing is being written. */
export const noDrafting: Drafting = {
  draft: null,
  waiting: null,
  receipt: null,
  sent: null,
  refused: "",
  isOpen: false,
  isLocked: false,
};
