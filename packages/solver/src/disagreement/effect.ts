import type { EffectKind, WinnerMap } from "../query/answer.ts";

/**
 * What a change does to a winner map: `none` if all segments stay; `ties` if programs tie on a whole segment that did
 * not tie before; `reverses` if the same winners come in the opposite order; `removes` or `creates` if there are fewer
 * or more thresholds; else it `moves` one, or puts others in the place of winners.
 */
export function effectOf(before: WinnerMap, after: WinnerMap): EffectKind {
  const [old, now] = [orderOf(before), orderOf(after)];
  const ends = (map: WinnerMap): string =>
    map.segments.map((one) => one.to.exact ?? one.to.decimal ?? "").join(" ");
  if (sameOrder(old, now) && ends(before) === ends(after)) return "none";
  if (now.some((winners) => winners.includes("=") && !old.includes(winners))) return "ties";
  if (old.length > 1 && sameOrder(old.toReversed(), now)) return "reverses";
  if (now.length < old.length) return "removes";
  return now.length > old.length ? "creates" : "moves";
}

/** Who wins from small to large values of the axis; those who tie are joined by `=`. */
const orderOf = ({ segments }: WinnerMap): readonly string[] => segments.map((one) => one.winners.join("="));

const sameOrder = (a: readonly string[], b: readonly string[]): boolean =>
  a.length === b.length && a.every((one, at) => one === b[at]);
