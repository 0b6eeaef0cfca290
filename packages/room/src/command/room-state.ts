import type { Role } from "../protocol/role.ts";
import type { Place } from "../protocol/shapes.ts";
import { type DebateState, emptyDebate } from "./debate-state.ts";
import { type Estimates, noEstimate, noEstimates } from "./estimate-state.ts";
import { emptySession, type SessionState } from "./session-state.ts";

/** Someone who has joined the room, present or not. */
export type Person = {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  /** Index into the page's list of colours; counted up in order of joining. */
  readonly colour: number;
  /** Sent out of the room by a moderator. */
  readonly removed?: true;
  /** Was in the room that this one was brought in from; nobody can be them here. */
  readonly past?: true;
};

/** What people type to find the room: an alias that the moderator rules over. */
export type RoomCode = {
  readonly value: string | null;
  /** A hidden code lets nobody in. */
  readonly hidden: boolean;
  /** The most that someone becomes who joins by the code. */
  readonly role: Role;
};

/** "Bring people here": the newest call to look at one place. */
export type Call = { readonly by: string; readonly place: Place; readonly seq: number };

/** What everybody in a room sees of it, beside the scenario: the fold of the room's events. */
export type RoomState = {
  readonly people: Readonly<Record<string, Person>>;
  readonly code: RoomCode;
  readonly closed: boolean;
  /** Per person, the exchange rate that they pinned to the strip, as exact text. */
  readonly pins: Readonly<Record<string, string>>;
  readonly call: Call | null;
  /** Everybody's numbers; of a blind round a client has its own person's only, in `pins` too. */
  readonly estimates: Estimates;
  /** Objections, reactions, overlays, claims. */
  readonly debate: DebateState;
  /** Agenda, phase, timers, queue, polls, and what else a meeting has. */
  readonly session: SessionState;
};

/** A room before its first event. */
export const emptyState: RoomState = {
  people: {},
  code: { value: null, hidden: false, role: "debater" },
  closed: false,
  pins: {},
  call: null,
  estimates: noEstimates,
  debate: emptyDebate,
  session: emptySession,
};

/** A state as an earlier version may have stored it. */
type StoredState = Omit<RoomState, "estimates" | "debate" | "session"> &
  Partial<Pick<RoomState, "estimates" | "debate">> & { readonly session?: Partial<SessionState> };

/** A state that an earlier version may have stored, with all that a state has now. */
export function toRoomState(stored: StoredState): RoomState {
  const state = { ...emptyState, ...stored, session: { ...emptySession, ...stored.session } };
  if ("estimates" in stored || Object.keys(state.pins).length === 0) return state;
  const values = Object.fromEntries(
    Object.entries(state.pins).map(([person, g]) => [person, { ...noEstimate, g }]),
  );
  const count = Object.keys(values).length;
  return { ...state, estimates: { ...noEstimates, blind: false, values, count } };
}

/** The state with one person added or changed. */
export const withPerson = (state: RoomState, person: Person): RoomState => ({
  ...state,
  people: { ...state.people, [person.id]: person },
});

/** The state with something of the meeting changed. */
export const withSession = (state: RoomState, change: Partial<SessionState>): RoomState => ({
  ...state,
  session: { ...state.session, ...change },
});
