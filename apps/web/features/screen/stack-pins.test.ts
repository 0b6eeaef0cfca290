import { describe, expect, it } from "vitest";
import { type Span, stackPins } from "./stack-pins.ts";

const wide = (places: readonly number[], width: number): readonly Span[] =>
  places.map((at) => [at, at + width]);

describe("stackPins", () => {
  it("piles up what stands in one place and keeps apart marks side by side", () => {
    expect(stackPins(wide([5, 5, 5], 10)).map(({ level }) => level)).toEqual([0, 1, 2]);
    expect(stackPins(wide([20, 0, 10], 10)).map(({ level }) => level)).toEqual([0, 0, 0]);
    expect(stackPins([[0, 30], ...wide([10, 30], 5)]).map(({ level }) => level)).toEqual([0, 1, 0]);
  });

  it("covers nothing, however many there are", () => {
    const places = Array.from({ length: 60 }, (_, at) => (at * 37) % 101);
    const levels = stackPins(wide(places, 7));
    for (const [a, one] of places.entries())
      for (const [b, other] of places.entries())
        if (a < b && levels[a]?.level === levels[b]?.level)
          expect(Math.abs(one - other)).toBeGreaterThanOrEqual(7);
  });
});
