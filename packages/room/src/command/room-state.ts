import type { Role } from "../protocol/role.ts";
import type { Place } from "../protocol/shapes.ts";

/** Someone who has joined the room, present or not. */
export type Person = {
  readonly id: string;
  readonly name: string;
  readonly role: Role;
  /** Index into the page's list of colours; counted up in order of joining. */
  readonly colour: number;
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
};

/** A room before its first event. */
export const emptyState: RoomState = {
  people: {},
  code: { value: null, hidden: false, role: "debater" },
  closed: false,
  pins: {},
  call: null,
};

/** The state with one person added or changed. */
export const withPerson = (state: RoomState, person: Person): RoomState => ({
  ...state,
  people: { ...state.people, [person.id]: person },
});
