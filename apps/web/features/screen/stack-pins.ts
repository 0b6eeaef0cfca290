/** Where a mark begins and ends, in any unit. */
export type Span = readonly [from: number, to: number];

/** How high each mark stands so that none covers another: 0 at the bottom. They keep their order in the answer. */
export function stackPins(spans: readonly Span[]): readonly { readonly level: number }[] {
  const ends: number[] = [];
  const levels = spans.map(() => ({ level: 0 }));
  const order = spans.map((_, at) => at).toSorted((a, b) => (spans[a]?.[0] ?? 0) - (spans[b]?.[0] ?? 0));
  for (const at of order) {
    const [from, to] = spans[at] ?? [0, 0];
    const free = ends.findIndex((end) => from >= end);
    const level = free < 0 ? ends.length : free;
    ends[level] = to;
    levels[at] = { level };
  }
  return levels;
}
