import { describe, expect, it } from "vitest";
import { readPercent, sayPercent, scaled, sumOf } from "./credence.ts";

describe("a credence", () => {
  it("is read in per cent, exactly, and said again", () => {
    for (const [typed, exact, said] of [
      ["30", "3/10", "30"],
      [" 12.5 % ", "1/8", "12.5"],
      ["100/3", "1/3", "≈33.33"],
      ["0", "0", "0"],
      ["100", "1", "100"],
    ] as const) {
      expect(readPercent(typed)).toBe(exact);
      expect(sayPercent(exact)).toBe(said);
    }
    for (const wrong of ["", "-1", "100.1", "many", "1/0", "9".repeat(60)])
      expect(readPercent(wrong)).toBeNull();
    expect(sayPercent(null)).toBe("");
    expect(sayPercent("2/3")).toBe("≈66.67");
  });

  it("is added up and scaled to exactly 1", () => {
    expect(sumOf(["1/2", "3/5"])).toMatchObject({ isWhole: false, sentence: "Together 110%: 10% too many." });
    expect(sumOf(["1/4"]).sentence).toBe("Together 25%: 75% left for something else.");
    const all = scaled({ a: "1/2", b: "1/2", c: "1/2" });
    expect(all).toEqual({ a: "1/3", b: "1/3", c: "1/3" });
    expect(sumOf(Object.values(all))).toMatchObject({ isWhole: true, sentence: "Together 100%." });
    expect(scaled({ a: "0" })).toEqual({ a: "0" });
  });
});
