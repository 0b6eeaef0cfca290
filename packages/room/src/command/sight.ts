import { withEstimates } from "./estimates.ts";
import type { Lost } from "./lost.ts";
import type { Poll } from "./poll.ts";
import { type RoomState, withSession } from "./room-state.ts";

/** Who looks at a room: a person, and the pseudonym under which they speak when the room is anonymous, if they have one. */
export type Self = { readonly person: string; readonly pseudonym: string | null };

/** Whether what stands under `id` is `self`'s. */
export const isSelf = (self: Self, id: string): boolean => id === self.person || id === self.pseudonym;

/** The state as `self` may see it: blind numbers and answers are their own only, and who is lost is told to nobody. */
export function stateFor(state: RoomState, self: Self): RoomState {
  const isModerator = state.people[self.person]?.role === "moderator";
  const { polls, lost } = state.session;
  const shown = state.estimates.blind === true ? withOwnEstimates(state, self) : state;
  return withSession(shown, {
    polls: Object.fromEntries(Object.entries(polls).map(([id, poll]) => [id, pollFor(poll, self)])),
    lost: lostFor(lost, self, isModerator),
  });
}

const ownOf = <T>(values: Readonly<Record<string, T>>, self: Self): Record<string, T> =>
  Object.fromEntries(Object.entries(values).filter(([id]) => isSelf(self, id)));

const withOwnEstimates = (state: RoomState, self: Self): RoomState =>
  withEstimates(state, { ...state.estimates, values: ownOf(state.estimates.values, self) });

const pollFor = (poll: Poll, self: Self): Poll =>
  poll.blind ? { ...poll, answers: ownOf(poll.answers, self) } : poll;

function lostFor(lost: Lost, self: Self, isModerator: boolean): Lost {
  const mine = Object.entries(lost.by).flatMap(([to, people]) => {
    const own = people.filter((person) => isSelf(self, person));
    return own.length > 0 ? [[to, own] as const] : [];
  });
  return { by: Object.fromEntries(mine), counts: isModerator ? lost.counts : {} };
}
