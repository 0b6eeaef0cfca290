import type { Sign } from "./sign-path.ts";

/** Signs that are allowed for some polynomials, by key; a polynomial that is not named may have any. */
export type Box = ReadonlyMap<string, readonly Sign[]>;

/** Whether both allow some common signs throughout. */
export const overlap = (a: Box, b: Box): boolean =>
  [...a].every(([key, signs]) => {
    const other = b.get(key);
    return other === undefined || signs.some((sign) => other.includes(sign));
  });

/** Whether everything that `inner` allows is allowed by `outer`. */
export const holds = (outer: Box, inner: Box): boolean =>
  [...outer].every(([key, signs]) => inner.get(key)?.every((sign) => signs.includes(sign)) === true);

/** Above this many candidates a box is only loosened one polynomial after the other. */
const MOST_CANDIDATES = 5000;

/** `mine` covered by few boxes that keep apart from each other and from `others`; each of `mine` lies in exactly one. */
export function fewestBoxes(mine: readonly Box[], others: readonly Box[]): readonly Box[] {
  const chosen: Box[] = [];
  let left = [...mine];
  while (left.length > 0) {
    const taken = mine.filter((box) => !left.includes(box));
    const isFree = (box: Box): boolean =>
      !others.some((other) => overlap(box, other)) &&
      !taken.some((other) => overlap(box, other)) &&
      left.every((other) => holds(box, other) || !overlap(box, other));
    const best = left.flatMap((box) => looser(box, isFree)).reduce((a, b) => (isBetter(b, a, left) ? b : a));
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

const WAYS: ReadonlyMap<Sign, readonly (readonly Sign[])[]> = new Map([
  [1, [[1], [0, 1], [-1, 1], [-1, 0, 1]]],
  [0, [[0], [0, 1], [-1, 0], [-1, 0, 1]]],
  [-1, [[-1], [-1, 0], [-1, 1], [-1, 0, 1]]],
]);

/** Boxes around `box`, itself included, that are free. */
function looser(box: Box, isFree: (box: Box) => boolean): Box[] {
  if (4 ** box.size > MOST_CANDIDATES) return [oneAfterTheOther(box, isFree)];
  let found: Box[] = [new Map()];
  for (const [key, [sign = 0]] of box) {
    found = found.flatMap((part) =>
      (WAYS.get(sign) ?? []).map(
        (signs): Box => (signs.length === 3 ? part : new Map([...part, [key, signs]])),
      ),
    );
  }
  const free = found.filter(isFree);
  return free.length > 0 ? free : [box];
}

function oneAfterTheOther(box: Box, isFree: (box: Box) => boolean): Box {
  let out = box;
  for (const [key, [sign = 0]] of box) {
    for (const signs of (WAYS.get(sign) ?? []).toReversed()) {
      const next = new Map(out);
      if (signs.length === 3) next.delete(key);
      else next.set(key, signs);
      if (!isFree(next)) continue;
      out = next;
      break;
    }
  }
  return out;
}
