/** Where a place in `before` is in `after`: it keeps its distance from the end that did not change. */
export function carried(before: string, after: string, at: number): number {
  let start = 0;
  while (start < before.length && start < after.length && before[start] === after[start]) start++;
  if (at <= start) return at;
  let end = 0;
  const most = Math.min(before.length, after.length) - start;
  while (end < most && before[before.length - 1 - end] === after[after.length - 1 - end]) end++;
  return at >= before.length - end ? at + after.length - before.length : Math.min(at, after.length - end);
}
