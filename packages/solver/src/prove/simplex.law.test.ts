import { createBudget } from "@crux/core";
import * as exact from "@crux/core/exact";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Simplex } from "./simplex.ts";

const numRuns = 300 * Number(process.env.CRUX_RUNS ?? 1);
const rational = fc
  .tuple(fc.bigInt({ min: -9n, max: 9n }), fc.bigInt({ min: 1n, max: 4n }))
  .map(([num, den]) => exact.ratio(num, den));
const system = fc
  .tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 1, max: 7 }))
  .chain(([rows, columns]) =>
    fc.record({
      target: fc.array(rational, { minLength: rows, maxLength: rows }),
      columns: fc.array(fc.array(rational, { minLength: rows, maxLength: rows }), {
        minLength: columns,
        maxLength: columns,
      }),
    }),
  );

const dot = (a: readonly exact.Rational[], b: readonly exact.Rational[]): exact.Rational =>
  a.reduce((sum, value, i) => exact.add(sum, exact.multiply(value, b[i] ?? exact.zero)), exact.zero);

describe("Simplex", () => {
  it("finds weights that give the target, or prices that show that there are none", () => {
    fc.assert(
      fc.property(system, ({ target, columns }) => {
        const simplex = new Simplex(target, createBudget(1_000_000));
        for (const column of columns) simplex.add(new Map(column.map((value, row) => [row, value])));
        const outcome = simplex.solve();
        if (outcome.kind === "none") {
          for (const column of columns) expect(exact.sign(dot(outcome.prices, column))).toBeLessThan(1);
          expect(exact.sign(dot(outcome.prices, target))).toBe(1);
          return;
        }
        for (const weight of outcome.weights.values()) expect(exact.sign(weight)).toBeGreaterThan(-1);
        const sums = target.map((_, row) =>
          dot(
            columns.map((column) => column[row] ?? exact.zero),
            columns.map((_column, i) => outcome.weights.get(i) ?? exact.zero),
          ),
        );
        for (const [row, sum] of sums.entries())
          expect(exact.equals(sum, target[row] ?? exact.zero)).toBe(true);
      }),
      { seed: 1, numRuns },
    );
  });
});
