import { createBudget, must } from "@crux/core";
import * as exact from "@crux/core/exact";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { gcd, squarefree } from "./divide.ts";
import { divideExactly } from "./divide-exactly.ts";
import type { Polynomial } from "./polynomial.ts";
import * as poly from "./polynomial.ts";

const RUNS = 150 * Number(process.env.CRUX_RUNS ?? 1);
const charge = (): ((steps: number) => void) => {
  const budget = createBudget(2_000_000);
  return (steps) => budget.spend(steps, "a law");
};

const term = fc.record({
  coefficient: fc.integer({ min: -9, max: 9 }).map((n) => exact.ratio(BigInt(n), 1n)),
  exponents: fc.array(fc.nat({ max: 2 }), { minLength: 3, maxLength: 3 }),
});
const polynomial: fc.Arbitrary<Polynomial> = fc.array(term, { minLength: 1, maxLength: 4 }).map((terms) =>
  poly.collect(
    terms.map(({ coefficient, exponents }) => ({
      coefficient,
      monomial: exponents.flatMap((n, atom) => (n === 0 ? [] : [atom, n])),
    })),
  ),
);
const nonzero = polynomial.filter((p) => !poly.isZero(p));
const law = (property: fc.IProperty<unknown[]> | fc.IPropertyWithHooks<never>): void =>
  fc.assert(property as fc.IProperty<unknown>, { seed: 1, numRuns: RUNS });

describe("polynomials", () => {
  it("form a commutative ring", () => {
    law(
      fc.property(polynomial, polynomial, polynomial, (a, b, c) => {
        expect(poly.equals(poly.multiply(a, b), poly.multiply(b, a))).toBe(true);
        const left = poly.multiply(a, poly.add(b, c));
        expect(poly.equals(left, poly.add(poly.multiply(a, b), poly.multiply(a, c)))).toBe(true);
        expect(poly.isZero(poly.subtract(a, a))).toBe(true);
      }) as never,
    );
  });

  it("divide a product exactly by each factor", () => {
    law(
      fc.property(polynomial, nonzero, (a, b) => {
        const quotient = divideExactly(poly.multiply(a, b), b, charge());
        expect(poly.equals(must(quotient, "a quotient"), a)).toBe(true);
      }) as never,
    );
  });

  it("have a gcd that divides both and holds every common factor", () => {
    law(
      fc.property(nonzero, nonzero, nonzero, (a, b, c) => {
        const spend = charge();
        const shared = gcd(poly.multiply(a, c), poly.multiply(b, c), spend);
        expect(divideExactly(poly.multiply(a, c), shared, spend)).toBeDefined();
        expect(divideExactly(shared, poly.scale(c, exact.one), spend)).toBeDefined();
      }) as never,
    );
  });

  it("are the product of their square-free parts", () => {
    law(
      fc.property(nonzero, nonzero, (a, b) => {
        const spend = charge();
        const whole = poly.multiply(poly.multiply(a, a), b);
        const { factor, factors } = squarefree(whole, spend);
        const product = factors.reduce(
          (all, { base, multiplicity }) => poly.multiply(all, poly.power(base, multiplicity, spend)),
          poly.constant(factor),
        );
        expect(poly.equals(product, whole)).toBe(true);
      }) as never,
    );
  });
});

describe("coefficientsIn", () => {
  it("gives up on a power whose list of coefficients would not fit into memory", () => {
    const p = poly.add(poly.atomPower(0, 2 ** 50), poly.one);
    expect(() => poly.coefficientsIn(p, 0)).toThrow("a power is too large to write out");
  });
});
