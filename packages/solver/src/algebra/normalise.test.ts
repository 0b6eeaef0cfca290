import { type Expr, printExpr, readExpr } from "@crux/core";
import { describe, expect, it } from "vitest";
import { createAtoms } from "./atoms.ts";
import { normalise } from "./normalise.ts";
import * as ratios from "./ratio.ts";
import { toExpr } from "./to-expr.ts";
import { Undefined } from "./undecided.ts";

const read = (text: string): Expr => {
  const result = readExpr(text);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
};

const shown = (text: string): string => {
  const atoms = createAtoms();
  return printExpr(toExpr(atoms, normalise(read(text), atoms).value));
};

describe("normalise", () => {
  it.each([
    ["T/k - T/(k*(k+1))", "T/(k + 1)"],
    ["(t(combine)+t(find(x))-t(p))/(c(a)-c(b))", "(t(combine) + t(find(x)) - t(p))/(c(a) - c(b))"],
    ["(a^2-b^2)/(a-b)", "a + b"],
    ["sqrt(12)*sqrt(3)", "6"],
    ["x^(1/2)*x^(1/3)", "x^(5/6)"],
    ["(x-1)/(sqrt(x)-1)", "sqrt(x) + 1"],
    ["sqrt((a-b)^2)", "abs(a - b)"],
    ["sqrt((a+b)^2)", "a + b"],
    ["log(6)-log(2)-log(3)", "0"],
    ["log2(8)", "3"],
    ["2^(log(x)/log(2))", "x"],
    ["4^(g*c)/2^(g*c)", "2^(g*c)"],
    ["exp(log(x)*2)", "x^2"],
    ["(a*b)^p/a^p", "b^p"],
    ["c^p*c^(1-p)", "c"],
    ["max(a,b)+min(a,b)", "a + b"],
    ["e^2*exp(-2)", "1"],
    ["1/sqrt(2)", "sqrt(2)/2"],
  ])("writes %s as %s", (text, expected) => {
    expect(shown(text)).toBe(expected);
  });

  it("keeps what has to hold from before anything cancels", () => {
    const atoms = createAtoms();
    const { requires } = normalise(read("(a^2-b^2)/(a-b) + log(t-1) + sqrt(u-2)"), atoms);
    expect(requires.map(({ of, sign }) => `${printExpr(of)} ${sign}`)).toEqual([
      "a - b nonzero",
      "t - 1 positive",
      "u - 2 nonnegative",
    ]);
  });

  it.each(["1/(a-a)", "log(-2)", "sqrt(-x)", "log(0)", "0^(-1)"])(
    "refuses %s, which is defined nowhere",
    (text) => {
      expect(() => normalise(read(text), createAtoms())).toThrow(Undefined);
    },
  );

  it("sees that roots of one number in two forms are equal", () => {
    const atoms = createAtoms();
    const [a, b] = ["sqrt(8)/4", "1/sqrt(2)"].map((text) => normalise(read(text), atoms).value);
    expect(ratios.equals(atoms, a ?? ratios.zero, b ?? ratios.one)).toBe(true);
  });
});
