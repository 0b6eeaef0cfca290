/** How many single-character edits (insert, delete, replace, swap neighbours) lead from one word to the other. */
function editDistance(a: string, b: string): number {
  let previous: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let best = Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + same);
      const swapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1];
      if (swapped) best = Math.min(best, (previous[j - 2] ?? 0) + 1);
      next.push(best);
    }
    [previous, row] = [row, next];
  }
  return row[b.length] ?? 0;
}

/** The known name that `wrong` most likely stands for; undefined when none is near. Long names are not compared. */
export function nearest(wrong: string, known: Iterable<string>): string | undefined {
  if (wrong.length > 100) return undefined;
  let best: string | undefined;
  let least = Math.max(1, Math.floor(wrong.length / 3)) + 1;
  for (const name of known) {
    if (Math.abs(name.length - wrong.length) >= least) continue;
    const distance = editDistance(wrong.toLowerCase(), name.toLowerCase());
    if (distance < least) [best, least] = [name, distance];
  }
  return best;
}

/** `did you mean NAME?`, or an empty string when no known name is near. */
export function didYouMean(wrong: string, known: Iterable<string>): string {
  const name = nearest(wrong, known);
  return name === undefined ? "" : `did you mean ${name}?`;
}
