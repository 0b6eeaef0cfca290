import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { law, rational } from "../../test/arbitrary.ts";
import { gcd } from "./integer.ts";
import * as Q from "./rational.ts";

const three = fc.tuple(rational(), rational(), rational());

describe("rational", () => {
  it("keeps the laws of a field", () => {
    fc.assert(
      fc.property(three, ([a, b, c]) => {
        expect(Q.add(a, b)).toEqual(Q.add(b, a));
        expect(Q.add(Q.add(a, b), c)).toEqual(Q.add(a, Q.add(b, c)));
        expect(Q.multiply(Q.multiply(a, b), c)).toEqual(Q.multiply(a, Q.multiply(b, c)));
        expect(Q.multiply(a, Q.add(b, c))).toEqual(Q.add(Q.multiply(a, b), Q.multiply(a, c)));
        expect(Q.subtract(Q.add(a, b), b)).toEqual(a);
        if (!Q.isZero(b)) expect(Q.multiply(Q.divide(a, b), b)).toEqual(a);
      }),
      law(500),
    );
  });

  it("is always reduced, with a positive denominator", () => {
    fc.assert(
      fc.property(three, ([a, b]) => {
        for (const value of [Q.add(a, b), Q.multiply(a, b), Q.isZero(b) ? Q.zero : Q.divide(a, b)]) {
          expect(value.den > 0n && gcd(value.num, value.den)).toBe(1n);
        }
      }),
      law(500),
    );
  });

  it("is ordered as cross-multiplying says", () => {
    fc.assert(
      fc.property(rational(), rational(), (a, b) => {
        const cross = a.num * b.den - b.num * a.den;
        expect(Q.compare(a, b)).toBe(cross < 0n ? -1 : cross > 0n ? 1 : 0);
      }),
      law(500),
    );
  });

  it("reads what it prints", () => {
    fc.assert(
      fc.property(rational(), (a) => {
        expect(Q.parseRational(Q.printRational(a))).toEqual(a);
      }),
      law(500),
    );
  });

  it("finds the simplest fraction in a range", () => {
    fc.assert(
      fc.property(rational(), rational(), (a, b) => {
        const [low, high] = [Q.min(a, b), Q.max(a, b)];
        const found = Q.simplestBetween(low, high);
        expect(Q.compare(low, found) <= 0 && Q.compare(found, high) <= 0).toBe(true);
        expect(found.den <= low.den && found.den <= high.den).toBe(true);
      }),
      law(300),
    );
  });
});
