/**
 * The sets of places below `count` that have a property although none of their proper subsets has it, small ones
 * first. Sets that hold a smaller one are never asked about.
 */
export function minimalSets(
  count: number,
  has: (places: readonly number[]) => boolean,
): readonly (readonly number[])[] {
  const found: (readonly number[])[] = [];
  for (let size = 1; size <= count; size += 1) {
    for (const places of subsets(count, size)) {
      const isMinimal = !found.some((smaller) => smaller.every((place) => places.includes(place)));
      if (isMinimal && has(places)) found.push(places);
    }
  }
  return found;
}

/** All sets of `size` places below `count`, in order. */
export function* subsets(count: number, size: number, from = 0): Generator<readonly number[]> {
  if (size === 0) {
    yield [];
    return;
  }
  for (let first = from; first <= count - size; first += 1) {
    for (const rest of subsets(count, size - 1, first + 1)) yield [first, ...rest];
  }
}
