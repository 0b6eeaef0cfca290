import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { axisFor, positionOf, rateAt } from "./axis.ts";

const rates = fc.double({ min: 1e-9, max: 1e9, noNaN: true, noDefaultInfinity: true });
const RUNS = { seed: 1, numRuns: 500 * Number(process.env.CRUX_RUNS ?? 1) };

describe("positionOf", () => {
  it("keeps the order of rates, whatever the axis shows", () => {
    fc.assert(
      fc.property(fc.array(rates, { maxLength: 5 }), rates, rates, (points, a, b) => {
        const axis = axisFor(points);
        const [x, y] = [positionOf(axis, Math.min(a, b)), positionOf(axis, Math.max(a, b))];
        expect(x).toBeLessThanOrEqual(y);
        expect(x).toBeGreaterThan(0);
        expect(y).toBeLessThan(1);
      }),
      RUNS,
    );
  });

  it("is undone by rateAt", () => {
    fc.assert(
      fc.property(fc.array(rates, { maxLength: 5 }), rates, (points, g) => {
        const axis = axisFor([...points, g]);
        expect(Math.log(rateAt(axis, positionOf(axis, g)) / g)).toBeCloseTo(0, 6);
      }),
      RUNS,
    );
  });
});
