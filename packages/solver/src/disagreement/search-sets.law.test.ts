import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { allSets, minimalSets } from "./minimal-sets.ts";
import { placesOf } from "./outcomes.ts";
import { searchSets } from "./search-sets.ts";

const law = (runs: number) => ({ seed: 1, numRuns: runs * Number(process.env.CRUX_RUNS ?? 1) });

/** A property of sets that is not monotone: their weights sum to a number in a range. */
const property = fc.record({
  weights: fc.array(fc.integer({ min: -3, max: 5 }), { minLength: 13, maxLength: 15 }),
  low: fc.integer({ min: 6, max: 30 }),
  clashing: fc.uniqueArray(fc.tuple(fc.nat(12), fc.nat(12)), { maxLength: 4 }),
});

describe("searchSets", () => {
  it("lists only sets that have the property, smallest ones that are smallest, and all small ones", () => {
    fc.assert(
      fc.property(property, ({ weights, low, clashing }) => {
        const clash = (one: number, other: number): boolean =>
          clashing.some(([a, b]) => a !== b && [one, other].includes(a) && [one, other].includes(b));
        const has = (places: readonly number[]): boolean =>
          places.reduce((sum, place) => sum + (weights[place] ?? 0), 0) >= low;
        const clashes = weights.map((_, place) =>
          weights.reduce((bits, __, other) => bits | (clash(place, other) ? 1 << other : 0), 0),
        );
        const all = minimalSets(allSets(weights.length, clashes) ?? [], (set) => has(placesOf(set)));
        const texts = all.map(String);
        const found = searchSets(weights.length, clash, has);
        for (const set of found.minimal) expect(texts).toContain(String(set));
        for (const set of all) {
          if (set.length <= found.tried) expect(found.minimal.map(String)).toContain(String(set));
        }
        for (const set of found.loose) {
          expect(has(set)).toBe(true);
          for (const left of set) expect(has(set.filter((place) => place !== left))).toBe(false);
        }
      }),
      law(30),
    );
  });

  it("does not call a large set smallest, since not all of its parts were tried", () => {
    const found = searchSets(
      20,
      () => false,
      (places) => places.length >= 11,
    );
    expect(found.minimal).toEqual([]);
    expect(found.loose.length).toBeGreaterThan(0);
    for (const set of found.loose) expect(set).toHaveLength(11);
  });
});
