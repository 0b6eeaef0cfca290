import { withEstimates } from "./estimates.ts";
import { authorAt, blankAt, overlayRef } from "./hideable.ts";
import type { Lost } from "./lost.ts";
import type { Poll } from "./poll.ts";
import { type RoomState, withSession } from "./room-state.ts";
import { withCauses } from "./with-causes.ts";

/** Who looks at a room: a person, and the pseudonym under which they speak when the room is anonymous, if they have one. */
export type Self = { readonly person: string; readonly pseudonym: string | null };

/** Whether what stands under `id` is `self`'s. */
export const isSelf = (self: Self, id: string): boolean => id === self.person || id === self.pseudonym;

/**
 * The state as `self` may see it: blind numbers and answers are their own only, who is lost is told to nobody, and
 * what is hidden is a stub for all but moderators and its author. What it gives it leaves as it is when it is
 * given back, so a client can do the same to what it has.
 */
export function stateFor(state: RoomState, self: Self): RoomState {
  const isModerator = state.people[self.person]?.role === "moderator";
  const open = isModerator ? state : withStubs(state, self);
  const shown = open.estimates.blind === true ? withOwnEstimates(open, self) : open;
  const { polls, lost } = shown.session;
  return withSession(shown, {
    polls: Object.fromEntries(Object.entries(polls).map(([id, poll]) => [id, pollFor(poll, self)])),
    spotlight: spotlightFor(shown),
    lost: lostFor(lost, self, isModerator),
  });
}

/**
 * What of a state a page shows `self`: what is hidden is a stub for moderators, too, since others may look at their
 * screen; `wordsAt` has what they may read behind it. Gives the same state where nothing of others' is hidden.
 */
export function shownTo(state: RoomState, self: Self): RoomState {
  if (state.people[self.person]?.role !== "moderator") return state;
  const shown = withStubs(state, self);
  return shown === state ? state : withSession(shown, { spotlight: spotlightFor(shown) });
}

const withStubs = (state: RoomState, self: Self): RoomState =>
  Object.keys(state.session.hidden).reduce((shown, ref) => {
    const author = authorAt(shown, ref);
    return author === null || isSelf(self, author) ? shown : blankAt(shown, ref);
  }, state);

/** What is on the screen, unless it is a comparison with values that are not here (any more, or hidden). */
function spotlightFor({ session, debate }: RoomState): RoomState["session"]["spotlight"] {
  const what = session.spotlight?.what;
  if (what?.kind !== "compare") return session.spotlight;
  const isHidden = (id: string): boolean =>
    debate.overlays[id] === undefined && session.hidden[overlayRef(id)] !== undefined;
  return what.between.some(isHidden) ? null : session.spotlight;
}

const ownOf = <T>(values: Readonly<Record<string, T>>, self: Self): Record<string, T> =>
  Object.fromEntries(Object.entries(values).filter(([id]) => isSelf(self, id)));

const withOwnEstimates = (state: RoomState, self: Self): RoomState =>
  withEstimates(state, { ...state.estimates, values: ownOf(state.estimates.values, self) });

const pollFor = (poll: Poll, self: Self): Poll =>
  poll.blind
    ? { ...withCauses(poll, ownOf(poll.because ?? {}, self)), answers: ownOf(poll.answers, self) }
    : poll;

function lostFor(lost: Lost, self: Self, isModerator: boolean): Lost {
  const mine = Object.entries(lost.by).flatMap(([to, people]) => {
    const own = people.filter((person) => isSelf(self, person));
    return own.length > 0 ? [[to, own] as const] : [];
  });
  return { by: Object.fromEntries(mine), counts: isModerator ? lost.counts : {} };
}
