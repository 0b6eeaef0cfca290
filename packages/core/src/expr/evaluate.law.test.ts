import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { expr, law, polynomial, positive, rational } from "../../test/arbitrary.ts";
import * as enclosed from "../exact/enclosed.ts";
import { derivative, valueAt } from "../exact/polynomial.ts";
import { multiply, zero } from "../exact/rational.ts";
import { compareAt } from "./compare-at.ts";
import { differentiate } from "./differentiate.ts";
import { evaluate } from "./evaluate.ts";
import { toPolynomial } from "./evaluate-root.ts";
import { number, subtract } from "./make.ts";
import { substitute } from "./substitute.ts";
import { isZeroByAlgebra } from "./zero-test.ts";

const names = [
  "g",
  "phi",
  "c",
  "t",
  "x",
  "__proto__",
  "constructor",
  "c(a)",
  "t(a)",
  "c(__proto__)",
  "t(__proto__)",
];
const costs = ["find(x)", "find(get(env),b)"].flatMap((of) => [`c(${of})`, `t(${of})`]);
const env = fc
  .tuple(...[...names, ...costs].map(() => positive()))
  .map((values) => new Map([...names, ...costs].map((name, index) => [name, values[index] ?? zero])));

describe("evaluate", () => {
  it("never throws, and agrees with itself at another precision", () => {
    fc.assert(
      fc.property(expr(3), env, (tree, values) => {
        const [rough, fine] = [evaluate(tree, values, 64), evaluate(tree, values, 256)];
        if (rough.kind === "exact") expect(fine).toEqual(rough);
        if (rough.kind !== "enclosed" || fine.kind !== "enclosed") return;
        const gap = enclosed.subtract(rough.range, fine.range, 300);
        expect(enclosed.contains(gap, zero)).toBe(true);
      }),
      law(400),
    );
  });

  it("gives the same when values are put in before", () => {
    fc.assert(
      fc.property(expr(3), env, (tree, values) => {
        const closed = substitute(tree, new Map([...values].map(([name, value]) => [name, number(value)])));
        const [open, put] = [evaluate(tree, values, 96), evaluate(closed, new Map(), 96)];
        expect(put.kind).toBe(open.kind);
        if (open.kind === "exact") expect(put).toEqual(open);
      }),
      law(300),
    );
  });

  it("agrees with polynomial arithmetic, and so does the derivative", () => {
    fc.assert(
      fc.property(polynomial(), rational(), (tree, x) => {
        const coefficients = toPolynomial(tree, "x");
        const slope = differentiate(tree, "x");
        if (coefficients === undefined || slope === undefined) throw new Error("a polynomial has both");
        const at = new Map([["x", x]]);
        expect(evaluate(tree, at)).toEqual({ kind: "exact", value: valueAt(coefficients, x) });
        expect(evaluate(slope, at)).toEqual({ kind: "exact", value: valueAt(derivative(coefficients), x) });
      }),
      law(200),
    );
  });
});

describe("isZeroByAlgebra", () => {
  it("never calls a number zero that an enclosure shows is not", () => {
    fc.assert(
      fc.property(expr(3), expr(2), env, (a, b, values) => {
        const difference = subtract(a, b);
        const outcome = evaluate(difference, values, 256);
        if (outcome.kind !== "enclosed" && outcome.kind !== "exact") return;
        const sign = outcome.kind === "exact" ? Number(outcome.value.num) : enclosed.signOf(outcome.range);
        if (isZeroByAlgebra(difference, values)) expect(sign === 0 || sign === undefined).toBe(true);
      }),
      law(300),
    );
  });

  it("finds a number equal to itself", () => {
    fc.assert(
      fc.property(polynomial(2), polynomial(2), positive(), (a, b, x) => {
        const at = new Map([["x", multiply(x, x)]]);
        expect(compareAt(subtract(a, b), subtract(a, b), at)).toBe(0);
      }),
      law(100),
    );
  });
});
