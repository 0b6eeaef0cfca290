import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { formulaText, law } from "../../test/arbitrary.ts";
import { printClaim } from "../claim/print-claim.ts";
import { evaluate } from "../expr/evaluate.ts";
import { printExpr } from "../expr/print-expr.ts";
import { readPatch } from "../patch/read-patch.ts";
import { readJson } from "./json-text.ts";
import { readClaim } from "./read-claim.ts";
import { readExpr } from "./read-expr.ts";
import { readScenario } from "./read-scenario.ts";

const code = (text: string): string | undefined => {
  const read = readExpr(text);
  return read.ok ? undefined : read.error[0]?.code;
};

describe("readers of formulas", () => {
  it("never throw on any text, and read what they print", () => {
    fc.assert(
      fc.property(formulaText(), (text) => {
        const read = readExpr(text);
        if (read.ok) {
          evaluate(read.value, new Map(), 64);
          const again = readExpr(printExpr(read.value));
          expect(again.ok && again.value).toEqual(read.value);
        } else {
          for (const { span } of read.error) expect(span === null || span.end <= text.length).toBe(true);
        }
        const claim = readClaim(text);
        if (claim.ok) expect(readClaim(printClaim(claim.value))).toEqual(claim);
      }),
      law(1_500),
    );
  });

  it.each([
    ["(".repeat(3_000), "too-deep"],
    ["(".repeat(10_000), "too-long"],
    ["-".repeat(3_000), "too-deep"],
    [`2${"^2".repeat(1_000)}`, "too-deep"],
    [`2${"^2".repeat(50)}`, "number-too-large"],
    ["9^9^9", "number-too-large"],
    ["(10^1900)*(10^1900)*(10^1900)", "number-too-large"],
    [`1${"0".repeat(3_000)}`, "too-many-digits"],
    ["1e999999999999", "too-many-digits"],
    ["9".repeat(1_000_000), "too-long"],
    [`a${"+a".repeat(1_999)}`, "too-deep"],
    ["f = 1", "unexpected-relation"],
    ["import('fs')", "unexpected-character"],
    ["constructor(1)", "unknown-function"],
    ["cos.constructor('x')()", "unexpected-character"],
    ["x\u0000y", "unexpected-character"],
    ["x\u202Ey", "unexpected-character"],
    ["{}", "unexpected-character"],
    ["[1,2;3]", "unexpected-character"],
    ["5 cm in inch", "missing-operator"],
    ["createUnit(x)", "unknown-function"],
    ["eval(x)", "unknown-function"],
    ["170!", "unexpected-character"],
    ["a ? b : c", "unexpected-character"],
    ["x => 1", "unexpected-relation"],
  ])("refuse hostile text %#", (text, expected) => {
    expect(code(text)).toBe(expected);
  });

  it("take names of the language for names", () => {
    for (const name of ["__proto__", "constructor", "toString", "hasOwnProperty", "prototype"]) {
      const read = readExpr(`${name} + c(${name})`);
      expect(read.ok && printExpr(read.value)).toBe(`${name} + c(${name})`);
    }
  });
});

describe("readers of JSON", () => {
  it("never throw on any value", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const json: unknown = JSON.parse(JSON.stringify(value));
        readScenario(json);
        readPatch(json);
        const read = readJson(JSON.stringify(json));
        expect(read.ok && read.value.value).toEqual(json);
      }),
      law(500),
    );
  });

  it("never throw on any text", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "binary" }),
        fc.array(fc.constantFrom(...'[]{},:"0a\\- ')),
        (noise, signs) => {
          readJson(noise);
          readJson(signs.join(""));
        },
      ),
      law(500),
    );
  });

  it("refuse depth and length", () => {
    const deep = readJson("[".repeat(100_000));
    expect(deep.ok ? "" : deep.error[0]?.message).toBe("nesting too deep: more than 200 levels");
    const long = readJson(`"${"x".repeat(50_000_000)}"`);
    expect(long.ok ? "" : long.error[0]?.code).toBe("too-long");
  });
});
