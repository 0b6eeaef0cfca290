/** A label that wants to stand centred at `at`, `width` wide, both in CSS pixels. */
export type Wanted = { readonly at: number; readonly width: number };

/** Where a label stands: its row from the top, and its left edge in pixels. */
export type Placed = { readonly row: number; readonly left: number };

const GAP = 4;

/**
 * A place for each label so that none covers another and none leaves the width `all`: as near to where it wants to be
 * as the edges allow, in the first of `rows` rows that is free there; null for those that find none.
 */
export function spreadPins(labels: readonly Wanted[], all: number, rows: number): readonly (Placed | null)[] {
  const ends = Array.from({ length: rows }, () => Number.NEGATIVE_INFINITY);
  const placed: (Placed | null)[] = labels.map(() => null);
  const order = labels
    .map((_, index) => index)
    .toSorted((a, b) => (labels[a]?.at ?? 0) - (labels[b]?.at ?? 0));
  for (const index of order) {
    const { at, width } = labels[index] ?? { at: 0, width: 0 };
    const left = Math.max(0, Math.min(all - width, at - width / 2));
    const row = ends.findIndex((end) => left >= end + GAP);
    if (row < 0) continue;
    ends[row] = left + width;
    placed[index] = { row, left };
  }
  return placed;
}
