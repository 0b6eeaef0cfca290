import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { changeBetween } from "./text-change.ts";

const numRuns = 500 * Number(process.env.CRUX_RUNS ?? "1");
const text = fc.string({ unit: fc.constantFrom("a", "b", "😀", "😁", "é", " "), maxLength: 12 });

describe("changeBetween", () => {
  it("turns one text into the other without cutting a character in half", () => {
    const holds = fc.property(text, text, (from, to) => {
      const change = changeBetween(from, to);
      expect(change === null).toBe(from === to);
      const { at, remove, insert } = change ?? { at: 0, remove: 0, insert: "" };
      expect(from.slice(0, at) + insert + from.slice(at + remove)).toBe(to);
      for (const part of [from.slice(0, at), from.slice(at, at + remove), insert])
        expect(part.isWellFormed()).toBe(true);
    });
    fc.assert(holds, { seed: 1, numRuns });
  });
});
