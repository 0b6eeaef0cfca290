import { createBudget, readExpr } from "@crux/core";
import * as q from "@crux/core/exact";
import { describe, expect, it } from "vitest";
import { rootsOf } from "./algebraic.ts";
import { isolateReal } from "./descartes.ts";
import { closedReal } from "./locate.ts";
import {
  compareReals,
  decimalOf,
  type Real,
  rationalReal,
  signOfPolynomial,
  simplestBetweenReals,
} from "./real.ts";
import { refine } from "./refine.ts";
import { squarefreeParts } from "./squarefree.ts";

const budget = () => createBudget(1_000_000);
const closed = (text: string): Real => {
  const result = readExpr(text);
  if (!result.ok) throw new Error(text);
  return closedReal(result.value);
};
const algebraic = (p: readonly bigint[], index: number): Real => {
  const root = rootsOf(p, budget(), "real")[index];
  if (root === undefined) throw new Error("no such root");
  return root.at;
};

describe("compareReals", () => {
  it("sees that roots of different polynomials are equal", () => {
    const one = algebraic([-2n, 0n, 1n], 1);
    const other = algebraic([-6n, -6n, 3n, 3n], 2);
    expect(compareReals(one, other, budget())).toBe(0);
    expect(compareReals(one, algebraic([-3n, 0n, 1n], 1), budget())).toBe(-1);
  });

  it("sees that closed forms are equal", () => {
    expect(compareReals(closed("log(8)/log(3)"), closed("3*log(2)/log(3)"), budget())).toBe(0);
    expect(compareReals(closed("log(8)/log(3)"), closed("log(81)/log(5)"), budget())).toBe(-1);
    expect(compareReals(closed("log(8)/log(2)"), rationalReal(q.integer(3)), budget())).toBe(0);
  });

  it("tells numbers apart that agree in thirty digits", () => {
    const near = rationalReal(q.parseRational("1.41421356237309504880168872420970") ?? q.zero);
    expect(compareReals(algebraic([-2n, 0n, 1n], 1), near, budget())).toBe(-1);
  });
});

describe("simplestBetweenReals", () => {
  it("finds a short rational strictly between", () => {
    const between = simplestBetweenReals(algebraic([-2n, 0n, 1n], 1), closed("log(5)"), budget());
    expect(compareReals(algebraic([-2n, 0n, 1n], 1), rationalReal(between), budget())).toBe(-1);
    expect(compareReals(rationalReal(between), closed("log(5)"), budget())).toBe(-1);
    expect(q.size(between)).toBeLessThan(12);
    expect(q.compare(simplestBetweenReals(closed("e"), undefined, budget()), q.integer(2))).toBe(1);
  });
});

describe("decimalOf", () => {
  it("gives correct digits of any kind of number", () => {
    expect(decimalOf(closed("log(3)/log(2)"), 20, budget())).toBe("1.5849625007211561815");
    expect(decimalOf(algebraic([-2n, 0n, 1n], 0), 12, budget())).toBe("-1.41421356237");
    expect(decimalOf(rationalReal(q.ratio(1n, 3n)), 5, budget())).toBe("0.33333");
  });
});

describe("signOfPolynomial", () => {
  it("is exactly 0 at a common root and nowhere else", () => {
    const root = algebraic([-2n, 0n, 1n], 1);
    expect(signOfPolynomial([-4n, 0n, 0n, 0n, 1n], root, budget())).toBe(0);
    expect(signOfPolynomial([-3n, 0n, 1n], root, budget())).toBe(-1);
  });
});

describe("squarefreeParts", () => {
  it("takes repeated roots apart by how often they occur", () => {
    // (x - 1)^3 (x + 2)^2 (x^2 + 1)
    const product = [
      [-1n, 1n],
      [-1n, 1n],
      [-1n, 1n],
      [2n, 1n],
      [2n, 1n],
      [1n, 0n, 1n],
    ].reduce((a, b) =>
      a.reduce<bigint[]>((all, x, i) => {
        for (const [j, y] of b.entries()) all[i + j] = (all[i + j] ?? 0n) + x * y;
        return all;
      }, []),
    );
    const parts = squarefreeParts(product);
    expect(parts.map(({ polynomial, multiplicity }) => [multiplicity, polynomial])).toEqual([
      [1, [1n, 0n, 1n]],
      [2, [2n, 1n]],
      [3, [-1n, 1n]],
    ]);
  });
});

describe("isolateReal and refine", () => {
  it("keep each root alone, also between neighbours that are roots", () => {
    // (3x - 8)(x - 2)(x - 3)
    const p = [-48n, 58n, -23n, 3n];
    const found = isolateReal(p, budget()).map((at) => refine(p, at, 40, budget()));
    const near = found.map(({ low, high }) => q.toDecimal(q.midpoint(low, high), 6));
    expect(near).toEqual(["2.00000", "2.66667", "3.00000"]);
  });
});
