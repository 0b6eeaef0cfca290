import { must } from "@crux/core";
import { limits } from "../protocol/limits.ts";
import type { Role } from "../protocol/role.ts";
import type { CommandId } from "../protocol/shapes.ts";
import { applyCommandEvent, type CommandEvent } from "./commands.ts";
import { withEstimates } from "./estimates.ts";
import { countedLost } from "./lost.ts";
import { noteOf } from "./moderation.ts";
import { withPoll } from "./polls.ts";
import { type RoomState, withPerson, withSession } from "./room-state.ts";
import type { EntryMeta } from "./rule.ts";

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

/** Whom a pseudonym stands for: known to the server and to that person. */
export type Pseudonym = { readonly kind: "pseudonym"; readonly person: string; readonly as: string };

/** An event as it stands in the log; a command's event carries the command's id. */
export type LogEvent =
  | Created
  | Joined
  | Leased
  | Pseudonym
  /** `under`: the pseudonym under which it was said. */
  | (CommandEvent & { readonly id: CommandId; readonly under?: string });

/** Someone placed a number in a blind round, or took it away: all that others hear of it. */
export type EstimatesIn = { readonly kind: "estimates-in"; readonly count: number };

/** Someone answered a blind poll, or took the answer back: all that others hear of it. */
export type AnswersIn = { readonly kind: "answers-in"; readonly poll: string; readonly count: number };

/** How many say "lost me" of a thing now: for moderators. */
export type LostCount = { readonly kind: "lost-count"; readonly to: string; readonly count: number };

/** What everybody hears of: leases are between the server and one person. */
export type PublicEvent = Created | Joined | EstimatesIn | AnswersIn | LostCount | CommandEvent;

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
  if (isEstimatesIn(event))
    return withEstimates(state, { ...state.estimates, blind: true, count: event.count });
  if (isAnswersIn(event)) return withPoll(state, event.poll, (poll) => ({ ...poll, count: event.count }));
  if (isLostCount(event))
    return withSession(state, { lost: countedLost(state.session.lost, event.to, event.count) });
  return must(applyCommandEvent(state, event, meta), `event of an unknown kind: ${event.kind}`);
}

// reason: `kind` of a command's event is any string to the compiler, so it can't tell the two by itself
const isCreated = (event: PublicEvent): event is Created => event.kind === "created";
const isJoined = (event: PublicEvent): event is Joined => event.kind === "joined";
const isEstimatesIn = (event: PublicEvent): event is EstimatesIn => event.kind === "estimates-in";
const isAnswersIn = (event: PublicEvent): event is AnswersIn => event.kind === "answers-in";
const isLostCount = (event: PublicEvent): event is LostCount => event.kind === "lost-count";

/** Whether only the server and the person concerned need to know. */
export const isLease = (event: LogEvent): event is Leased => event.kind === "leased";
export const isPseudonym = (event: LogEvent): event is Pseudonym => event.kind === "pseudonym";

/** `person` as others know them who hear the event: by name, or by the pseudonym under which it was said. */
export const speakerOf = (event: LogEvent, person: string): string =>
  "under" in event && event.under !== undefined ? event.under : person;

/** An event as the payload of an entry, and back. */
export const writeEvent = (event: LogEvent): Uint8Array => new TextEncoder().encode(JSON.stringify(event));
export const readEvent = (payload: Uint8Array): LogEvent =>
  JSON.parse(new TextDecoder().decode(payload)) as LogEvent;
