/** Where a flip was and where it is now, from 0 to 1; null where it came or went. */
export type TickMove = { readonly from: number | null; readonly to: number | null };

/** Which old flip became which new one: as many pairs as there can be, in order and as short as they can be. */
export function tickMoves(old: readonly number[], now: readonly number[]): readonly TickMove[] {
  if (old.length > now.length) return tickMoves(now, old).map(({ from, to }) => ({ from: to, to: from }));
  // Each old one is paired; `best` holds for a number of old ones the shortest pairing with the new ones seen so far.
  let best: ({ readonly length: number; readonly pairs: readonly number[] } | undefined)[] = [
    { length: 0, pairs: [] },
  ];
  now.forEach((to, index) => {
    best = Array.from({ length: Math.min(old.length, index + 1) + 1 }, (_, count) => {
      const skipped = best[count];
      const before = count === 0 ? undefined : best[count - 1];
      const from = old[count - 1];
      if (before === undefined || from === undefined) return skipped;
      const length = before.length + Math.abs(from - to);
      return skipped !== undefined && skipped.length <= length
        ? skipped
        : { length, pairs: [...before.pairs, index] };
    });
  });
  const pairs = best[old.length]?.pairs ?? [];
  return now.map((to, index) => {
    const at = pairs.indexOf(index);
    return { from: at < 0 ? null : (old[at] ?? null), to };
  });
}
