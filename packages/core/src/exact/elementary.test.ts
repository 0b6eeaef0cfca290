import { describe, expect, it } from "vitest";
import * as E from "./enclosed.ts";
import type { Enclosure } from "./enclosure.ts";
import { parseRational, type Rational, sign, toDecimal } from "./rational.ts";

const at = (text: string, bits = 200): Enclosure => E.encloseRational(parseRational(text) as Rational, bits);
/** The digits that both ends share; the two ends agree to 45 digits here. */
const digits = (range: Enclosure): string => {
  const { low, high } = E.endsOf(range);
  expect(toDecimal(low, 45)).toBe(toDecimal(high, 45));
  return toDecimal(low, 45);
};

describe("elementary functions", () => {
  it("agree with published digits", () => {
    expect(digits(E.enclosePi(200))).toBe("3.14159265358979323846264338327950288419716940");
    expect(digits(E.encloseLogOfTwo(200))).toBe("0.693147180559945309417232121458176568075500134");
    expect(digits(E.exp(at("1"), 200))).toBe("2.71828182845904523536028747135266249775724709");
    expect(digits(E.log(at("10"), 200))).toBe("2.30258509299404568401799145468436420760110149");
    expect(digits(E.root(at("2"), 2n, 200))).toBe("1.41421356237309504880168872420969807856967188");
    expect(digits(E.lambert(at("1"), 0, 200))).toBe("0.567143290409783872999968662210355549753815787");
  });

  it("keeps relative precision next to 1", () => {
    const { low, high } = E.endsOf(E.log(at("1.000000000000000000000000000001", 300), 200));
    expect(toDecimal(low, 40)).toBe(toDecimal(high, 40));
    expect(sign(low)).toBe(1);
  });
});
