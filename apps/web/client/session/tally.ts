import {
  add,
  compare,
  divide,
  floor,
  integer,
  multiply,
  parseRational,
  printRational,
  type Rational,
  subtract,
} from "@crux/core/exact";
import type { Poll } from "@crux/room/client";

/** One bar: what was answered, how often now, and how often when the answers were shown before. */
export type TallyBar = { readonly label: string; readonly now: number; readonly before: number };

/** Answers counted. Hidden ones are left out: they stand in the room as empty texts. */
export type Tally = {
  readonly bars: readonly TallyBar[];
  readonly now: number;
  /** How many were shown before; 0 where nothing was. */
  readonly before: number;
  /** How many answer otherwise than before. */
  readonly moved: number;
};

/** More different numbers than these are counted in ranges. */
const MOST = 8;
const RANGES = 10;

/** The answers of a poll that this page may see, counted for a picture. */
export function tallyOf({ form, answers, before }: Pick<Poll, "form" | "answers" | "before">): Tally {
  const [now, then] = [said(answers), said(before ?? {})];
  const moved = Object.entries(answers).filter(
    ([id, answer]) => answer !== "" && before?.[id] !== undefined && before[id] !== answer,
  ).length;
  const counts = { now: now.length, before: then.length, moved };
  switch (form.kind) {
    case "choice":
      return {
        ...counts,
        bars: form.options.map((label, at) => ({ label, ...counted(now, then, (one) => one === `${at}`) })),
      };
    case "words":
      return { ...counts, bars: byText(now, then) };
    case "number":
    case "slider": {
      const ends = form.kind === "slider" ? ([form.from, form.to] as const) : null;
      return { ...counts, bars: byNumber(now, then, ends) };
    }
  }
}

const said = (answers: Readonly<Record<string, string>>): readonly string[] =>
  Object.values(answers).filter((one) => one !== "");

const counted = (
  now: readonly string[],
  before: readonly string[],
  isSo: (answer: string) => boolean,
): Omit<TallyBar, "label"> => ({ now: now.filter(isSo).length, before: before.filter(isSo).length });

const plain = (text: string): string => text.trim().toLowerCase();

/** Words that are alike but for capitals are one; the most frequent first. */
function byText(now: readonly string[], before: readonly string[]): readonly TallyBar[] {
  const first = new Map<string, string>();
  for (const one of [...now, ...before]) if (!first.has(plain(one))) first.set(plain(one), one.trim());
  return [...first]
    .map(([key, label]) => ({ label, ...counted(now, before, (one) => plain(one) === key) }))
    .toSorted((a, b) => b.now - a.now || b.before - a.before);
}

/** Each number for itself while they are few, else ranges of one width from the least to the greatest. */
function byNumber(
  now: readonly string[],
  before: readonly string[],
  ends: readonly [string, string] | null,
): readonly TallyBar[] {
  const values = [...now, ...before]
    .map(parseRational)
    .filter((value): value is Rational => value !== undefined)
    .toSorted(compare);
  const different = [...new Set(values.map(printRational))];
  if (ends === null && different.length <= MOST)
    return different.map((label) => ({ label, ...counted(now, before, (one) => printed(one) === label) }));
  const [least, greatest] =
    ends === null ? [values[0], values.at(-1)] : ends.map((one) => parseRational(one));
  if (least === undefined || greatest === undefined || compare(least, greatest) === 0) return [];
  const step = divide(subtract(greatest, least), integer(BigInt(RANGES)));
  const rangeOf = (text: string): number => {
    const value = parseRational(text);
    if (value === undefined) return -1;
    return Math.min(RANGES - 1, Number(floor(divide(subtract(value, least), step))));
  };
  const edge = (at: number): string => printRational(add(least, multiply(step, integer(BigInt(at)))));
  return Array.from({ length: RANGES }, (_, at) => ({
    label: `${edge(at)} to ${edge(at + 1)}`,
    ...counted(now, before, (one) => rangeOf(one) === at),
  }));
}

const printed = (text: string): string => {
  const value = parseRational(text);
  return value === undefined ? text : printRational(value);
};

/** One sentence that says what the picture shows, for those who don't see it. */
export function tallySentence({ bars, now, before, moved }: Tally): string {
  if (now === 0 && before === 0) return "Nobody has answered.";
  const parts = bars
    .filter((one) => one.now + one.before > 0)
    .map(
      (one) =>
        `${one.label}: ${one.now}${before > 0 && one.before !== one.now ? ` (before ${one.before})` : ""}`,
    );
  const change = moved === 0 ? "" : moved === 1 ? " 1 answer changed." : ` ${moved} answers changed.`;
  return `${parts.join("; ")}.${change}`;
}
