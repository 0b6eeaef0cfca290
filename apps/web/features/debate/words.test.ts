import { describe, expect, it } from "vitest";
import { fractionOf } from "./applicability.tsx";
import { flipsThen } from "./stamp-line.tsx";

describe("fractionOf", () => {
  it("is exact, and nothing for what is no percentage", () => {
    expect(["62.5", "0", "100", " 7 % ", "33,3"].map(fractionOf)).toEqual([
      "625/1000",
      "0/100",
      "100/100",
      "7/100",
      "333/1000",
    ]);
    expect(["", "101", "100.1", "-1", "1e2", "a", "1.2.3"].map(fractionOf)).toEqual(Array(7).fill(undefined));
  });
});

describe("flipsThen", () => {
  it("reads the flips of a winner map", () => {
    expect(flipsThen({ thresholds: [{ at: { exact: "19/8" } }, { at: { exact: "4" } }] })).toBe("19/8, 4");
    expect(flipsThen({ thresholds: [] })).toBe("");
  });

  it("says nothing for whatever else somebody's page sent", () => {
    for (const map of [
      null,
      3,
      "x",
      {},
      { thresholds: 3 },
      { thresholds: [null] },
      { thresholds: [{ at: { exact: "<b>" } }] },
    ])
      expect(flipsThen(map)).toBeNull();
  });
});
