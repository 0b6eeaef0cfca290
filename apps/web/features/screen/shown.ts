import { phaseOf, type RoomView, type Spotlight } from "@crux/room/client";

/** What the middle of the big screen shows: what someone put there, or what the meeting is at. */
export type Shown = Spotlight | { readonly kind: "join" };

/**
 * What is on the screen: what a moderator put there; else the newest open poll; else, while numbers are asked for,
 * how many are in; else how to come in.
 */
export function shownOf({ session, estimates }: Pick<RoomView, "session" | "estimates">): Shown {
  if (session.spotlight !== null) return session.spotlight.what;
  const polls = Object.values(session.polls).filter(
    (poll) => !poll.closed && session.hidden[`poll/${poll.id}`] === undefined,
  );
  const newest = polls.toSorted((a, b) => b.seq - a.seq)[0];
  if (newest !== undefined) return { kind: "poll", poll: newest.id };
  const asks = phaseOf(session)?.may.participant.includes("estimate") === true;
  return asks || estimates.blind === true ? { kind: "estimates" } : { kind: "join" };
}
