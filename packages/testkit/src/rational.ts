import { type Rational, ratio } from "@crux/core/exact";
import fc from "fast-check";

/** Fractions of all sizes: mostly small ones, some whole, some with forty digits. */
export const rational = (): fc.Arbitrary<Rational> =>
  fc.oneof(
    { weight: 5, arbitrary: fraction(fc.integer({ min: -30, max: 30 }), fc.integer({ min: 1, max: 12 })) },
    { weight: 2, arbitrary: fraction(fc.integer({ min: -1000, max: 1000 }), fc.constant(1)) },
    { weight: 1, arbitrary: fc.tuple(huge(), hugePositive()).map(([num, den]) => ratio(num, den)) },
  );

const huge = (): fc.Arbitrary<bigint> => fc.bigInt({ min: -(10n ** 40n), max: 10n ** 40n });
const hugePositive = (): fc.Arbitrary<bigint> => fc.bigInt({ min: 1n, max: 10n ** 40n });

const fraction = (num: fc.Arbitrary<number>, den: fc.Arbitrary<number>): fc.Arbitrary<Rational> =>
  fc.tuple(num, den).map(([top, bottom]) => ratio(BigInt(top), BigInt(bottom)));

/** Positive fractions of everyday size. */
export const positiveRational = (): fc.Arbitrary<Rational> =>
  fc.oneof(
    { weight: 3, arbitrary: fraction(fc.integer({ min: 1, max: 40 }), fc.constant(1)) },
    { weight: 2, arbitrary: fraction(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 9 })) },
  );
