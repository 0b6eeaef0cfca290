import { expect, it } from "vitest";
import { topFraction } from "./formula.tsx";

it("stacks a quotient of sums and drops their brackets", () => {
  expect(topFraction("(t(a) - t(b)) / (c(a) - c(b))")).toEqual({
    numerator: "t(a) - t(b)",
    denominator: "c(a) - c(b)",
  });
  expect(topFraction("t(f(x)) / c(k)")).toEqual({ numerator: "t(f(x))", denominator: "c(k)" });
});

it("keeps brackets that don't belong together", () => {
  expect(topFraction("(a)*(b)/c")).toBeNull();
  expect(topFraction("(a + b)(c) / d")?.numerator).toBe("(a + b)(c)");
});

it("leaves other formulas as they are", () => {
  expect(topFraction("a + b/c")).toBeNull();
  expect(topFraction("sqrt(2)")).toBeNull();
  expect(topFraction("19/8 (2.375)")).toBeNull();
});
