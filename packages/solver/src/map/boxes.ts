import type { Sign } from "./sign-path.ts";

/** Signs that are allowed for some polynomials, by key; a polynomial that is not named may have any. */
export type Box = ReadonlyMap<string, readonly Sign[]>;

/** Whether both allow some common signs throughout. */
export function overlap(a: Box, b: Box): boolean {
  for (const [key, signs] of a) {
    const other = b.get(key);
    if (other !== undefined && !signs.some((sign) => other.includes(sign))) return false;
  }
  return true;
}

/** Whether everything that `inner` allows is allowed by `outer`. */
export function holds(outer: Box, inner: Box): boolean {
  for (const [key, signs] of outer) {
    if (inner.get(key)?.every((sign) => signs.includes(sign)) !== true) return false;
  }
  return true;
}

/**
 * `mine` covered by few boxes that keep apart from each other and from `others`; each of `mine` lies in exactly one.
 * Greedy: first the box that covers most of what is left, then the one that says least.
 */
export function fewestBoxes(mine: readonly Box[], others: readonly Box[]): readonly Box[] {
  const candidates = mine.flatMap((box) => looser(box, others));
  const chosen: Box[] = [];
  let left = [...mine];
  while (left.length > 0) {
    const taken = mine.filter((box) => !left.includes(box));
    const isFree = (box: Box): boolean =>
      !taken.some((other) => overlap(box, other)) &&
      left.every((other) => holds(box, other) || !overlap(box, other));
    const best = candidates.filter(isFree).reduce((a, b) => (isBetter(b, a, left) ? b : a));
    chosen.push(best);
    left = left.filter((box) => !holds(best, box));
  }
  return chosen;
}

const count = (box: Box, left: readonly Box[]): number => left.filter((other) => holds(box, other)).length;

/** Covers more; else says less; else keeps the first. */
function isBetter(a: Box, b: Box, left: readonly Box[]): boolean {
  const [more, fewer] = [count(a, left), count(b, left)];
  if (more !== fewer) return more > fewer;
  if (a.size !== b.size) return a.size < b.size;
  return freedom(a) > freedom(b);
}

const freedom = (box: Box): number => [...box.values()].reduce((sum, signs) => sum + signs.length, 0);

/** More boxes than this around one are not looked at. */
const MOST_CANDIDATES = 200;

/** What one more sign may be allowed, so that the signs are still a comparison with 0; all three say nothing. */
const LOOSER: ReadonlyMap<string, readonly (readonly Sign[])[]> = new Map([
  [
    "1",
    [
      [0, 1],
      [-1, 1],
    ],
  ],
  [
    "0",
    [
      [0, 1],
      [-1, 0],
    ],
  ],
  [
    "-1",
    [
      [-1, 0],
      [-1, 1],
    ],
  ],
]);

/** Boxes around `box`, itself first, that keep apart from `others`: a box that does not has no looser one that does. */
function looser(box: Box, others: readonly Box[]): readonly Box[] {
  const found = new Map<string, Box>([[keyOf(box), box]]);
  for (const one of found.values()) {
    for (const [key, signs] of [...one].reverse()) {
      for (const more of LOOSER.get(signs.join(",")) ?? [[]]) {
        if (found.size >= MOST_CANDIDATES) return [...found.values()];
        const next = new Map(one);
        if (more.length === 0) next.delete(key);
        else next.set(key, more);
        if (!found.has(keyOf(next)) && !others.some((other) => overlap(next, other)))
          found.set(keyOf(next), next);
      }
    }
  }
  return [...found.values()];
}

const keyOf = (box: Box): string => [...box].map(([key, signs]) => `${key}:${signs.join(",")}`).join(";");
