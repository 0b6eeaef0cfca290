import { err, ok, type Result } from "@crux/core";
import { limits } from "../protocol/limits.ts";
import { type Refusal, refuse } from "../protocol/refusal.ts";
import { isAnonymous } from "./anonymity.ts";
import { checkWords } from "./check-words.ts";
import { type Because, type Estimate, type Estimates, noEstimate, ratherNot } from "./estimate-state.ts";
import { isCredence } from "./numbers.ts";
import type { Person, RoomState } from "./room-state.ts";

/** What the event of a placed number carries beside it. */
export type Placed = {
  readonly person: string;
  /** Set from the first number on; absent in logs of version 1, where all were open. */
  readonly blind?: boolean;
  /** Whether the round is anonymous, which its first number decides. */
  readonly anonymous?: boolean;
  /** What moved them; absent: they did not say, and what they said before no longer holds. */
  readonly because?: Because;
  /** Only to the person's own connections, which can't count the others. */
  readonly count?: number;
};

/** Whether a number that is placed now is blind. */
export const isBlindNow = (state: RoomState, isModeratorPresent: boolean): boolean =>
  state.estimates.blind ?? isModeratorPresent;

/** Whether a number that is placed now stands under a pseudonym: the first one of a round decides for all of it. */
export const isAnonymousRound = ({ estimates, session }: RoomState): boolean =>
  Object.keys(estimates.values).length > 0 ? estimates.anonymous === true : isAnonymous(session);

/** The state in which the person of `event` thinks `change` of what they thought. */
export function placed(state: RoomState, event: Placed, change: (estimate: Estimate) => Estimate): RoomState {
  const { anonymous: was = false, ...estimates } = state.estimates;
  const { [event.person]: old = noEstimate, ...others } = estimates.values;
  const { because: _before, ...changed } = change(old);
  const mine = event.because ? { ...changed, because: event.because } : changed;
  const values = isNothing(mine) ? others : { ...others, [event.person]: mine };
  const count = event.count ?? Object.keys(values).length;
  return withEstimates(state, {
    ...estimates,
    blind: event.blind ?? estimates.blind ?? false,
    ...((event.anonymous ?? was) && Object.keys(values).length > 0 && { anonymous: true as const }),
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

/** The event of a share from 0 to 1 (or null, which takes it back) that someone places on the thing at `key`. */
export function decideShare<N extends object>(
  state: RoomState,
  by: Pick<Person, "id">,
  input: { readonly value: string | null; readonly because?: Because | undefined },
  about: {
    /** The shares of its kind that the person has placed. */
    readonly mine: Readonly<Record<string, string>>;
    readonly key: string;
    /** The thing as its event names it. */
    readonly named: N;
    readonly isModeratorPresent: boolean;
  },
): Result<Placed & N & { value: string | null }, Refusal> {
  const { value } = input;
  if (value !== null && !isCredence(value)) return err(refuse("bad-credence", value));
  if (about.mine[about.key] === undefined && Object.keys(about.mine).length >= limits.credencesPerPerson)
    return err(refuse("too-many", "credences of yours"));
  const because = checkBecause(state, by, input.because);
  if (!because.ok) return because;
  return ok({
    person: by.id,
    ...about.named,
    value,
    blind: isBlindNow(state, about.isModeratorPresent),
    anonymous: isAnonymousRound(state),
    ...because.value,
  });
}

/** The state in which the person of `event` gives the thing at `key` that share. */
export const placeShare = (
  state: RoomState,
  event: Placed & { readonly value: string | null },
  field: "credences" | "applicability",
  key: string,
): RoomState =>
  placed(state, event, (mine) => ({ ...mine, [field]: withKey(mine[field], key, event.value) }));

/** One key set or (null) taken out. */
function withKey(
  record: Readonly<Record<string, string>>,
  key: string,
  value: string | null,
): Readonly<Record<string, string>> {
  const { [key]: _old, ...others } = record;
  return value === null ? others : { ...others, [key]: value };
}

/** What a number's event says of its cause, or why that can't be said. */
export function checkBecause(
  state: RoomState,
  by: Pick<Person, "id">,
  because: Because | undefined,
): Result<{ because?: Because }, Refusal> {
  if (because === undefined) return ok({});
  const words = because.words.trim();
  if (because.objection === null && words === "") return ok({});
  if (because.objection !== null && !state.debate.objections[because.objection])
    return err(refuse("no-such-thing", because.objection));
  if (state.session.hidden[`because/${by.id}`]) return err(refuse("is-hidden", "your reasons"));
  const refusal = checkWords(words, limits.reasonText);
  return refusal ? err(refusal) : ok({ because: { objection: because.objection, words } });
}
