import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { evenOrders, orderBetween } from "./order.ts";

const numRuns = 200 * Number(process.env.CRUX_RUNS ?? "1");

describe("orderBetween", () => {
  it("always finds a key strictly between, wherever rows are put", () => {
    const places = fc.array(fc.nat(), { maxLength: 60 });
    const holds = fc.property(places, (list) => {
      const keys = evenOrders(3);
      for (const place of list) {
        const at = place % (keys.length + 1);
        keys.splice(at, 0, orderBetween(keys[at - 1] ?? null, keys[at] ?? null));
      }
      expect(keys).toEqual([...keys].sort());
      expect(new Set(keys).size).toBe(keys.length);
      expect(keys.every((key) => /^[0-9a-z]*[1-9a-z]$/.test(key))).toBe(true);
    });
    fc.assert(holds, { seed: 1, numRuns });
  });
});

describe("evenOrders", () => {
  it("gives distinct keys in order, for any number of rows", () => {
    for (const count of [0, 1, 2, 9, 40, 1_000]) {
      const keys = evenOrders(count);
      expect(keys.length).toBe(count);
      expect(keys).toEqual([...new Set(keys)].sort());
    }
  });
});
