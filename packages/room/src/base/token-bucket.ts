/** An allowance that refills over time; `take` says whether there was enough, and takes nothing when there was not. */
export type TokenBucket = { take(count: number): boolean };

/** A full bucket of `capacity` that refills by `perSecond`. */
export function createBucket(capacity: number, perSecond: number, now: () => number): TokenBucket {
  let level = capacity;
  let filledAt = now();
  return {
    take(count) {
      const at = now();
      level = Math.min(capacity, level + (Math.max(0, at - filledAt) / 1_000) * perSecond);
      filledAt = at;
      if (level < count) return false;
      level -= count;
      return true;
    },
  };
}

/** Buckets by name, at most `size` of them: the one that was used longest ago makes room. */
export function createBuckets(make: () => TokenBucket, size: number): { of(name: string): TokenBucket } {
  const buckets = new Map<string, TokenBucket>();
  return {
    of(name) {
      const bucket = buckets.get(name) ?? make();
      buckets.delete(name);
      buckets.set(name, bucket);
      const [oldest] = buckets.keys();
      if (buckets.size > size && oldest !== undefined) buckets.delete(oldest);
      return bucket;
    },
  };
}
