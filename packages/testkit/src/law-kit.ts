import fc from "fast-check";
import { law } from "./runs.ts";

/** A type with the arithmetic of a field, by its operations. */
export type Field<T> = {
  readonly arbitrary: fc.Arbitrary<T>;
  readonly add: (a: T, b: T) => T;
  readonly multiply: (a: T, b: T) => T;
  readonly negate: (a: T) => T;
  readonly invert: (a: T) => T;
  readonly zero: T;
  readonly one: T;
  readonly equals: (a: T, b: T) => boolean;
};

/** The laws of a field as named checks, each of which throws with its replay when it fails. */
export function fieldLaws<T>(field: Field<T>, times = 100): readonly (readonly [string, () => void])[] {
  const { arbitrary: any, add, multiply, equals } = field;
  const three = fc.tuple(any, any, any);
  const always = (holds: (a: T, b: T, c: T) => boolean) => (): void =>
    fc.assert(
      fc.property(three, ([a, b, c]) => holds(a, b, c)),
      law(times),
    );
  return [
    ["adds in any order", always((a, b, c) => equals(add(a, add(b, c)), add(add(c, b), a)))],
    [
      "multiplies in any order",
      always((a, b, c) => equals(multiply(a, multiply(b, c)), multiply(multiply(c, b), a))),
    ],
    [
      "distributes products over sums",
      always((a, b, c) => equals(multiply(a, add(b, c)), add(multiply(a, b), multiply(a, c)))),
    ],
    [
      "has a zero and a one",
      always((a) => equals(add(a, field.zero), a) && equals(multiply(a, field.one), a)),
    ],
    ["has opposites", always((a) => equals(add(a, field.negate(a)), field.zero))],
    ["has inverses", always((a) => equals(a, field.zero) || equals(multiply(a, field.invert(a)), field.one))],
  ];
}

/** What is written and read again must be the same. */
export type RoundTrip<T> = {
  readonly arbitrary: fc.Arbitrary<T>;
  readonly write: (value: T) => string;
  readonly read: (text: string) => T;
  readonly same: (a: T, b: T) => boolean;
};

/** Throws, with its replay, if some value is not the same after being written and read. */
export function roundTripLaw<T>({ arbitrary, write, read, same }: RoundTrip<T>, times = 200): void {
  fc.assert(
    fc.property(arbitrary, (value) => same(read(write(value)), value)),
    law(times),
  );
}
