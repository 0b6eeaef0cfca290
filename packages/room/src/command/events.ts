import { must } from "@crux/core";
import { limits } from "../protocol/limits.ts";
import type { Role } from "../protocol/role.ts";
import type { CommandId } from "../protocol/shapes.ts";
import type { CommandEvent } from "./commands.ts";
import { withEstimates } from "./estimates.ts";
import { applyCommandEvent } from "./folds.ts";
import { countedLost } from "./lost.ts";
import { noteOf } from "./moderation.ts";
import { withPoll } from "./polls.ts";
import { type RoomState, withPerson, withSession } from "./room-state.ts";
import type { EntryMeta } from "./rule.ts";
import { withPhase } from "./running-phase.ts";
import { emptySession } from "./session-state.ts";

/** The room was made; its maker is its first moderator. */
export type Created = {
  readonly kind: "created";
  readonly person: string;
  readonly name: string;
  readonly code: string;
};

/** Someone is in the room for the first time. */
export type Joined = {
  readonly kind: "joined";
  readonly person: string;
  readonly name: string;
  readonly role: Role;
};

/** Client ids of the document that only this person may write with, for good. */
export type Leased = { readonly kind: "leased"; readonly person: string; readonly ids: readonly number[] };

/** The room was brought in from a file by someone who moderates it now; nobody can be those who were in it then. */
export type Imported = {
  readonly kind: "imported";
  readonly person: string;
  readonly name: string;
  readonly code: string;
  /** The time of the newest entry in the file: then the phase that was on ended; absent in logs of before. */
  readonly until?: number;
};

/** Holds the number of an entry that a file did not tell. */
export type Blank = { readonly kind: "blank" };

/** Whom a pseudonym stands for: known to the server and to that person. */
export type Pseudonym = { readonly kind: "pseudonym"; readonly person: string; readonly as: string };

/** An event as it stands in the log; a command's event carries the command's id. */
export type LogEvent =
  | Created
  | Joined
  | Leased
  | Pseudonym
  | Imported
  | Blank
  /** Only in rooms that were brought in from a file, as are commands' events without an id. */
  | EstimatesIn
  | AnswersIn
  /** `under`: the pseudonym under which it was said. */
  | (CommandEvent & { readonly id?: CommandId; readonly under?: string });

/** Someone placed a number in a blind round, or took it away: all that others hear of it. */
export type EstimatesIn = {
  readonly kind: "estimates-in";
  readonly count: number;
  /** Set in a round of pseudonyms. */
  readonly anonymous?: true;
};

/** Someone answered a blind poll, or took the answer back: all that others hear of it. */
export type AnswersIn = { readonly kind: "answers-in"; readonly poll: string; readonly count: number };

/** How many say "lost me" of a thing now: for moderators. */
export type LostCount = { readonly kind: "lost-count"; readonly to: string; readonly count: number };

/** What everybody hears of: leases are between the server and one person. */
export type PublicEvent =
  | Created
  | Joined
  | Imported
  | Blank
  | EstimatesIn
  | AnswersIn
  | LostCount
  | CommandEvent;

/** The public state after `event`. A kind that is unknown here means that a newer version wrote the log: a bug to load it. */
export function applyEvent(state: RoomState, event: PublicEvent, meta: EntryMeta): RoomState {
  const after = applied(state, event, meta);
  const note = noteOf(event, meta);
  if (note === null) return after;
  return withSession(after, { notes: [...after.session.notes, note].slice(-limits.notes) });
}

function applied(state: RoomState, event: PublicEvent, meta: EntryMeta): RoomState {
  if (isCreated(event)) {
    const person = { id: event.person, name: event.name, role: "moderator", colour: 0 } as const;
    return { ...withPerson(state, person), code: { ...state.code, value: event.code } };
  }
  if (isJoined(event)) {
    const colour = state.people[event.person]?.colour ?? Object.keys(state.people).length;
    return withPerson(state, { id: event.person, name: event.name, role: event.role, colour });
  }
  if (isImported(event)) return importedInto(state, event, meta);
  if (event.kind === "blank") return state;
  if (isEstimatesIn(event)) return estimatesIn(state, event);
  if (isAnswersIn(event)) return withPoll(state, event.poll, (poll) => ({ ...poll, count: event.count }));
  if (isLostCount(event))
    return withSession(state, { lost: countedLost(state.session.lost, event.to, event.count) });
  return must(applyCommandEvent(state, event, meta), `event of an unknown kind: ${event.kind}`);
}

function estimatesIn(state: RoomState, { count, anonymous }: EstimatesIn): RoomState {
  const { anonymous: _was, ...estimates } = state.estimates;
  return withEstimates(state, { ...estimates, blind: true, count, ...(anonymous && { anonymous }) });
}

function importedInto(
  before: RoomState,
  { person, name, code, until }: Imported,
  meta: EntryMeta,
): RoomState {
  const state = until === undefined ? before : withPhase(before, null, { ...meta, at: until });
  const past = Object.values(state.people).map((one) => [one.id, { ...one, past: true }] as const);
  const maker = { id: person, name, role: "moderator", colour: past.length } as const;
  const quiet = {
    phase: null,
    timers: emptySession.timers,
    floor: { ...emptySession.floor, turns: state.session.floor.turns },
    muted: {},
    doorClosed: false,
    embed: false,
    anonymous: false,
  };
  return {
    ...withSession(state, quiet),
    people: { ...Object.fromEntries(past), [person]: maker },
    code: { value: code, hidden: false, role: "debater" },
    closed: false,
    call: null,
  };
}

// reason: `kind` of a command's event is any string to the compiler, so it can't tell the two by itself
const isCreated = (event: PublicEvent): event is Created => event.kind === "created";
const isImported = (event: PublicEvent): event is Imported => event.kind === "imported";
const isJoined = (event: PublicEvent): event is Joined => event.kind === "joined";
const isEstimatesIn = (event: PublicEvent): event is EstimatesIn => event.kind === "estimates-in";
const isAnswersIn = (event: PublicEvent): event is AnswersIn => event.kind === "answers-in";
const isLostCount = (event: PublicEvent): event is LostCount => event.kind === "lost-count";

/** Whether only the server and the person concerned need to know. */
export const isLease = (event: LogEvent): event is Leased => event.kind === "leased";
/** Whether it tells whose a pseudonym is. */
export const isPseudonym = (event: LogEvent): event is Pseudonym => event.kind === "pseudonym";

/** `person` as others know them who hear the event: by name, or by the pseudonym under which it was said. */
export const speakerOf = (event: LogEvent, person: string): string =>
  "under" in event && event.under !== undefined ? event.under : person;

/** An event as the payload of an entry, and back. */
export const writeEvent = (event: LogEvent): Uint8Array => new TextEncoder().encode(JSON.stringify(event));
/** The event in an entry of the log that this room wrote. */
export const readEvent = (payload: Uint8Array): LogEvent =>
  JSON.parse(new TextDecoder().decode(payload)) as LogEvent;
