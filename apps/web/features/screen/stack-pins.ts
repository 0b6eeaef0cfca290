/**
 * How high each mark stands so that none covers another: 0 at the bottom. `places` are where they stand and `width`
 * how wide each is, in the same unit; they keep their order in the answer.
 */
export function stackPins(places: readonly number[], width: number): readonly { readonly level: number }[] {
  const ends: number[] = [];
  const levels = places.map(() => ({ level: 0 }));
  const order = places.map((_, at) => at).toSorted((a, b) => (places[a] ?? 0) - (places[b] ?? 0));
  for (const at of order) {
    const place = places[at] ?? 0;
    const free = ends.findIndex((end) => place >= end);
    const level = free < 0 ? ends.length : free;
    ends[level] = place + width;
    levels[at] = { level };
  }
  return levels;
}
