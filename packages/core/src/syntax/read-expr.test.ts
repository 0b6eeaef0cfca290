import { describe, expect, it } from "vitest";
import { printClaim } from "../claim/print-claim.ts";
import { printExpr } from "../expr/print-expr.ts";
import { readClaim } from "./read-claim.ts";
import { readExpr } from "./read-expr.ts";

const complaint = (text: string): string => {
  const read = readExpr(text);
  if (read.ok) return `read as ${printExpr(read.value)}`;
  return read.error.map(({ code, span }) => `${code}@${span?.start}-${span?.end}`).join(" ");
};

describe("readExpr", () => {
  it.each([
    ["1.25", "5/4"],
    ["12345678901234567890.5", "24691357802469135781/2"],
    ["1e-3", "1/1000"],
    ["2^10", "2^10"],
    ["-2^2", "-2^2"],
    ["2^-1", "2^(-1)"],
    ["a ≤ b".slice(0, 1), "a"],
    ["c( find( get_proxy ( env ) ) )", "c(find(get_proxy(env)))"],
    ["c*t", "c*t"],
    ["2·x − 1", "2*x - 1"],
    ["in + to + mod + true + null + i + kg", "in + to + mod + true + null + i + kg"],
  ])("reads %s as %s", (text, printed) => {
    expect(complaint(text)).toBe(`read as ${printed}`);
  });

  it.each([
    ["2g", "missing-operator@1-2"],
    ["2 g", "missing-operator@2-3"],
    ["(a)(b)", "missing-operator@3-4"],
    ["f(x)", "unknown-function@0-1"],
    ["sqrt(1, 2)", "wrong-arguments@0-4"],
    ["log(8, 2)", "wrong-arguments@0-3"],
    ["sqrt", "wrong-arguments@0-4"],
    ["a = b", "unexpected-relation@2-3"],
    ["'text'", "unexpected-character@0-1 unexpected-character@5-6"],
    ["a[1]", "unexpected-character@1-2 unexpected-character@3-4"],
    ["a.b", "unexpected-character@1-2"],
    ["5!", "unexpected-character@1-2"],
    ["a; b", "unexpected-character@1-2"],
    ["1 +", "syntax@3-3"],
    ["(1", "syntax@2-2"],
    ["1)", "syntax@1-2"],
    ["* 2", "syntax@0-1"],
    ["", "empty-formula@0-0"],
    ["c(a + b)", "invalid-term-name@0-1"],
    ["c(2)", "invalid-term-name@0-1"],
    ["a and b", "unexpected-word@2-5"],
    ["2^10^10", "number-too-large@0-7"],
    ["1e2001", "too-many-digits@0-6"],
    ["lambertw(1, 1)", "wrong-arguments@0-8"],
    ["root(sin, 1)", "wrong-arguments@0-4"],
    ["foo(1) + bar(2)", "unknown-function@0-3 unknown-function@9-12"],
  ])("refuses %s with %s", (text, codes) => {
    expect(complaint(text)).toBe(codes);
  });

  it("suggests the function that was meant", () => {
    const read = readExpr("sqr(2)");
    expect(read.ok ? "" : read.error[0]?.hint).toBe("did you mean sqrt?");
  });
});

describe("readClaim", () => {
  it.each([
    "g > 1 and wins(fh)",
    "not (a < b or c < d) implies wins(x) iff dominates(p, q)",
    "exists g: wins(sd)",
    "(a + b)*2 < c",
    "a < b implies c < d implies e < f",
    "(a < b implies c < d) implies e < f",
    "not not a = b",
    "(a < b or c < d) and e != f",
  ])("prints %s as it was read", (text) => {
    const read = readClaim(text);
    expect(read.ok && printClaim(read.value)).toBe(text);
  });

  it.each([
    ["a < b < c", "chained-comparison"],
    ["a < b and", "empty-claim"],
    ["wins()", "wrong-arguments"],
    ["exists x: a < b", "syntax"],
    ["(a < b) and (c)", "not-a-comparison"],
    ["a + b", "not-a-comparison"],
    ["not", "empty-claim"],
    ["a < b and exists g: c < d", "unexpected-word"],
  ])("refuses %s with %s", (text, code) => {
    const read = readClaim(text);
    expect(read.ok ? [] : read.error.map((one) => one.code)).toContain(code);
  });
});
