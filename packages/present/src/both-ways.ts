import { compare, parseRational } from "@crux/core/exact";
import type { Effect } from "./effect-words.ts";
import { listText } from "./names.ts";

/** One way to read an objection, and what it does; null while that is not known. */
type ReadEffect = { readonly label: string; readonly effect: Effect | null };

/**
 * That an objection's readings move the one flip in opposite directions, as a sentence that begins with `whose`
 * (`Your objection`); empty where they don't, or that can't be said exactly.
 */
export function bothWaysText(whose: string, readings: readonly ReadEffect[]): string {
  const moved = readings.flatMap(({ label, effect }) => {
    const [before, after] =
      effect?.kind === "moves" ? [oneOf(effect.before), oneOf(effect.after)] : [null, null];
    const [from, to] = [parseRational(before ?? ""), parseRational(after ?? "")];
    if (from === undefined || to === undefined) return [];
    return [{ text: `${after} if ${label === "" ? "read so" : `“${label}”`}`, way: compare(to, from) }];
  });
  const [down, up] = [-1, 1].map((way) =>
    moved.filter((one) => Math.sign(one.way) === way).map(({ text }) => text),
  );
  if (down === undefined || up === undefined || down.length === 0 || up.length === 0) return "";
  return `${whose} cuts both ways: the flip falls to ${listText(down)}, and rises to ${listText(up)}.`;
}

const oneOf = (flips: readonly string[]): string | null => (flips.length === 1 ? (flips[0] ?? null) : null);
