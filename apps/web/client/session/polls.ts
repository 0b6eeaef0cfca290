import { compare, parseRational } from "@crux/core/exact";
import { type Poll, type PollForm, type RoomView, speakers } from "@crux/room/client";
import { nameOf, ownIn } from "../room/who.ts";
import { lockSentence } from "./meeting.ts";

/** A question that was put to everybody, as the person at this page sees it. */
export type PollView = {
  readonly poll: Poll;
  /** Who asked. */
  readonly by: string;
  /** One's own answer; null for none. */
  readonly mine: string | null;
  /** `6 of 7 in`. */
  readonly short: string;
  readonly mayAnswer: boolean;
  /** Why one may not answer now though one's role does; null otherwise. */
  readonly lock: string | null;
  /** Why a moderator hid it; null when it is not hidden. */
  readonly hidden: string | null;
};

/** All questions of the room, newest first. */
export function pollsOf(view: RoomView): readonly PollView[] {
  const { session, people, you } = view;
  const here = people.filter(({ role, at }) => speakers.includes(role) && at.length > 0);
  return Object.values(session.polls)
    .toSorted((a, b) => b.seq - a.seq)
    .map((poll) => {
      // Under pseudonyms nobody knows who of those who are away has answered.
      const away = poll.anonymous
        ? 0
        : Object.keys(poll.answers).filter((id) => !here.some((one) => one.id === id)).length;
      return {
        poll,
        by: nameOf(view, poll.by),
        mine: ownIn(view, poll.answers),
        short: `${poll.count} of ${Math.max(poll.count, here.length + away)} in`,
        mayAnswer: you !== null && speakers.includes(you.role) && !poll.closed,
        lock: lockSentence(view, "answer"),
        hidden: session.hidden[`poll/${poll.id}`]?.reason ?? null,
      };
    });
}

/** The newest question that waits for an answer of the person at this page; null for none. */
export const openPollOf = (view: RoomView): PollView | null =>
  pollsOf(view).find(
    ({ poll, mine, mayAnswer, lock, hidden }) =>
      poll.blind && mayAnswer && mine === null && lock === null && hidden === null,
  ) ?? null;

/** An answer in words: an option's name, a number with its unit, or the words themselves. */
export function sayAnswer(form: PollForm, answer: string): string {
  if (answer === "") return "hidden";
  switch (form.kind) {
    case "choice":
      return form.options[Number(answer)] ?? answer;
    case "number":
      return form.unit === "" ? answer : `${answer} ${form.unit}`;
    case "slider":
    case "words":
      return answer;
  }
}

/** What someone typed as an answer to a question for a number: the exact text, or null for what is none or outside the ends. */
export function readAnswer(
  form: Extract<PollForm, { kind: "slider" | "number" }>,
  text: string,
): string | null {
  const typed = text.trim();
  const value = typed.length <= 60 ? parseRational(typed) : undefined;
  if (value === undefined) return null;
  if (form.kind === "number") return typed;
  const [from, to] = [parseRational(form.from), parseRational(form.to)];
  return from && to && compare(from, value) <= 0 && compare(value, to) <= 0 ? typed : null;
}
