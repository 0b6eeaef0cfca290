import { bySize, type Sets } from "./minimal-sets.ts";

/** What a search among too many sets found. */
export type Found = {
  /** Sets that have the property although none of their proper parts has it: every part was tried. */
  readonly minimal: Sets;
  /** Sets that have the property and lose it when any one place is left out; not all of their parts were tried. */
  readonly loose: Sets;
  /** All sets of at most this many places were tried. */
  readonly tried: number;
};

/** Sets that are tried one by one from the smallest on. */
const MOST_TRIED = 4_000;
/** Larger sets keep parts that were not tried. */
const MOST_WITH_PARTS = 9;
/** Orders in which large sets are made smaller. */
const ORDERS = 8;

/**
 * Some of the sets of places below `count` that have a property, without two places that clash: first all small sets,
 * as far as that goes, then large ones from which one place after the other is left out. Nothing is said about sets
 * that are not listed, but that those of at most `tried` places are complete.
 */
export function searchSets(
  count: number,
  clash: (one: number, other: number) => boolean,
  has: (places: readonly number[]) => boolean,
): Found {
  const minimal: (readonly number[])[] = [];
  const isNew = (places: readonly number[]): boolean =>
    !minimal.some((smaller) => smaller.every((place) => places.includes(place)));
  const take = (places: readonly number[]): void => {
    if (isNew(places) && has(places)) minimal.push(places);
  };
  const tried = sizeWithin(count);
  for (let size = 1; size <= tried; size += 1) {
    for (const places of subsets(count, size, clash)) take(places);
  }
  const loose: (readonly number[])[] = [];
  for (let order = 0; order < ORDERS; order += 1) {
    const large = largest(count, order, clash);
    if (large.length <= tried || !has(large)) continue;
    const small = shrunk(large, order, has);
    if (!isNew(small)) continue;
    if (small.length > MOST_WITH_PARTS) loose.push(small);
    else for (const part of partsOf(small)) if (part.length > tried) take(part);
  }
  const other = loose.filter(
    (set, at) => isNew(set) && loose.findIndex((one) => `${one}` === `${set}`) === at,
  );
  return { minimal: minimal.toSorted(bySize), loose: other.toSorted(bySize), tried };
}

/** The largest size up to which all sets of `count` places are few enough. */
function sizeWithin(count: number): number {
  let [size, ways, total] = [0, 1, 0];
  for (;;) {
    ways = (ways * (count - size)) / (size + 1);
    total += ways;
    if (total > MOST_TRIED || ways === 0) return size;
    size += 1;
  }
}

/** All sets of `size` places below `count` in which no two clash, in order. */
function* subsets(
  count: number,
  size: number,
  clash: (one: number, other: number) => boolean,
  before: readonly number[] = [],
): Generator<readonly number[]> {
  if (before.length === size) {
    yield before;
    return;
  }
  for (let next = (before.at(-1) ?? -1) + 1; next < count; next += 1) {
    if (!before.some((one) => clash(one, next))) yield* subsets(count, size, clash, [...before, next]);
  }
}

/** The places below `count` in the order of that number: forwards or backwards, from another start each time. */
function inOrder(count: number, order: number): readonly number[] {
  const start = Math.floor((order * count) / ORDERS);
  const turned = Array.from({ length: count }, (_, at) => (at + start) % count);
  return order % 2 === 0 ? turned : turned.toReversed();
}

/** As many places as go together, taken in an order. */
function largest(
  count: number,
  order: number,
  clash: (one: number, other: number) => boolean,
): readonly number[] {
  const taken: number[] = [];
  for (const place of inOrder(count, order)) if (!taken.some((one) => clash(one, place))) taken.push(place);
  return taken.toSorted((a, b) => a - b);
}

/** A set that has the property with every place left out, one after the other, that it can do without. */
function shrunk(
  places: readonly number[],
  order: number,
  has: (places: readonly number[]) => boolean,
): readonly number[] {
  let left = places;
  for (let isDone = false; !isDone; ) {
    const size = left.length;
    for (const at of inOrder(places.length, order)) {
      const without = left.filter((place) => place !== places[at]);
      if (without.length > 0 && without.length < left.length && has(without)) left = without;
    }
    isDone = left.length === size;
  }
  return left;
}

/** All parts of a set that are not empty, small ones first, itself last. */
function partsOf(places: readonly number[]): Sets {
  const parts = Array.from({ length: (1 << places.length) - 1 }, (_, at) =>
    places.filter((_, i) => ((at + 1) & (1 << i)) !== 0),
  );
  return parts.toSorted(bySize);
}
