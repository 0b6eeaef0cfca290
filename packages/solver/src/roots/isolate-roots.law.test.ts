import { createBudget, type Expr, evaluate, number, readExpr, substitute } from "@crux/core";
import * as q from "@crux/core/exact";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { polynomialExpr } from "./algebraic-form.ts";
import { add, type IntegerPolynomial, multiply, scale } from "./integer-polynomial.ts";
import { isolateRoots } from "./isolate-roots.ts";
import { encloseReal, type Real } from "./real.ts";

const numRuns = (n: number): number => n * Number(process.env.CRUX_RUNS ?? 1);
const budget = () => createBudget(5_000_000);
const read = (text: string): Expr => {
  const result = readExpr(text);
  if (!result.ok) throw new Error(text);
  return result.value;
};

const rational = fc
  .tuple(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 1, max: 12 }))
  .map(([n, d]) => q.ratio(BigInt(n), BigInt(d)));

describe("isolateRoots", () => {
  it("finds the roots that a polynomial was made from", () => {
    const made = fc.array(fc.tuple(rational, fc.integer({ min: 1, max: 3 })), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(made, fc.integer({ min: -3, max: 3 }), (roots, factor) => {
        const wanted = new Map<string, number>();
        let p: IntegerPolynomial = [BigInt(factor === 0 ? 1 : factor)];
        for (const [root, times] of roots) {
          wanted.set(q.printRational(root), (wanted.get(q.printRational(root)) ?? 0) + times);
          for (let i = 0; i < times; i++) p = multiply(p, [-root.num, root.den]);
        }
        const withNone = multiply(p, add([3n], scale([0n, 0n, 1n], 2n)));
        const list = isolateRoots({ left: polynomialExpr(withNone), right: number(0), of: "x" }, budget());
        const found = list.kind === "roots" ? list.roots : [];
        expect(found.map(({ at }) => (at.kind === "rational" ? q.printRational(at.value) : at.kind))).toEqual(
          [...wanted.keys()].sort((a, b) =>
            q.compare(q.parseRational(a) ?? q.zero, q.parseRational(b) ?? q.zero),
          ),
        );
        for (const { at, multiplicity, flips } of found) {
          expect(multiplicity).toBe(at.kind === "rational" ? wanted.get(q.printRational(at.value)) : 0);
          expect(flips).toBe(multiplicity % 2 === 1);
        }
      }),
      { seed: 1, numRuns: numRuns(200) },
    );
  });

  it("separates clusters of huge and tiny roots", () => {
    fc.assert(
      fc.property(fc.integer({ min: -30, max: 30 }), fc.integer({ min: 3, max: 12 }), (exponent, gap) => {
        const base = q.power(q.integer(10), exponent);
        const roots = [0, 1, 2].map((i) =>
          q.multiply(base, q.add(q.one, q.multiply(q.integer(i), q.power(q.integer(10), -gap)))),
        );
        const p = roots.reduce<IntegerPolynomial>((all, root) => multiply(all, [-root.num, root.den]), [1n]);
        const list = isolateRoots({ left: polynomialExpr(p), right: number(0), of: "x" }, budget());
        expect(list.kind === "roots" && list.roots.map(({ at }) => at)).toEqual(
          roots.map((value) => ({ kind: "rational", value })),
        );
      }),
      { seed: 1, numRuns: numRuns(40) },
    );
  });

  it("agrees with a scan of rigorous signs on random sums of kernels", () => {
    const coefficient = fc.integer({ min: -6, max: 6 }).filter((n) => n !== 0);
    const kernel = fc.constantFrom(
      "1",
      "x",
      "x^2",
      "sqrt(x)",
      "2^x",
      "3^x",
      "exp(-x)",
      "log(1+x)",
      "x*2^x",
      "log(x)",
      "1/(1+x)",
    );
    const sum = fc
      .uniqueArray(fc.tuple(coefficient, kernel), { minLength: 2, maxLength: 4, selector: ([, k]) => k })
      .map((terms) => terms.map(([c, k]) => `${c}*${k}`).join(" + "));
    let decided = 0;
    let seen = 0;
    fc.assert(
      fc.property(sum, (text) => {
        const f = read(text);
        const list = isolateRoots({ left: f, right: number(0), of: "x" }, budget());
        seen += 1;
        if (list.kind !== "roots") return;
        decided += 1;
        const ends = list.roots.map(({ at }) => ends40(at));
        let before: number | undefined;
        for (let i = 1; i <= 120; i++) {
          const x = q.ratio(BigInt(i * i), 160n);
          const sign = signAt(f, x);
          if (sign === undefined) continue;
          const rooted = ends.filter(([low]) => q.compare(low, x) < 0);
          const flips = list.roots.filter(({ flips }, k) => flips && k < rooted.length).length;
          if (before !== undefined)
            expect([text, i, sign]).toEqual([text, i, flips % 2 === 0 ? before : -before]);
          else before = flips % 2 === 0 ? sign : -sign;
        }
      }),
      { seed: 1, numRuns: numRuns(20) },
    );
    expect(decided / seen).toBeGreaterThan(0.9);
  });
});

const ends40 = (at: Real): readonly [q.Rational, q.Rational] => {
  const { low, high } = encloseReal(at, 40, budget());
  return [low, high];
};

/** Sign of a formula at a point, if the point is not very close to a root. */
function signAt(f: Expr, x: q.Rational): 1 | -1 | undefined {
  const value = evaluate(substitute(f, new Map([["x", number(x)]])), new Map(), 96);
  const ends = value.kind === "enclosed" ? q.enclosed.endsOf(value.range) : undefined;
  if (value.kind === "exact")
    return q.sign(value.value) === 0 ? undefined : q.sign(value.value) === 1 ? 1 : -1;
  if (ends === undefined) return undefined;
  return q.sign(ends.low) > 0 ? 1 : q.sign(ends.high) < 0 ? -1 : undefined;
}
