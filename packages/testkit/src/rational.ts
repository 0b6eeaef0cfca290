import { type Rational, ratio } from "@crux/core/exact";
import fc from "fast-check";

const fraction = (num: fc.Arbitrary<number>, den: fc.Arbitrary<number>): fc.Arbitrary<Rational> =>
  fc.tuple(num, den).map(([top, bottom]) => ratio(BigInt(top), BigInt(bottom)));

/** Positive fractions of everyday size. */
export const positiveRational = (): fc.Arbitrary<Rational> =>
  fc.oneof(
    { weight: 3, arbitrary: fraction(fc.integer({ min: 1, max: 40 }), fc.constant(1)) },
    { weight: 2, arbitrary: fraction(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 9 })) },
  );
