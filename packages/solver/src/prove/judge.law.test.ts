import * as core from "@crux/core";
import { type Claim, type Comparison, comparison, createBudget, type Expr, number, symbol } from "@crux/core";
import * as exact from "@crux/core/exact";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Point } from "../query/answer.ts";
import { type Judgement, judge } from "./judge.ts";

const law = (runs: number) => ({ seed: 1, numRuns: runs * Number(process.env.CRUX_RUNS ?? 1) });
const NAMES = ["a", "b", "c"] as const;
const coefficient = fc.integer({ min: -3, max: 3 });
const relation = fc.constantFrom("<", "<=", ">", ">=", "=", "!=" as const);

/** A sum of small multiples of the unknowns and a number. */
const straight: fc.Arbitrary<Expr> = fc
  .tuple(fc.array(coefficient, { minLength: 3, maxLength: 3 }), coefficient)
  .map(([weights, free]) =>
    core.sum([
      ...weights.map((weight, i) => core.multiply(number(weight), symbol(NAMES[i] ?? "a"))),
      number(free),
    ]),
  );

/** A sum of small multiples of products of two unknowns. */
const curved: fc.Arbitrary<Expr> = fc
  .array(fc.tuple(coefficient, fc.constantFrom(...NAMES), fc.constantFrom(...NAMES)), {
    minLength: 1,
    maxLength: 4,
  })
  .map((terms) =>
    core.sum(
      terms.map(([weight, a, b]) => core.multiply(number(weight), core.multiply(symbol(a), symbol(b)))),
    ),
  );

const side = fc.oneof({ weight: 3, arbitrary: straight }, { weight: 2, arbitrary: curved });
const statement = fc.tuple(side, relation, side).map(([left, how, right]) => comparison(left, how, right));
const claimOf = (of: Comparison): Claim => ({ kind: "comparison", comparison: of });
const positive = fc
  .tuple(fc.bigInt({ min: 1n, max: 12n }), fc.bigInt({ min: 1n, max: 6n }))
  .map(([num, den]) => exact.ratio(num, den));
const point = fc.array(positive, { minLength: 3, maxLength: 3 });

const judged = (claim: Claim, assume: readonly Comparison[] = [], steps = 200_000): Judgement =>
  judge({ claim, assume, contest: null }, createBudget(steps));

const envOf = (at: Point): ReadonlyMap<string, exact.Rational> =>
  new Map(
    Object.entries(at).flatMap(([name, text]) => {
      const value = exact.parseRational(text);
      return value === undefined ? [] : [[name, value] as const];
    }),
  );

const holdsEverywhere = (assume: readonly Comparison[], env: ReadonlyMap<string, exact.Rational>): boolean =>
  assume.every((one) => core.holdsAt(one, env) === true);

describe("judge", () => {
  it("agrees with the claim at any admissible point", () => {
    fc.assert(
      fc.property(statement, fc.array(statement, { maxLength: 2 }), point, (claim, assume, values) => {
        const env = new Map(NAMES.map((name, i) => [name, values[i] ?? exact.one]));
        fc.pre(holdsEverywhere(assume, env));
        const { verdict, example } = judged(claimOf(claim), assume).answer;
        const value = core.holdsAt(claim, env);
        if (verdict === "proved") expect(value).toBe(true);
        if (verdict === "refuted" && example === null) expect(value).toBe(false);
        expect(verdict).not.toBe("vacuous");
      }),
      law(120),
    );
  });

  it("gives points at which the claim fails and holds", () => {
    fc.assert(
      fc.property(statement, fc.array(statement, { maxLength: 2 }), (claim, assume) => {
        const { counterexample, example, verdict } = judged(claimOf(claim), assume).answer;
        expect(verdict === "refuted" && counterexample === null).toBe(false);
        for (const [at, wanted] of [
          [counterexample, false],
          [example, true],
        ] as const) {
          if (at === null) continue;
          const env = envOf(at);
          expect([...env.values()].every((value) => exact.sign(value) > 0)).toBe(true);
          expect(holdsEverywhere(assume, env)).toBe(true);
          expect(core.holdsAt(claim, env)).toBe(wanted);
        }
      }),
      law(80),
    );
  });

  it("judges a claim and its negation as opposites", () => {
    fc.assert(
      fc.property(statement, fc.array(statement, { maxLength: 1 }), (one, assume) => {
        const claim = claimOf(one);
        const straightOn = judged(claim, assume).answer;
        const turned = judged({ kind: "not", of: claim }, assume).answer;
        fc.pre(straightOn.verdict !== "undecided" && turned.verdict !== "undecided");
        const opposite = {
          proved: "nowhere",
          nowhere: "proved",
          depends: "depends",
          vacuous: "vacuous",
        } as const;
        expect(kindOf(turned)).toBe(opposite[kindOf(straightOn)]);
      }),
      law(60),
    );
  });

  it("proves every sum of assumptions with positive weights", () => {
    const facts = fc.array(straight, { minLength: 1, maxLength: 4 });
    const weights = fc.array(fc.integer({ min: 1, max: 5 }), { minLength: 4, maxLength: 4 });
    fc.assert(
      fc.property(facts, weights, (sides, times) => {
        const assume = sides.map((one) => comparison(one, ">", number(0)));
        const sum = core.sum(sides.map((one, i) => core.multiply(number(times[i] ?? 1), one)));
        const { verdict } = judged(claimOf(comparison(sum, ">", number(0))), assume).answer;
        expect(["proved", "vacuous"]).toContain(verdict);
      }),
      law(80),
    );
  });

  it("proves sums of squares", () => {
    const squares = fc.array(straight, { minLength: 1, maxLength: 2 });
    fc.assert(
      fc.property(squares, (sides) => {
        const sum = core.sum(sides.map((one) => core.power(one, number(2))));
        expect(judged(claimOf(comparison(sum, ">=", number(0))), [], 3_000_000).answer.verdict).toBe(
          "proved",
        );
      }),
      law(40),
    );
  });
});

function kindOf({ verdict, example }: Judgement["answer"]): "proved" | "nowhere" | "depends" | "vacuous" {
  if (verdict === "proved" || verdict === "vacuous") return verdict;
  return example === null ? "nowhere" : "depends";
}
