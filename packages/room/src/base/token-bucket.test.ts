import { describe, expect, it } from "vitest";
import { createBucket, createBuckets } from "./token-bucket.ts";

describe("createBucket", () => {
  it("gives what it holds, nothing when there is too little, and refills up to its size", () => {
    let now = 0;
    const bucket = createBucket(3, 2, () => now);
    expect([bucket.take(2), bucket.take(2), bucket.take(1)]).toEqual([true, false, true]);
    now += 500;
    expect([bucket.take(1), bucket.take(1)]).toEqual([true, false]);
    now += 60_000;
    expect([bucket.take(3), bucket.take(1)]).toEqual([true, false]);
    now -= 1_000;
    expect(bucket.take(1)).toBe(false);
  });
});

describe("createBuckets", () => {
  it("keeps the ones that are used, and no more than its size", () => {
    const buckets = createBuckets(() => createBucket(1, 0, () => 0), 2);
    buckets.of("a").take(1);
    buckets.of("b").take(1);
    expect(buckets.of("a").take(1)).toBe(false);
    buckets.of("c");
    expect([buckets.of("a").take(1), buckets.of("b").take(1)]).toEqual([false, true]);
  });
});
