import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { divideExactly } from "./divide-exactly.ts";
import type { Polynomial } from "./polynomial.ts";
import * as poly from "./polynomial.ts";
import { smallFactor } from "./small-factor.ts";

const runs = 60 * Number(process.env.CRUX_RUNS ?? 1);
const free = (): void => undefined;
const [x, a, b] = [0, 1, 2];

/** A number times one of a few monomials in two atoms. */
const coefficient = fc
  .tuple(
    fc.constantFrom(-3, -2, -1, 1, 2, 5),
    fc.constantFrom([], [a, 1], [b, 1], [a, 2], [a, 1, b, 1], [b, 2]),
  )
  .map(([n, monomial]) => poly.shift(poly.whole(n), { coefficient: { num: 1n, den: 1n }, monomial }));

const inX = (degree: number): fc.Arbitrary<Polynomial> =>
  fc
    .array(coefficient, { minLength: degree + 1, maxLength: degree + 1 })
    .map((all) => poly.fromCoefficients(all, x));

describe("smallFactor", () => {
  it("finds a factor of a product, and what it finds divides", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 2 }),
        fc.integer({ min: 2, max: 3 }),
        fc.gen(),
        (low, high, draw) => {
          const product = poly.multiply(
            draw(() => inX(low)),
            draw(() => inX(high)),
          );
          const found = smallFactor(product, x, free);
          expect(found).toBeDefined();
          if (found === undefined) return;
          expect(poly.degreeIn(found, x)).toBeLessThan(poly.degreeIn(product, x));
          expect(divideExactly(product, found, free)).toBeDefined();
        },
      ),
      { seed: 1, numRuns: runs },
    );
  });

  it("finds none in a binomial that has none", () => {
    const binomial = poly.subtract(poly.atomPower(x, 6), poly.multiply(poly.atomPower(a), poly.whole(2)));
    expect(smallFactor(binomial, x, free)).toBeUndefined();
  });
});
