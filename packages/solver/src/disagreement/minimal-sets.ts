import { placesOf } from "./outcomes.ts";

/** Sets of places, each a list of ascending places. */
export type Sets = readonly (readonly number[])[];

/** More sets than these are not tried one by one. */
const MOST_SETS = 1 << 16;
/** Sets are bits of a number. */
const MOST_PLACES = 30;

/**
 * All sets of places below `count` without two that clash, as bits, parts before wholes; null where these are too many.
 * `clashes[i]` has the places that can't be together with `i` as bits.
 */
export function allSets(count: number, clashes: readonly number[]): readonly number[] | null {
  if (count > MOST_PLACES) return null;
  const sets = [0];
  for (let place = 0; place < count; place += 1) {
    const clash = clashes[place] ?? 0;
    for (let at = sets.length - 1, last = at; at >= 0; at -= 1) {
      const set = sets[last - at] ?? 0;
      if ((set & clash) === 0) sets.push(set | (1 << place));
    }
    if (sets.length > MOST_SETS) return null;
  }
  return sets;
}

/**
 * Of `sets` (bits, with each also all its parts, parts first) those that have a property although none of their proper
 * parts has it, small ones first. Sets that hold a smaller one are never asked about.
 */
export function minimalSets(sets: readonly number[], has: (set: number) => boolean): Sets {
  const above = new Set<number>();
  const found: (readonly number[])[] = [];
  for (const set of sets) {
    if (set === 0) continue;
    if (isAbove(set, above)) above.add(set);
    else if (has(set)) {
      above.add(set);
      found.push(placesOf(set));
    }
  }
  return found.toSorted(bySize);
}

/** Whether a part with one place less is in `above`. */
function isAbove(set: number, above: ReadonlySet<number>): boolean {
  if (above.size === 0) return false;
  for (let rest = set; rest !== 0; rest &= rest - 1) if (above.has(set ^ (rest & -rest))) return true;
  return false;
}

/** Small sets first, then by their places. */
export function bySize(one: readonly number[], other: readonly number[]): number {
  if (one.length !== other.length) return one.length - other.length;
  const at = one.findIndex((place, i) => place !== other[i]);
  return at < 0 ? 0 : (one[at] ?? 0) - (other[at] ?? 0);
}
