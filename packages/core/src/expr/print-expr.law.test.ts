import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { expr, law } from "../../test/arbitrary.ts";
import { readExpr } from "../syntax/read-expr.ts";
import { add, number, symbol } from "./make.ts";
import { printExpr } from "./print-expr.ts";

describe("printExpr", () => {
  it("gives a text that reads as the same tree", () => {
    fc.assert(
      fc.property(expr(), (tree) => {
        const read = readExpr(printExpr(tree));
        // A drawn tree may compute a number that is refused; what is read is the same.
        if (!read.ok) expect(read.error.map(({ code }) => code)).toEqual(["number-too-large"]);
        else expect(read.value).toEqual(tree);
      }),
      law(600),
    );
  });

  it("writes no bracket that can be left out", () => {
    const texts = [
      "a - b - c",
      "a - (b - c)",
      "a/b/c",
      "a/(b*c)",
      "a*b/c",
      "-x^2",
      "(-x)^2",
      "2^3^x",
      "(2^x)^3",
    ];
    const more = [
      "-x*y",
      "-(x*y)",
      "x*(2/3)",
      "2/3*x",
      "(2/3)^x",
      "a + (-b)",
      "c(f(x)) - t(a)",
      "x^(-1)",
      "1e30",
    ];
    for (const text of [...texts, ...more]) {
      const read = readExpr(text);
      expect(read.ok && printExpr(read.value)).toBe(text);
    }
  });

  it("stays within the limit for reading, however roomy the text would be", () => {
    const read = readExpr(`.5${"+a*.5".repeat(650)}`);
    expect(read.ok && readExpr(printExpr(read.value)).ok).toBe(true);
    expect(printExpr(add(symbol("a"), number(1)))).toBe("a + 1");
  });
});
