import { phaseLock, phaseOf, type RoomView, speakers } from "@crux/room/client";
import { ownIn } from "../room/who.ts";

/** Something of the meeting that has begun and is worth looking at. */
export type News = {
  /** Tells it from what was there before, for good. */
  readonly key: string;
  readonly text: string;
};

type NewsView = Pick<RoomView, "you" | "session" | "estimates" | "closed" | "pseudonym">;

/**
 * What is on now for the person at this page, the most urgent first: the floor, questions that wait for an answer,
 * another round of numbers, the phase.
 */
export function newsOf(view: NewsView): readonly News[] {
  const { you, session, estimates, closed } = view;
  if (you === null || closed) return [];
  const news: News[] = [];
  const { floor, polls, hidden } = session;
  if (floor.speaker?.person === you.id)
    news.push({ key: `floor ${floor.turns[you.id] ?? 0}`, text: "You have the floor" });
  const isAsked = (permission: "answer" | "estimate"): boolean =>
    speakers.includes(you.role) && phaseLock(session, you.role, permission) === null;
  if (isAsked("answer"))
    for (const { id, question, before, answers, closed: isOver } of Object.values(polls).toSorted(
      (a, b) => Number(b.blind) - Number(a.blind) || b.seq - a.seq,
    ))
      if (!isOver && hidden[`poll/${id}`] === undefined && ownIn(view, answers) === null)
        news.push({ key: `poll ${id} ${JSON.stringify(before)}`, text: question });
  const { blind, before, values } = estimates;
  if (blind === true && before !== null && isAsked("estimate") && ownIn(view, values) === null)
    news.push({ key: `numbers ${JSON.stringify(before)}`, text: "Your numbers, again" });
  const phase = phaseOf(session);
  if (phase !== null && session.phase !== null)
    news.push({ key: `phase ${session.phase.seq}`, text: `“${phase.name}” begins` });
  return news;
}
