import { err, ok, type Result } from "@crux/core";
import { type Refusal, refuse } from "../protocol/refusal.ts";
import { checkLead } from "./lead.ts";
import type { Poll } from "./poll.ts";
import type { Prepared } from "./prepared.ts";
import { type Person, type RoomState, withSession } from "./room-state.ts";

/** The state with one poll changed; the same state when there is no such poll. */
export function withPoll(state: RoomState, id: string, change: (poll: Poll) => Poll): RoomState {
  const poll = state.session.polls[id];
  return poll ? withSession(state, { polls: { ...state.session.polls, [id]: change(poll) } }) : state;
}

/** The poll `id` when `by` may run it now, or why not. */
export function ledPoll(state: RoomState, by: Person, id: string, prepared: Prepared): Result<Poll, Refusal> {
  const refusal = checkLead(by, prepared);
  if (refusal) return err(refusal);
  const poll = state.session.polls[id];
  return poll ? ok(poll) : err(refuse("no-such-thing", id));
}
