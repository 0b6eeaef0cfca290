import { describe, expect, it } from "vitest";
import { createHolds } from "./holds.ts";

describe("createHolds", () => {
  it("lets nobody hold more than their share, nor all more than there is, until it is given back", () => {
    const holds = createHolds(10, 25);
    expect([holds.take("a", 8), holds.take("a", 3), holds.take("a", 2)]).toEqual([true, false, true]);
    expect([holds.take("b", 10), holds.take("c", 6), holds.take("c", 5)]).toEqual([true, false, true]);
    holds.give("a", 10);
    expect([holds.take("c", 5), holds.take("a", 10), holds.take("a", 5)]).toEqual([true, false, true]);
  });
});
