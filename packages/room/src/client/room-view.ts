import type { Scenario } from "@crux/core";
import type { DebateState } from "../command/debate-state.ts";
import type { Estimates } from "../command/estimate-state.ts";
import type { Call, Person, RoomCode } from "../command/room-state.ts";
import type { SessionState } from "../command/session-state.ts";
import type { RowIssue } from "../document/reading.ts";
import type { Rows } from "../document/rows.ts";
import type { Refusal } from "../protocol/refusal.ts";
import type { Role } from "../protocol/role.ts";
import type { Presence } from "../wire/messages.ts";
import type { Draft, Seen } from "./device.ts";

/**
 * connecting: for the first time or again; online: hearing the room; offline: working on the device's copy;
 * ended: refused for good or left.
 */
export type ConnectionState =
  | { readonly kind: "connecting" | "online" | "offline" | "left" }
  | { readonly kind: "ended"; readonly refusal: Refusal };

/** saved: all is on the server's disk; saving: on its way there or to this device's storage; kept: `count` changes wait in that. */
export type Saving =
  | { readonly kind: "saved" | "saving" }
  | { readonly kind: "kept"; readonly count: number };

/** A person as a page shows them. */
export type PersonView = Person & {
  /** Where each of their connections is; empty when they are away. */
  readonly at: readonly Presence[];
};

/** A room as a page shows it: frozen, and the same object until something changes. */
export type RoomView = {
  readonly connection: ConnectionState;
  readonly saving: Saving;
  /** Null before the room was first heard. */
  readonly you: {
    readonly id: string;
    readonly name: string;
    readonly role: Role;
    readonly colour: number;
  } | null;
  readonly canEdit: boolean;
  /** How far this person had seen the room when they left it last; null when there is nothing since, or on a first visit. */
  readonly since: Seen | null;
  /** The id under which this person's words stand that were said anonymously; null when they have none yet. */
  readonly pseudonym: string | null;
  /** In order of joining. */
  readonly people: readonly PersonView[];
  readonly code: RoomCode;
  readonly closed: boolean;
  /** Per person's id, the exchange rate that they pinned, as exact text; in a blind round only one's own. */
  readonly pins: Readonly<Record<string, string>>;
  readonly call: Call | null;
  /** Everybody's g, credences and applicability; in a blind round only one's own, and how many are in. */
  readonly estimates: Estimates;
  /** Objections, reactions, endorsements, overlays, claims, as the room keeps them; `objectionsOf` reads them. */
  readonly debate: DebateState;
  /** The meeting: agenda, phase, timers, queue, polls, glosses, what is locked, hidden and on the screen. */
  readonly session: SessionState;
  /**
   * What a moderator may read of what is hidden, by its name in `session.hidden`; empty for everybody else. In the
   * rest of a view it is a stub for them, too.
   */
  readonly covered: Readonly<Record<string, readonly string[]>>;
  /**
   * The server's clock minus this device's, in milliseconds, as well as it could be measured; the same until it
   * differs by more than a tenth of a second. `remainingMs(timer, Date.now() + clockOffsetMs)`.
   */
  readonly clockOffsetMs: number;
  /** The scenario as typed, row by row. */
  readonly rows: Rows;
  /**
   * The scenario in force; null only while there is no room yet or nothing readable in it. Where a worker reads, it
   * and `issues` come a moment after the rows.
   */
  readonly scenario: Scenario | null;
  /** Whether `rows` are newer than those that `scenario` and `issues` were read from. */
  readonly isReading: boolean;
  /** Whether programs have come of which none has been read yet. */
  readonly isUnread: boolean;
  /** What could not be taken as typed, and what holds there meanwhile. */
  readonly issues: readonly RowIssue[];
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  /** Words that the room refused, newest last. */
  readonly drafts: readonly Draft[];
  /** What the room refused last of what this person did; for a toast. */
  readonly lastRefusal: Refusal | null;
};
