import { describe, expect, it } from "vitest";
import { integer } from "../exact/rational.ts";
import { readComparison } from "../syntax/read-comparison.ts";
import { compareAt, relationHolds } from "./compare-at.ts";

const order = (text: string) => {
  const read = readComparison(text);
  if (!read.ok) throw new Error(text);
  return compareAt(read.value.left, read.value.right, new Map([["g", integer(2)]]));
};

describe("compareAt", () => {
  it.each([
    "sqrt(2)*sqrt(8) = 4",
    "log(8) = 3*log(2)",
    "log2(24) = 3 + log2(3)",
    "(sqrt(g) + 1)^2 = 3 + 2*sqrt(2)",
    "exp(2*log(3)) = 9",
    "2^(log(5)/log(2)) = 5",
    "e^2 = exp(g)",
    "8^(1/3)*sqrt(3) = sqrt(12)",
    "2^sqrt(2) = exp(sqrt(2)*log(2))",
    "max(sqrt(2), 1) = sqrt(2)",
    "min(sqrt(2), 2) = sqrt(2)",
    "abs(-sqrt(2)) = sqrt(2)",
    "sqrt(1000003^2*2) = 1000003*sqrt(2)",
    "1/(sqrt(2) + 1) = 1/(1 + sqrt(2))",
  ])("proves %s", (text) => {
    expect(order(text)).toBe(0);
  });

  it("tells numbers apart that differ by very little", () => {
    expect(order("sqrt(10^40 + 1) = 10^20")).toBe(1);
    expect(order("1414213562373095048801688724209698/10^33 = sqrt(2)")).toBe(-1);
    expect(order("exp(-1000) = 0")).toBe(1);
    expect(order("sqrt(2) + 1/10^600 = sqrt(2)")).toBe(1);
  });

  it("leaves open what it can't show, and what has no value", () => {
    expect(order("sqrt(2) + sqrt(3) = sqrt(5 + 2*sqrt(6))")).toBe("undecided");
    expect(order("1/(g - 2) = 1")).toBe("undecided");
    expect(order("0*log(g - 3) = 0")).toBe("undecided");
    expect(order("unknown = 1")).toBe("undecided");
  });
});

describe("relationHolds", () => {
  it("reads the relations off the order", () => {
    const held = (["<", "<=", "=", "!=", ">=", ">"] as const).map((one) =>
      [-1, 0, 1].map((at) => relationHolds(one, at as -1 | 0 | 1)),
    );
    expect(held).toEqual([
      [true, false, false],
      [true, true, false],
      [false, true, false],
      [true, false, true],
      [false, true, true],
      [false, false, true],
    ]);
  });
});
