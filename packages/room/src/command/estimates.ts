import { err, ok, type Result } from "@crux/core";
import { limits } from "../protocol/limits.ts";
import { type Refusal, refuse } from "../protocol/refusal.ts";
import { isAnonymous } from "./anonymity.ts";
import { checkWords } from "./check-content.ts";
import { type Because, type Estimate, type Estimates, noEstimate, ratherNot } from "./estimate-state.ts";
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
  const { estimates } = state;
  const { [event.person]: old = noEstimate, ...others } = estimates.values;
  const { because: _before, ...changed } = change(old);
  const mine = event.because ? { ...changed, because: event.because } : changed;
  const values = isNothing(mine) ? others : { ...others, [event.person]: mine };
  const count = event.count ?? Object.keys(values).length;
  return withEstimates(state, {
    ...estimates,
    blind: event.blind ?? estimates.blind ?? false,
    ...(event.anonymous !== undefined && { anonymous: event.anonymous }),
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

/** One key set or (null) taken out. */
export function withKey(
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
