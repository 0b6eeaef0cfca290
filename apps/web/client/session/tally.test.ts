import { describe, expect, it } from "vitest";
import { tallyOf, tallySentence } from "./tally.ts";

describe("tallyOf", () => {
  it("counts a choice, leaves hidden answers out, and says how many moved", () => {
    const form = { kind: "choice", options: ["Store", "Derive"] } as const;
    const tally = tallyOf({
      form,
      answers: { a: "0", b: "1", c: "1", d: "" },
      before: { a: "0", b: "0", c: "1" },
    });
    expect(tally).toEqual({
      now: 3,
      before: 3,
      moved: 1,
      bars: [
        { label: "Store", now: 1, before: 2 },
        { label: "Derive", now: 2, before: 1 },
      ],
    });
    expect(tallySentence(tally)).toBe("Store: 1 (before 2); Derive: 2 (before 1). 1 answer changed.");
  });

  it("puts numbers into ranges by exact comparison, both ends included", () => {
    const form = { kind: "slider", from: "0", to: "1", fromLabel: "", toLabel: "" } as const;
    const { bars } = tallyOf({ form, answers: { a: "1/10", b: "0", c: "1", d: "0.3" }, before: null });
    expect(bars.map(({ now }) => now)).toEqual([1, 1, 0, 1, 0, 0, 0, 0, 0, 1]);
    expect(bars[3]?.label).toBe("3/10 to 2/5");
  });

  it("keeps few numbers apart and takes equal ones together", () => {
    const form = { kind: "number", unit: "" } as const;
    const { bars } = tallyOf({ form, answers: { a: "0.5", b: "1/2", c: "-3" }, before: null });
    expect(bars).toEqual([
      { label: "-3", now: 1, before: 0 },
      { label: "1/2", now: 2, before: 0 },
    ]);
    const many = Object.fromEntries(Array.from({ length: 20 }, (_, at) => [`p${at}`, `${at}`]));
    const all = tallyOf({ form, answers: many, before: null }).bars;
    expect(all).toHaveLength(10);
    expect(all.reduce((sum, { now }) => sum + now, 0)).toBe(20);
    expect(tallyOf({ form, answers: {}, before: null }).bars).toEqual([]);
  });

  it("takes words together that differ in capitals, most frequent first", () => {
    const { bars } = tallyOf({
      form: { kind: "words" },
      answers: { a: "No", b: "why?", c: "Why? " },
      before: null,
    });
    expect(bars).toEqual([
      { label: "why?", now: 2, before: 0 },
      { label: "No", now: 1, before: 0 },
    ]);
  });
});
