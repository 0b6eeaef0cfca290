import { describe, expect, it } from "vitest";
import { must } from "../base/assert.ts";
import { readExpr } from "../syntax/read-expr.ts";
import { differentiate } from "./differentiate.ts";
import type { Expr } from "./expr.ts";
import { number, symbol } from "./make.ts";
import { printExpr } from "./print-expr.ts";
import { substitute } from "./substitute.ts";
import { exprOfName, nameOf, unknownsOf } from "./unknowns.ts";

const read = (text: string): Expr => {
  const result = readExpr(text);
  if (!result.ok) throw new Error(text);
  return result.value;
};

describe("substitute", () => {
  it("replaces all names at once", () => {
    const swapped = substitute(
      read("a - b"),
      new Map([
        ["a", symbol("b")],
        ["b", symbol("a")],
      ]),
    );
    expect(printExpr(swapped)).toBe("b - a");
    expect(
      printExpr(
        substitute(
          read("c(f(x))/t(f(x))"),
          new Map([
            ["c(f(x))", number(2)],
            ["t(f(x))", number(4)],
          ]),
        ),
      ),
    ).toBe("1/2");
  });

  it("leaves the bound x of root alone", () => {
    expect(printExpr(substitute(read("x + root(x^2 - 2, 1)"), new Map([["x", number(1)]])))).toBe(
      "1 + root(x^2 - 2, 1)",
    );
    expect(unknownsOf(read("root(x^2 - 2, 1) + y"))).toEqual(["y"]);
  });
});

describe("unknownsOf", () => {
  it("lists names in order, each once", () => {
    expect(unknownsOf(read("g*c(b) + t(find(a)) + g - phi/c(b)"))).toEqual([
      "g",
      "c(b)",
      "t(find(a))",
      "phi",
    ]);
  });

  it("goes back and forth between names and formulas", () => {
    for (const name of ["g", "c(a)", "t(find(get(env)))", "score(p)", "c"])
      expect(nameOf(exprOfName(name))).toBe(name);
  });
});

describe("differentiate", () => {
  it.each([
    ["a*g + b", "a"],
    ["g^2", "2*g"],
    ["sqrt(g)", "1/(2*sqrt(g))"],
    ["1/g", "-(1/g^2)"],
    ["exp(2*g)", "exp(2*g)*2"],
    ["log(1 + g)", "1/(1 + g)"],
    ["2^g", "2^g*log(2)"],
    ["max(a, b)*g", "max(a, b)"],
  ])("turns %s into %s", (text, slope) => {
    expect(printExpr(must(differentiate(read(text), "g"), "a smooth formula has a slope"))).toBe(slope);
  });

  it("gives none for corners", () => {
    expect(differentiate(read("abs(g - 1)"), "g")).toBeUndefined();
  });
});
