import { describe, expect, it } from "vitest";
import { must } from "../base/assert.ts";
import { endsOf } from "../exact/enclosure.ts";
import { integer, parseRational, printRational, toDecimal } from "../exact/rational.ts";
import { readExpr } from "../syntax/read-expr.ts";
import { evaluate } from "./evaluate.ts";
import type { Expr } from "./expr.ts";

const read = (text: string): Expr => {
  const result = readExpr(text);
  if (!result.ok) throw new Error(text);
  return result.value;
};
const worth = (text: string): string => {
  const outcome = evaluate(read(text), new Map([["g", integer(2)]]), 128);
  if (outcome.kind === "exact") return printRational(outcome.value);
  if (outcome.kind === "enclosed") return `~${toDecimal(endsOf(outcome.range).low, 20)}`;
  return `${outcome.kind}: ${outcome.reason}`;
};

describe("evaluate", () => {
  it.each([
    ["1/3 + 1/6", "1/2"],
    ["sqrt(4/9)", "2/3"],
    ["8^(2/3)", "4"],
    ["8^(-1/3)", "1/2"],
    ["log2(1/8)", "-3"],
    ["log(1) + exp(0)", "1"],
    ["0^0", "1"],
    ["min(3, sqrt(2), 1/2)", "1/2"],
    ["max(3, sqrt(2))", "3"],
    ["0*pi", "0"],
    ["abs(-3/2)", "3/2"],
    ["g^3", "8"],
    ["root(x^2 - 9, 2)", "3"],
  ])("gives %s as the exact number %s", (text, value) => {
    expect(worth(text)).toBe(value);
  });

  it.each([
    ["pi", "~3.1415926535897932385"],
    ["sqrt(g)", "~1.4142135623730950488"],
    ["2^sqrt(2)", "~2.6651441426902251887"],
    ["log(10)", "~2.3025850929940456840"],
    ["lambertw(1)", "~0.56714329040978387300"],
    ["lambertw(-1/10, -1)", "~-3.5771520639572972184"],
    ["root(x^3 - 2, 1)", "~1.2599210498948731648"],
    ["root((x - 1) * (x - 2) * (x^2 - 2), 3)", "~1.4142135623730950488"],
    ["exp(-1000)", "~5.0759588975494567653e-435"],
  ])("encloses %s near %s", (text, value) => {
    expect(worth(text)).toBe(value);
  });

  it.each([
    ["1/(1 - 1)", "undefined: division by zero"],
    ["0^(-1)", "undefined: division by zero"],
    ["log(0)", "undefined: logarithm of a number that is not positive"],
    ["log(-pi)", "undefined: logarithm of a number that is not positive"],
    ["(-8)^(1/3)", "undefined: fractional power of a negative number"],
    ["sqrt(-1)", "undefined: fractional power of a negative number"],
    ["lambertw(-1)", "undefined: lambertw of a number below -1/e"],
    ["root(x^2 + 1, 1)", "undefined: no root of that number: 1 of 0"],
    ["missing + 1", "unknown: no value for: missing"],
    ["exp(10^9)", "unknown: number too large to enclose"],
    ["g^(10^300)", "unknown: number too large to enclose"],
  ])("says why %s has no value: %s", (text, reason) => {
    expect(worth(text)).toBe(reason);
  });

  it("encloses every value over a range", () => {
    const half = must(parseRational("1/2"), "a number");
    const outcome = evaluate(
      read("x*log(x)"),
      new Map([["x", { low: { mantissa: 1n, exponent: -1 }, high: { mantissa: 2n, exponent: 0 } }]]),
    );
    expect(outcome.kind).toBe("enclosed");
    const over = evaluate(
      read("log(x - 1)"),
      new Map([["x", { low: { mantissa: 1n, exponent: -1 }, high: { mantissa: 2n, exponent: 0 } }]]),
    );
    expect(over.kind).toBe("unknown");
    expect(evaluate(read("log(x - 1)"), new Map([["x", half]])).kind).toBe("undefined");
  });
});
