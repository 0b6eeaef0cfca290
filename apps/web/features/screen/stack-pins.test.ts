import { describe, expect, it } from "vitest";
import { stackPins } from "./stack-pins.ts";

describe("stackPins", () => {
  it("piles up what stands in one place and keeps apart marks side by side", () => {
    expect(stackPins([5, 5, 5], 10).map(({ level }) => level)).toEqual([0, 1, 2]);
    expect(stackPins([20, 0, 10], 10).map(({ level }) => level)).toEqual([0, 0, 0]);
  });

  it("covers nothing, however many there are", () => {
    const places = Array.from({ length: 60 }, (_, at) => (at * 37) % 101);
    const levels = stackPins(places, 7);
    for (const [a, one] of places.entries())
      for (const [b, other] of places.entries())
        if (a < b && levels[a]?.level === levels[b]?.level)
          expect(Math.abs(one - other)).toBeGreaterThanOrEqual(7);
  });
});
