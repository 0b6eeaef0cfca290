/** `next` with every part that says the same as in `before` replaced by that part, so that nothing is drawn again for it. Plain data only. */
export function shareEqual<T>(before: unknown, next: T): T {
  if (Object.is(before, next)) return next;
  if (Array.isArray(before) && Array.isArray(next)) {
    const shared = next.map((value, at) => shareEqual(before[at], value));
    const same = before.length === next.length && shared.every((value, at) => value === before[at]);
    return (same ? before : shared) as T;
  }
  if (!isRecord(before) || !isRecord(next)) return next;
  const entries = Object.entries(next).map(([key, value]) => [key, shareEqual(before[key], value)] as const);
  const same =
    entries.length === Object.keys(before).length && entries.every(([key, value]) => value === before[key]);
  return (same ? before : Object.fromEntries(entries)) as T;
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === "object" && value !== null && !Array.isArray(value);
