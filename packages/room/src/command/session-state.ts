import type { Spotlight } from "../protocol/session-shapes.ts";
import { emptyFloor, type Floor } from "./floor.ts";
import { type Lost, nobodyLost } from "./lost.ts";
import type { Hidden, ModerationNote, Muted } from "./moderation.ts";
import { defaultAgenda, type PastPhase, type Phase, type RunningPhase } from "./phase.ts";
import type { Poll } from "./poll.ts";
import type { Timers } from "./timer.ts";

/** A name given to the room as it was at entry `seq`. */
export type Checkpoint = {
  readonly name: string;
  readonly by: string;
  readonly at: number;
  readonly seq: number;
};

/** Plain words about a thing, pinned for everybody. */
export type Gloss = { readonly text: string; readonly by: string; readonly seq: number };

/** The live meeting: the part of the room's state that a moderator steers. */
export type SessionState = {
  readonly agenda: readonly Phase[];
  /** Null: no phase is on, and roles alone decide what people may do. */
  readonly phase: RunningPhase | null;
  /** The whole room is: what is said stands under pseudonyms, whatever the phase. */
  readonly anonymous: boolean;
  /** Phases that are over, oldest first. */
  readonly past: readonly PastPhase[];
  /** Rows (`terms/KEY`) that nobody may change until they are unlocked. */
  readonly locks: Readonly<Record<string, { readonly by: string; readonly seq: number }>>;
  readonly timers: Timers;
  /** Everybody's time in per cent of what was planned: 100, or more for those who need it. */
  readonly timePercent: number;
  readonly floor: Floor;
  /** What the big screen shows; null: the strip alone. */
  readonly spotlight: { readonly what: Spotlight; readonly by: string; readonly seq: number } | null;
  readonly polls: Readonly<Record<string, Poll>>;
  readonly lost: Lost;
  /** Per thing (as reactions name it). */
  readonly glosses: Readonly<Record<string, Gloss>>;
  /** Oldest first. */
  readonly checkpoints: readonly Checkpoint[];
  /** Per thing that is hidden (see hideable.ts). */
  readonly hidden: Readonly<Record<string, Hidden>>;
  /** Per person or pseudonym. */
  readonly muted: Readonly<Record<string, Muted>>;
  /** Nobody new gets in. */
  readonly doorClosed: boolean;
  /** Other pages may show the strip to anybody. */
  readonly embed: boolean;
  /** What moderators did, oldest first. */
  readonly notes: readonly ModerationNote[];
};

/** A room in which no meeting was begun. */
export const emptySession: SessionState = {
  agenda: defaultAgenda,
  phase: null,
  anonymous: false,
  past: [],
  locks: {},
  timers: { phase: null, speaker: null },
  timePercent: 100,
  floor: emptyFloor,
  spotlight: null,
  polls: {},
  lost: nobodyLost,
  glosses: {},
  checkpoints: [],
  hidden: {},
  muted: {},
  doorClosed: false,
  embed: false,
  notes: [],
};
