import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { law, positive, rational } from "../../test/arbitrary.ts";
import * as E from "./enclosed.ts";
import { type Enclosure, NotEnclosed } from "./enclosure.ts";
import * as Q from "./rational.ts";

const bits = fc.integer({ min: 16, max: 300 });
const isInside = (inner: Enclosure, outer: Enclosure): boolean => {
  const [a, b] = [E.endsOf(inner), E.endsOf(outer)];
  return Q.compare(b.low, a.low) <= 0 && Q.compare(a.high, b.high) <= 0;
};
const overlap = (a: Enclosure, b: Enclosure): boolean => {
  const [x, y] = [E.endsOf(a), E.endsOf(b)];
  return Q.compare(x.low, y.high) <= 0 && Q.compare(y.low, x.high) <= 0;
};

describe("enclosures", () => {
  it("contain what exact arithmetic gives", () => {
    fc.assert(
      fc.property(rational(), rational(), bits, (a, b, n) => {
        const [x, y] = [E.encloseRational(a, n), E.encloseRational(b, n)];
        expect(E.contains(E.add(x, y, n), Q.add(a, b))).toBe(true);
        expect(E.contains(E.subtract(x, y, n), Q.subtract(a, b))).toBe(true);
        expect(E.contains(E.multiply(x, y, n), Q.multiply(a, b))).toBe(true);
        expect(E.contains(E.min(x, y), Q.min(a, b))).toBe(true);
        expect(E.contains(E.absolute(x), Q.absolute(a))).toBe(true);
        if (!Q.isZero(b)) expect(E.contains(E.divide(x, y, n), Q.divide(a, b))).toBe(true);
        expect(E.contains(E.integerPower(x, 5n, n), Q.power(a, 5))).toBe(true);
      }),
      law(300),
    );
  });

  it("contain the values of functions at every point of a range", () => {
    fc.assert(
      fc.property(positive(), positive(), positive(), bits, (a, b, c, n) => {
        const [low, , high] = [a, b, c].sort(Q.compare) as [Q.Rational, Q.Rational, Q.Rational];
        const inner = [a, b, c].sort(Q.compare)[1] ?? Q.one;
        const range = E.encloseRange(low, high, n);
        const point = E.encloseRational(inner, n + 40);
        for (const f of [E.log, E.log2, E.exp, (x: Enclosure, m: number) => E.root(x, 3n, m)]) {
          const fine = f(point, n + 40);
          expect(overlap(fine, f(range, n))).toBe(true);
        }
      }),
      law(150),
    );
  });

  it("shrink around the same value as precision grows", () => {
    fc.assert(
      fc.property(positive(), bits, (a, n) => {
        for (const f of [E.log, E.exp, (x: Enclosure, m: number) => E.lambert(x, 0, m)]) {
          const [rough, fine] = [n, n + 64].map((m) => f(E.encloseRational(a, m), m)) as [
            Enclosure,
            Enclosure,
          ];
          expect(overlap(fine, rough)).toBe(true);
          const [r, s] = [E.endsOf(rough), E.endsOf(fine)].map(({ low, high }) => Q.subtract(high, low)) as [
            Q.Rational,
            Q.Rational,
          ];
          expect(Q.compare(s, Q.max(r, Q.zero)) <= 0).toBe(true);
        }
      }),
      law(100),
    );
  });

  it("undo each other: log of exp, powers of roots, w e^w of Lambert's W", () => {
    fc.assert(
      fc.property(positive(), bits, (a, n) => {
        const x = E.encloseRational(a, n + 32);
        if (Q.compare(a, Q.integer(500_000)) < 0)
          expect(E.contains(E.log(E.exp(x, n + 32), n), a)).toBe(true);
        expect(E.contains(E.integerPower(E.root(x, 7n, n + 32), 7n, n), a)).toBe(true);
        const w = E.lambert(x, 0, n);
        expect(E.contains(E.multiply(w, E.exp(w, n), n), a)).toBe(true);
      }),
      law(150),
    );
  });

  it("keep both branches of Lambert's W on their side of -1", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 3_678 }), bits, (k, n) => {
        const x = E.encloseRational(Q.ratio(BigInt(-k), 10_000n), n + 32);
        const [upper, lower] = [E.lambert(x, 0, n), E.lambert(x, -1, n)];
        expect(Q.compare(E.endsOf(upper).low, Q.integer(-1)) >= 0).toBe(true);
        expect(Q.compare(E.endsOf(lower).high, Q.integer(-1)) <= 0).toBe(true);
        for (const w of [upper, lower]) {
          expect(overlap(E.multiply(w, E.exp(w, n), n), x)).toBe(true);
        }
      }),
      law(100),
    );
  });

  it("give up on numbers out of reach instead of hanging", () => {
    const huge = E.encloseRational(Q.integer(10n ** 9n), 64);
    expect(() => E.exp(huge, 64)).toThrow(NotEnclosed);
    expect(() => E.integerPower(huge, 10n ** 400n, 64)).toThrow(NotEnclosed);
    expect(isInside(E.exp(E.negate(huge), 64), E.encloseRange(Q.zero, Q.ratio(1n, 2n), 64))).toBe(true);
  });
});
