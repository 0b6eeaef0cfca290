import { readFileSync } from "node:fs";
import { createBudget, must, readExpr, Spent } from "@crux/core";
import { describe, expect, it } from "vitest";
import { isolateRoots } from "./isolate-roots.ts";
import { toValue } from "./real.ts";
import type { Domain, RootList } from "./root-list.ts";

const read = (text: string) => {
  const result = readExpr(text);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
};

function solve(equation: string, of = "g", domain?: Domain): RootList {
  const [left = "", right = ""] = equation.split("=");
  const sides = { left: read(left), right: read(right), of };
  return isolateRoots(domain === undefined ? sides : { ...sides, domain }, createBudget(3_000_000));
}

const rootsOf = (list: RootList) => {
  if (list.kind !== "roots") throw new Error(JSON.stringify(list));
  return list.roots;
};
const forms = (list: RootList) =>
  rootsOf(list).map(({ at }) => {
    const value = toValue(at, createBudget(3_000_000));
    return value.exact ?? value.decimal;
  });
const breaksOf = (list: RootList) =>
  list.kind === "undecided" || list.kind === "undefined" ? [] : list.breaks;

describe("isolateRoots", () => {
  it.each([
    ["linear", "3*g + 1 = 2*g + 4", ["3"]],
    ["quadratic", "100/(g*(g+1)) = 1/7", ["(-1 + sqrt(2801))/2"]],
    ["no root at a pole", "1/(g-2) = 1/(3-g)", ["5/2"]],
    ["no root at a gap", "(g^2-1)/(g-1) = 2", []],
    ["biquadratic", "g^4 - 5*g^2 + 3 = 0", ["sqrt((5 - sqrt(13))/2)", "sqrt((5 + sqrt(13))/2)"]],
    [
      "hidden quadratic factors",
      "(g^2-2)*(g^2-3*g+1) = 0",
      ["(3 - sqrt(5))/2", "sqrt(2)", "(3 + sqrt(5))/2"],
    ],
    ["high degree", "(1+g)^365 = 2", ["2^(1/365) - 1"]],
    ["fractional powers", "g = 2*g^(2/3)", ["8"]],
    ["several radicals", "g^(1/3) + g^(1/2) = 2", ["1"]],
    ["nested radicals", "sqrt(g + sqrt(g)) = 3", ["(19 - sqrt(37))/2"]],
    ["wrong branch of a root", "sqrt(g+7) + 5 = g", ["9"]],
    ["root at an edge", "sqrt(g-2) = g - 2", ["2", "3"]],
    ["irrational coefficient", "g*sqrt(2) = 3", ["3*sqrt(2)/2"]],
    ["absolute value", "abs(g-3) = 1", ["2", "4"]],
    ["minimum", "min(g, 4-g) = 1", ["1", "3"]],
    ["exponential substitution", "2^(3*g) = 2^g + 1", ["log(root(x^3 - x - 1, 1))/log(2)"]],
    ["exponential sum", "2^g + 3^g = 5^g", ["1"]],
    ["irrational exponents", "2^(sqrt(2)*g) = 2^g + 1", ["1.23394548847340375484121591984"]],
    ["two exponentials", "5*3^g = 7*2^g", ["log(7/5)/log(3/2)"]],
    ["Lambert, both branches", "exp(g) = 3*g", ["-lambertw(-1/3)", "-lambertw(-1/3, -1)"]],
    ["Lambert and a rational root", "2^g = 4*g", ["-lambertw(-log(2)/4)/log(2)", "4"]],
    ["logarithm against a line", "log2(1+g) = g", ["1"]],
    ["sum of logarithms", "log2(1+g) + log2(1+2*g) = 5", ["(-3 + sqrt(257))/4"]],
    ["sum of logarithms out of reach", "log2(1+2*g) + 1 = log2(1+g) + 3", []],
    ["tower", "g^g = 27", ["3"]],
    ["tower of three", "g^g^g = 2", ["1.47668433735786994708923558537"]],
    ["product", "(g-1)*(2^g-3) = 0", ["1", "log(3)/log(2)"]],
    [
      "logarithm with an edge",
      "log(g-2) = g - 5",
      ["2 - lambertw(-1/exp(3))", "2 - lambertw(-1/exp(3), -1)"],
    ],
    ["pole in an exponential", "1/(exp(g)-2) = 1", ["log(3)"]],
    ["power with an irrational exponent", "g^pi = 5", ["1.66912577064317735824114958294"]],
  ])("finds every root: %s", (_, equation, expected) => {
    expect(forms(solve(equation))).toEqual(expected);
  });

  it.each([
    ["g^2 + 1 = 2*g", [[2, false]]],
    ["g^3 + 3*g = 3*g^2 + 1", [[3, true]]],
    [
      "(g-1)^2*(g-3) = 0",
      [
        [2, false],
        [1, true],
      ],
    ],
    ["exp(g) = e*g", [[2, false]]],
    ["2^g = e*log(2)*g", [[2, false]]],
    ["(2^g - g - 1)^2 = 0", [[2, false]]],
  ] as const)("counts multiplicities and flips: %s", (equation, expected) => {
    expect(rootsOf(solve(equation)).map(({ multiplicity, flips }) => [multiplicity, flips])).toEqual(
      expected,
    );
  });

  it("says that sides are equal everywhere", () => {
    expect(solve("g*(0.1 + 0.2) + 1 = g*0.3 + 1").kind).toBe("everywhere");
    expect(solve("log(g^2) = 2*log(g)").kind).toBe("everywhere");
    expect(solve("2^(g+1) = 2*2^g").kind).toBe("everywhere");
  });

  it("says that a side is real nowhere", () => {
    expect(solve("1/(g-g) = 2").kind).toBe("undefined");
    expect(solve("log(-1-g) = 2").kind).toBe("undefined");
  });

  it("reports poles, gaps and edges with the signs beside them", () => {
    const signs = (equation: string) => breaksOf(solve(equation)).map(({ before, after }) => [before, after]);
    expect(signs("1/(g-2) = 1/(3-g)")).toEqual([
      [-1, 1],
      [-1, 1],
    ]);
    expect(signs("(g^2-1)/(g-1) = 3")).toEqual([[-1, -1]]);
    expect(signs("sqrt(g-2) = g - 3")).toEqual([[null, 1]]);
    expect(signs("log(g)/(g-2) = 0")).toEqual([[-1, 1]]);
  });

  it("keeps to the domain that it is given", () => {
    const unit = { low: { num: 0n, den: 1n }, high: { num: 1n, den: 1n } };
    expect(forms(solve("g*(g-1)*(2*g-1) = 0", "g", unit))).toEqual(["1/2"]);
    expect(
      forms(solve("g*(g-1)*(2*g-1) = 0", "g", { ...unit, lowIncluded: true, highIncluded: true })),
    ).toEqual(["0", "1/2", "1"]);
    expect(forms(solve("g^2 = 4", "g", { low: null, high: null }))).toEqual(["-2", "2"]);
    expect(forms(solve("2^g = 4*g", "g", unit))).toEqual(["-lambertw(-log(2)/4)/log(2)"]);
  });

  it("finds the root between two others that are ends of its interval", () => {
    expect(forms(solve("(3*g-8)*(g-2)*(g-3) = 0"))).toEqual(["2", "8/3", "3"]);
  });

  it.each(["g^1000000 = 2", "(1+g)^4000 = 2", "2^(g*1000001/1000000) = 2^g + 1", "g^g^g^g^g = 3"])(
    "answers or ends within its budget: %s",
    (equation) => {
      const [left = "", right = ""] = equation.split("=");
      const ends = (): string => {
        try {
          return isolateRoots({ left: read(left), right: read(right), of: "g" }, createBudget(200_000)).kind;
        } catch (error) {
          return error instanceof Spent ? "spent" : "thrown";
        }
      };
      expect(["roots", "undecided", "spent"]).toContain(ends());
    },
  );

  it("separates roots that are very close", () => {
    expect(forms(solve("(g-1)*(g-1-1/10^12)*(g^2-2) = 0"))).toEqual([
      "1",
      "1000000000001/1000000000000",
      "sqrt(2)",
    ]);
  });
});

type Problem = {
  readonly request: {
    readonly id: string;
    readonly query: { readonly equation?: string; readonly for?: string };
  };
  readonly samples?: readonly {
    readonly env: Record<string, string>;
    readonly expected: readonly string[];
  }[];
  readonly expected: {
    readonly form: string;
    readonly roots?: readonly {
      readonly exact: string | null;
      readonly multiplicity: number;
      readonly flip: boolean;
    }[];
  };
};

const fixtures = new URL("../../fixtures/problems/thresholds.jsonl", import.meta.url);
const problems = readFileSync(fixtures, "utf8")
  .split("\n")
  .filter((line) => line !== "")
  .map((line): Problem => JSON.parse(line))
  .filter(
    ({ request, samples }) =>
      request.query.equation !== undefined && Object.keys(samples?.[0]?.env ?? {}).length === 0,
  );

const digits = (text: string): string =>
  text.replace(".", "").replace(/^0+/, "").padEnd(40, "0").slice(0, 25);

describe("solved problems with numbers only", () => {
  it.each(problems.map((problem) => [problem.request.id, problem] as const))("%s", (_, problem) => {
    const { equation = "", for: of = "g" } = problem.request.query;
    const list = solve(equation, of);
    if (problem.expected.form === "all") return expect(list.kind).toBe("everywhere");
    const expected = problem.expected.roots ?? [];
    const values = rootsOf(list).map(({ at }) => toValue(at, createBudget(3_000_000)));
    const known = must(problem.samples?.[0], "a numeric problem has its roots").expected;
    expect(values.map(({ decimal = "" }) => digits(decimal.replace(/e.*/, "")))).toEqual(
      known.map((text) => digits(text.replace(/e.*/, ""))),
    );
    expect(rootsOf(list).map(({ multiplicity, flips }) => [multiplicity, flips])).toEqual(
      expected.map(({ multiplicity, flip }) => [multiplicity, flip]),
    );
    for (const [i, { exact }] of expected.entries())
      if (exact !== null) expect(values[i]?.exact).not.toBeNull();
  });
});
