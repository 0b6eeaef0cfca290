import type { RoomState } from "./room-state.ts";

/** What one person thinks, in numbers. */
export type Estimate = {
  /** Exact text; `rather-not`: they were asked and would rather not say; null: nothing yet. */
  readonly g: string | null;
  /** Per program (row key) how likely they hold it that training ends there, from 0 to 1, as exact text. */
  readonly credences: Readonly<Record<string, string>>;
  /** Per objection how likely they hold it that it applies at all, from 0 to 1, as exact text. */
  readonly applicability: Readonly<Record<string, string>>;
};

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
};

/** The answer of those who would not give a number. */
export const ratherNot = "rather-not";

/** Nobody has placed anything. */
export const noEstimates: Estimates = { blind: null, values: {}, count: 0, before: null };

/** What a person who said nothing thinks. */
export const noEstimate: Estimate = { g: null, credences: {}, applicability: {} };

/** What the event of a placed number carries beside it. */
export type Placed = {
  readonly person: string;
  /** Set from the first number on; absent in logs of version 1, where all were open. */
  readonly blind?: boolean;
  /** Only to the person's own connections, which can't count the others. */
  readonly count?: number;
};

/** Whether a number that is placed now is blind. */
export const isBlindNow = (state: RoomState, isModeratorPresent: boolean): boolean =>
  state.estimates.blind ?? isModeratorPresent;

/** The state in which the person of `event` thinks `change` of what they thought. */
export function placed(state: RoomState, event: Placed, change: (estimate: Estimate) => Estimate): RoomState {
  const { estimates } = state;
  const { [event.person]: old = noEstimate, ...others } = estimates.values;
  const mine = change(old);
  const values = isNothing(mine) ? others : { ...others, [event.person]: mine };
  const count = event.count ?? Object.keys(values).length;
  return withEstimates(state, {
    ...estimates,
    blind: event.blind ?? estimates.blind ?? false,
    values,
    count,
  });
}

const isNothing = ({ g, credences, applicability }: Estimate): boolean =>
  g === null && Object.keys(credences).length + Object.keys(applicability).length === 0;

/** The state with these estimates, and the pins that follow from them. */
export function withEstimates(state: RoomState, estimates: Estimates): RoomState {
  const pins: Record<string, string> = {};
  for (const [person, { g }] of Object.entries(estimates.values))
    if (g !== null && g !== ratherNot) pins[person] = g;
  return { ...state, estimates, pins };
}

/** The state as `person` may see it. */
export function stateFor(state: RoomState, person: string): RoomState {
  if (state.estimates.blind !== true) return state;
  const own = state.estimates.values[person];
  return withEstimates(state, { ...state.estimates, values: own ? { [person]: own } : {} });
}

/** One key set or (null) taken out. */
export function withKey(
  record: Readonly<Record<string, string>>,
  key: string,
  value: string | null,
): Readonly<Record<string, string>> {
  const { [key]: _old, ...others } = record;
  return value === null ? others : { ...others, [key]: value };
}
