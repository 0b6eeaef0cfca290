import {
  createBudget,
  type Env,
  evaluate,
  exprOfName,
  holdsAt,
  must,
  number,
  readComparison,
  substitute,
  unknownsOfComparison,
} from "@crux/core";
import * as exact from "@crux/core/exact";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { EquationSolution, Solved } from "./equation.ts";
import { solveEquation } from "./solve-equation.ts";

const RUNS = 8 * Number(process.env.CRUX_RUNS ?? 1);

const read = (text: string) => {
  const result = readComparison(text);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
};

const small = fc
  .tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 6 }))
  .map(([n, d]) => exact.ratio(BigInt(n), BigInt(d)));

type Decided = Exclude<Solved, { kind: "undecided" }>;
const decided = (solved: Solved, what: string): Decided => {
  if (solved.kind === "undecided") throw new Error(`${what}: ${solved.missing}`);
  return solved;
};

const holds = (text: string, env: Env): boolean => {
  const truth = holdsAt(read(text), env);
  if (truth === "undecided") throw new Error(`undecided: ${text}`);
  return truth;
};

/** Twenty digits of a solution at a point, with what else is said about it. */
function shown({ expr, decimal, multiplicity, flips }: EquationSolution, env: Env): string {
  const value = expr === null ? undefined : evaluate(expr, env, 128);
  const number =
    value?.kind === "exact"
      ? value.value
      : value?.kind === "enclosed"
        ? exact.enclosed.middleOf(value.range)
        : must(exact.parseRational(must(decimal, "a decimal")), "a number");
  return `${exact.toDecimal(number, 20)} ${multiplicity} ${flips}`;
}

const shapes = [
  "a*g^2 + b*g = c",
  "a*g^2 + c = b*g",
  "(a-b)*g^2 + c*g = d",
  "(a-b)*g = c-d",
  "sqrt(g)*a + b = sqrt(g)*c + d",
  "sqrt(g+a) + b = g",
  "sqrt(g+a) = sqrt(g) + b",
  "2^g*a = 3^g*b",
  "a*2^(-g) + b = c",
  "a*2^g = b*g",
  "g*2^(g*c) + a = b",
  "log(1+g*a) + log(1+g*b) = c",
  "2*log(1+g*a) = c*g",
  "a*log(1+g*b)/log(2) = c",
  "max(a,g) = b",
  "abs(a*g-b) = c*g",
  "g^a*b = g^c*d",
  "g^4 + a = b*g^2",
  "a^g = b^(g+1)",
  "1/(a+g) + 1/(b+g) = 1/c",
  "g*a/(b+g) + c = g*d/(b+g) + a",
  "(g-a)*(g-b) = 0",
  "(g-a)^2*(g-b) = 0",
  "(a*g+b)/(c*g+d) = a",
  "2^(2*g*a) + c = b*2^(g*a)",
  "g*log(g) = a*g + b",
  "sqrt(g^2+a) = g + b",
  "(g^2-a^2)/(g-a) = b",
  "a*g^3 + b*g = c",
];

describe("solveEquation", () => {
  it.each(shapes)("finds the same solutions of %s with numbers put in before or after", (text) => {
    const { left, right } = read(text);
    const names = unknownsOfComparison(read(text)).filter((name) => name !== "g");
    const general = decided(
      solveEquation(
        { left, right, for: "g", positive: names, facts: [], domain: null },
        createBudget(1_000_000),
      ),
      text,
    );
    const property = fc.property(
      fc.array(small, { minLength: names.length, maxLength: names.length }),
      (values) => {
        const env = new Map(names.map((name, i) => [name, must(values[i], "a value")]));
        if (!general.conditions.every((one) => holds(one, env))) return;
        const put = new Map([...env].map(([name, value]) => [name, number(value)]));
        const special = solveEquation(
          {
            left: substitute(left, put),
            right: substitute(right, put),
            for: "g",
            positive: [],
            facts: [],
            domain: null,
          },
          createBudget(400_000),
        );
        if (special.kind === "undecided") return;
        const everywhere = general.degenerate.some(({ when }) => when.every((one) => holds(one, env)));
        expect(special.holds === "everywhere").toBe(everywhere);
        if (everywhere) return;
        const found = general.solutions.filter(({ conditions }) =>
          conditions.every((one) => holds(one, env)),
        );
        const want = special.solutions.map((one) => shown(one, env));
        expect(found.map((one) => shown(one, env)).sort()).toEqual(want.sort());
      },
    );
    fc.assert(property, { seed: 1, numRuns: RUNS });
  });

  it("multiplies thresholds by k when all times are", () => {
    const solve = (text: string): string =>
      must(
        decided(
          solveEquation(
            { ...read(text), for: "g", positive: ["a", "b", "c", "d", "k"], facts: [], domain: null },
            createBudget(100_000),
          ),
          text,
        ).solutions[0]?.exact,
        "a solution",
      );
    expect(solve("a*g + b*k = c*g + d*k")).toBe("k*(d - b)/(a - c)");
    expect(solve("a*k*g + b = c*k*g + d")).toBe("(d - b)/(k*(a - c))");
    expect(exprOfName("g").kind).toBe("symbol");
  });
});
