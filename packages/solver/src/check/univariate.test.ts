import { createBudget } from "@crux/core";
import { integer, ratio } from "@crux/core/exact";
import { describe, expect, it } from "vitest";
import {
  byMultiplicity,
  countBetween,
  countRoots,
  gcd,
  times,
  type Univariate,
  withoutRepeats,
} from "./univariate.ts";

const budget = () => createBudget(1_000_000);
const linear = (root: bigint): Univariate => [-root, 1n];

describe("countRoots", () => {
  it("counts distinct roots in a half-open range", () => {
    const p = times(times(linear(1n), linear(2n)), linear(3n));
    expect(countRoots(p, integer(1), integer(3), budget())).toBe(2);
    expect(countBetween(p, integer(1), integer(3), budget())).toBe(1);
    expect(countRoots(p, "-oo", "oo", budget())).toBe(3);
  });

  it("tells roots apart that are very near to each other", () => {
    const near: Univariate = [-1_000_000_000_001n, 1_000_000_000_000n];
    const p = times(linear(1n), near);
    expect(countRoots(p, ratio(1n, 2n), integer(2), budget())).toBe(2);
    expect(countRoots(p, integer(1), integer(2), budget())).toBe(1);
  });

  it("sees at once that a sparse polynomial of high degree has one positive root", () => {
    const p = [-1n, ...new Array<bigint>(98).fill(0n), -1n, 1n];
    expect(countRoots(p, integer(0), "oo", budget())).toBe(1);
  });
});

describe("byMultiplicity", () => {
  it("lists the roots of each multiplicity", () => {
    const p = times(times(linear(1n), linear(1n)), linear(2n));
    expect(byMultiplicity(p, budget()).map((layer) => countRoots(layer, "-oo", "oo", budget()))).toEqual([
      2, 1,
    ]);
    expect(withoutRepeats(p, budget()).length).toBe(3);
    expect(gcd(p, times(linear(2n), linear(5n)), budget())).toEqual(linear(2n));
  });
});
