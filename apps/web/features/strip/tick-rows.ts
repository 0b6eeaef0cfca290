/** A label above the strip: where it stands, how wide it is, in CSS pixels. */
type Label = { readonly at: number; readonly width: number };

/**
 * The row of each label so that none covers another: 0 next to the strip, then 1; null where both are taken and
 * only the mark is drawn. Labels come from left to right.
 */
export function tickRows(labels: readonly Label[]): (0 | 1 | null)[] {
  const ends: [number, number] = [Number.NEGATIVE_INFINITY, Number.NEGATIVE_INFINITY];
  return labels.map(({ at, width }) => {
    const row = ([0, 1] as const).find((one) => at - width / 2 >= ends[one]);
    if (row === undefined) return null;
    ends[row] = at + width / 2 + 8;
    return row;
  });
}
