import { add, compare, divide, integer, parseRational, printRational, type Rational } from "@crux/core/exact";
import { rationalToFloat, roundText } from "@crux/present";
import type { Poll, RoomView } from "@crux/room/client";
import { nameOf } from "../room/who.ts";
import { sayAnswer } from "./polls.ts";

type Answers = Pick<Poll, "form" | "answers" | "before" | "because">;

/** One person's answer, and the one that it took the place of. */
export type Movement = {
  readonly id: string;
  readonly name: string;
  /** Both in words: `store → derive`. */
  readonly text: string;
  /** Where they stand between the ends of the picture, from 0 to 1; null for what is no number. */
  readonly before: number | null;
  readonly now: number | null;
  readonly hasMoved: boolean;
  /** The objection that they name as the cause, in words; empty where they name none. */
  readonly cause: string;
};

/** What each person answered, before and now; those who moved come first. */
export function movementsOf(
  view: Pick<RoomView, "people" | "debate" | "session">,
  poll: Answers,
): readonly Movement[] {
  const { form, answers, before, because } = poll;
  const ends = endsOf(poll);
  const all = Object.keys({ ...before, ...answers }).map((id): Movement => {
    const [old, now] = [before?.[id] ?? null, answers[id] ?? null];
    const words = now === null ? "no answer now" : sayAnswer(form, now);
    const hasMoved = old !== null && old !== now;
    const cause = because?.[id];
    return {
      id,
      name: nameOf(view, id),
      text: hasMoved ? `${sayAnswer(form, old)} → ${words}` : words,
      before: shareOf(ends, old),
      now: shareOf(ends, now),
      hasMoved,
      cause: cause === undefined ? "" : sayObjection(view, cause),
    };
  });
  return all.toSorted((a, b) => Number(b.hasMoved) - Number(a.hasMoved));
}

/** The ends of the line on which the answers lie: those of a slider, else the least and the greatest answer; null for no line. */
export function endsOf({ form, answers, before }: Answers): readonly [string, string] | null {
  if (form.kind === "slider") return [form.from, form.to];
  if (form.kind !== "number") return null;
  const values = [...Object.values(answers), ...Object.values(before ?? {})]
    .flatMap((text) => parseRational(text) ?? [])
    .toSorted(compare);
  const [least, greatest] = [values[0], values.at(-1)];
  if (least === undefined || greatest === undefined || compare(least, greatest) === 0) return null;
  return [printRational(least), printRational(greatest)];
}

/** Where a number stands between two ends, from 0 to 1; null where there is no number or are no ends. */
export function shareOf(ends: readonly [string, string] | null, text: string | null): number | null {
  if (ends === null || text === null || parseRational(text) === undefined) return null;
  const [from, to] = ends.map(rationalToFloat) as [number, number];
  return Math.min(1, Math.max(0, (rationalToFloat(text) - from) / (to - from)));
}

/** The middle of numbers (exact texts), exactly; null for none. */
export function middleOf(texts: readonly string[]): Rational | null {
  const values = texts.flatMap((text) => parseRational(text) ?? []).toSorted(compare);
  const upper = values[Math.floor(values.length / 2)];
  const lower = values[Math.floor((values.length - 1) / 2)];
  return upper === undefined || lower === undefined ? null : divide(add(lower, upper), integer(2n));
}

/** `The middle is 30 → 45.`; empty where nothing is in the open or it is no number. */
export function middleSentence({ form, answers, before }: Answers, unit = ""): string {
  if (form.kind !== "number" && form.kind !== "slider") return "";
  const [old, now] = [Object.values(before ?? {}), Object.values(answers)].map(middleOf);
  if (now === null || now === undefined) return "";
  const behind = form.kind === "number" && form.unit !== "" ? ` ${form.unit}` : unit;
  const hasMoved = old !== null && old !== undefined && compare(old, now) !== 0;
  return `The middle is ${hasMoved ? `${sayNumber(old)}${behind} → ` : ""}${sayNumber(now)}${behind}.`;
}

/** Where the middles stand between the ends of the line, as shares from 0 to 1. */
export function middleShares(poll: Answers): { readonly before: number | null; readonly now: number | null } {
  const [before, now] = [poll.before ?? {}, poll.answers].map((answers) => {
    const middle = middleOf(Object.values(answers));
    return middle === null ? null : shareOf(endsOf(poll), printRational(middle));
  });
  return { before: before ?? null, now: now ?? null };
}

const sayNumber = (value: Rational): string => {
  const text = roundText(printRational(value));
  const read = parseRational(text);
  return read !== undefined && compare(read, value) === 0 ? text : `≈ ${text}`;
};

/** An objection that was named as a cause, and how often. */
export type Cause = { readonly id: string; readonly text: string; readonly count: number };

/** The objections (by their ids, as often as they were named) that moved people, the most frequent first. */
export function causesOf(
  view: Pick<RoomView, "debate" | "session">,
  ids: readonly string[],
): readonly Cause[] {
  const counts = new Map<string, number>();
  for (const id of ids) counts.set(id, (counts.get(id) ?? 0) + 1);
  return [...counts]
    .map(([id, count]) => ({ id, count, text: sayObjection(view, id) }))
    .toSorted((a, b) => b.count - a.count);
}

const LONGEST = 70;

/** An objection by its first words. */
export function sayObjection({ debate, session }: Pick<RoomView, "debate" | "session">, id: string): string {
  const text = debate.objections[id]?.text.trim() ?? "";
  if (session.hidden[`objection/${id}`] !== undefined) return "a hidden objection";
  if (text === "") return "an objection without words";
  return `“${text.length > LONGEST ? `${text.slice(0, LONGEST - 2).trimEnd()} …` : text}”`;
}
