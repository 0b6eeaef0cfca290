import { createBudget, must, readComparison, unknownsOfComparison } from "@crux/core";
import { describe, expect, it } from "vitest";
import type { Solved } from "./equation.ts";
import { solveEquation } from "./solve-equation.ts";

const read = (text: string) => {
  const result = readComparison(text);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
};

type Options = { for?: string; assume?: string[]; domain?: string[] | null; steps?: number };

function solve(
  text: string,
  { for: name = "g", assume = [], domain = null, steps = 500_000 }: Options = {},
): Solved {
  const { left, right } = read(text);
  const facts = assume.map(read);
  const names = [read(text), ...facts].flatMap(unknownsOfComparison).filter((one) => one !== name);
  const limits = domain === null ? null : domain.map(read);
  return solveEquation(
    { left, right, for: name, positive: names, facts, domain: limits },
    createBudget(steps),
  );
}

/** The solutions in one line each: value, multiplicity where it is not 1, conditions. */
function lines(solved: Solved): string[] {
  if (solved.kind === "undecided") return [`undecided: ${solved.missing}`];
  return solved.solutions.map(({ exact, multiplicity, flips, conditions }) => {
    const often = multiplicity === 1 ? "" : ` (${multiplicity}${flips ? "" : ", touches"})`;
    return `${exact}${often}${conditions.length === 0 ? "" : ` if ${conditions.join(" and ")}`}`;
  });
}

describe("solveEquation", () => {
  it.each<[string, string[]]>([
    ["g^3 + 11*a^2*g = 6*a*g^2 + 6*a^3", ["a", "3*a", "2*a"]],
    ["g^3 + (a*b + b*c + a*c)*g = (a + b + c)*g^2 + a*b*c", ["c", "b", "a"]],
    ["g^4 - (a^2 + b^2)*g^2 + a^2*b^2 = 0", ["b if a != b", "a if a != b", "b (2, touches) if a = b"]],
    ["g^3 + a*g^2 + 2*b*g^2 + 2*a*b*g = c*g + a*c", ["sqrt(b^2 + c) - b"]],
    ["g^4 - a^2*g^2 - 2*a^3*g - a^4 = 0", ["a*(sqrt(5) + 1)/2"]],
    ["a*c*g^2 + a*d*g = b*c*g + b*d", ["b/a"]],
  ])("takes the polynomial of %s apart", (equation, expected) => {
    expect(lines(solve(equation))).toEqual(expected);
  });

  it.each<[string, string, string[]]>([
    ["c1*g + t1 = c2*g + t2", "g", ["(t2 - t1)/(c1 - c2) if (t2 - t1)*(c1 - c2) > 0"]],
    [
      "g*c_base + t_mesa = g*(c_simple + c_combine) + t_mesa + t_find",
      "g",
      ["t_find/(c_base - c_simple - c_combine) if c_base > c_simple + c_combine"],
    ],
    ["T/(k*(k+1)) = D", "k", ["(sqrt(4*T + D) - sqrt(D))/(2*sqrt(D))"]],
    ["a*g/(k+g) = d", "g", ["k*d/(a - d) if a > d"]],
    ["2^(g*c) = K", "g", ["log(K)/(c*log(2)) if K > 1"]],
    ["g*2^(g*c) + t1 = t2", "g", ["lambertw(c*log(2)*(t2 - t1))/(c*log(2)) if t2 > t1"]],
    ["c1*log2(1 + g*t1) = c2", "g", ["(2^(c2/c1) - 1)/t1"]],
    ["g*c^p + t = D", "c", ["((D - t)/g)^(1/p) if D > t"]],
    ["sqrt(g)*c1 + t1 = sqrt(g)*c2 + t2", "g", ["(t1 - t2)^2/(c1 - c2)^2 if (t2 - t1)*(c1 - c2) > 0"]],
    ["(1 + g)^n = K", "g", ["K^(1/n) - 1 if K > 1"]],
    ["abs(g - a) = b", "g", ["a + b", "a - b if a > b"]],
    ["g^3 = a*g^2", "g", ["a"]],
    ["c*g^2 = d*g", "g", ["d/c"]],
    ["(a - g)/(b - g) = 1", "g", []],
    ["g*a + b = g*(a + c) + b + d", "g", []],
  ])("solves %s for %s", (text, name, expected) => {
    expect(lines(solve(text, { for: name }))).toEqual(expected);
  });

  it("says where a quadratic equation has two solutions and where they meet", () => {
    expect(lines(solve("a*g^2 + d = b*g"))).toEqual([
      "(b + sqrt(b^2 - 4*a*d))/(2*a) if b^2 > 4*a*d",
      "(b - sqrt(b^2 - 4*a*d))/(2*a) if b^2 > 4*a*d",
      "b/(2*a) (2, touches) if 4*a*d = b^2",
    ]);
  });

  it("lists solutions of different factors once where they are equal", () => {
    expect(lines(solve("(g - a)*(g - b) = 0"))).toEqual([
      "b if a != b",
      "a if a != b",
      "b (2, touches) if a = b",
    ]);
  });

  it("says where both sides are equal everywhere", () => {
    const solved = solve("g*(a - b) = a - b");
    expect(solved.kind === "solutions" && solved.degenerate).toEqual([
      { when: ["a = b"], holds: "everywhere" },
    ]);
    expect(solve("g*(a + b) = g*b + a*g")).toMatchObject({ kind: "solutions", holds: "everywhere" });
  });

  it("uses assumptions", () => {
    const options = { for: "p", assume: ["c > 1", "D > t"] };
    expect(lines(solve("g*c^p + t = D", options))).toEqual(["log((D - t)/g)/log(c) if D > t + g"]);
  });

  it("keeps to the domain", () => {
    expect(lines(solve("a*g = b", { domain: ["g > 2"] }))).toEqual(["b/a if b > 2*a"]);
    expect(lines(solve("a*g = b", { domain: ["g < 0"] }))).toEqual([]);
    expect(lines(solve("g + a = b", { domain: [] }))).toEqual(["b - a"]);
    expect(lines(solve("g^2 = a", { domain: [] }))).toEqual(["sqrt(a)", "-sqrt(a)"]);
    expect(lines(solve("g^2 = 4", { assume: ["g < 3"] }))).toEqual(["2"]);
    expect(lines(solve("g^2 = 4", { assume: ["g > 3"] }))).toEqual([]);
  });

  it("finds no solution at a pole", () => {
    expect(lines(solve("(g^2 - a^2)/(g - a) = b"))).toEqual(["b - a if b > a and 2*a != b"]);
  });

  it("answers undecided for what it cannot do, and when the budget is spent", () => {
    expect(solve("a*g^5 + b*g^2 = c*g + d").kind).toBe("undecided");
    expect(solve("2^(a*g) = 2^(b*g) + c").kind).toBe("undecided");
    expect(solve("(g + a + b + c + d)^20 = (g + e1)^20", { steps: 2_000 }).kind).toBe("undecided");
  });

  it("takes hostile names as names", () => {
    expect(lines(solve("__proto__*g = constructor"))).toEqual(["constructor/__proto__"]);
  });

  it("numbers the solutions in the proof as they stand in the answer", () => {
    const solved = solve("a*g^2 + d = b*g");
    const proof =
      solved.kind === "solutions" && solved.proof.kind === "symbolic" ? solved.proof.solutions : null;
    expect(must(proof, "a proof").exists).toHaveLength(3);
    expect(JSON.stringify(must(proof, "a proof").by)).toContain('"solution":2');
  });

  it.each([
    ["a^g + a = 2", "a != 1"],
    ["a^g = 2*a^g - 1", "a != 1"],
    ["a^g = b*g", "a != 1"],
    ["a^(2*g) + b = c*a^g", "a != 1"],
  ])("does not speak of where the unknown falls out: %s", (equation, condition) => {
    const solved = solve(equation);
    expect(solved.kind === "solutions" ? solved.conditions : []).toContain(condition);
  });
});
