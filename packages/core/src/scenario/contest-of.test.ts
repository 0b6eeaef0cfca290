import { describe, expect, it } from "vitest";
import { must } from "../base/assert.ts";
import { integer, parseRational } from "../exact/rational.ts";
import { printComparison, printExpr } from "../expr/print-expr.ts";
import { readScenario } from "../syntax/read-scenario.ts";
import { contestOf } from "./contest-of.ts";
import type { Scenario } from "./scenario.ts";
import { winnersAt } from "./winners-at.ts";

const scenario = (part: Record<string, unknown>): Scenario => {
  const read = readScenario({ format: "crux/scenario", version: 1, ...part });
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  return read.value;
};
const two = (exchange: Record<string, unknown>): Scenario =>
  scenario({
    exchange,
    terms: [
      { id: "a", c: "3", t: "2" },
      { id: "b", c: "5" },
    ],
    programs: [
      { id: "p", c: "c(a) + c(b)", t: "t(a)" },
      { id: "q", c: "c(p) - c(b) + 1", t: "t(b) + t(p)" },
    ],
  });
const scores = (exchange: Record<string, unknown>): readonly string[] =>
  contestOf(two(exchange)).entrants.map(({ score }) => printExpr(score));

describe("contestOf", () => {
  it.each([
    [{ family: "linear" }, "g*(3 + 5) + 2"],
    [{ family: "affine", offset: "7" }, "g*(3 + 5) + 7 + 2"],
    [{ family: "power", exponent: "2" }, "g*(3 + 5)^2 + 2"],
    [{ family: "log" }, "g*log2(1 + (3 + 5)) + 2"],
    [{ family: "exponential", base: "3/2" }, "g*((3/2)^(3 + 5) - 1) + 2"],
    [{ family: "levin" }, "g*(3 + 5) + log2(2)"],
    [{ family: "custom", rate: "log2(1 + g*x)" }, "log2(1 + g*(3 + 5)) + 2"],
    [{ family: "affine", offset: "7", apply: "terms" }, "g*3 + 7 + (g*5 + 7) + 2"],
    [{ family: "power", exponent: "2", apply: "terms" }, "g*3^2 + g*5^2 + 2"],
  ])("prices by %o", (exchange, score) => {
    expect(scores(exchange)[0]).toBe(score);
  });

  it("prices summands of another program's total one by one, and takes away what is subtracted", () => {
    expect(scores({ family: "log", apply: "terms" })[1]).toBe(
      "g*log2(1 + 3) + g*log2(1 + 5) - g*log2(1 + 5) + g*log2(1 + 1) + (t(b) + 2)",
    );
  });

  it("lets programs compete under a cap only where they fit", () => {
    const contest = contestOf(two({ family: "cap", cap: "10" }));
    expect(contest.entrants.map(({ eligible }) => eligible && printComparison(eligible))).toEqual([
      "2 <= 10",
      "t(b) + 2 <= 10",
    ]);
    const env = new Map([
      ["g", integer(1)],
      ["t(b)", integer(9)],
    ]);
    expect(winnersAt(contest, env)).toEqual({ kind: "winners", winners: ["p"] });
  });

  it("lists unknowns in order, and what is positive", () => {
    const contest = contestOf(
      scenario({
        terms: [{ id: "a", t: "1" }],
        parameters: [
          { id: "u" },
          { id: "v", domain: ["v >= -1", "v < w"] },
          { id: "w", domain: ["0 < w"] },
          { id: "unused", domain: ["unused < 1"] },
        ],
        programs: [{ id: "p", c: "c(a)*v", t: "u" }],
        assumptions: [
          { id: "h", statement: "c(p) < 7" },
          { id: "d", statement: "score(p) > 1", status: "disputed" },
          { id: "x", statement: "u = 1", status: "dropped" },
        ],
      }),
    );
    expect(contest.unknowns).toEqual(["c(a)", "v", "u", "w"]);
    expect(contest.positive).toEqual(["c(a)", "u", "w"]);
    expect(contest.facts.map((one) => `${one.source}: ${printComparison(one.comparison)}`)).toEqual([
      "h: c(a)*v < 7",
      "domain: v: v >= -1",
      "domain: v: v < w",
      "domain: w: 0 < w",
    ]);
    expect(contest.disputed.map((one) => printComparison(one.comparison))).toEqual(["g*(c(a)*v) + u > 1"]);
  });

  it("keeps names symbolic when asked to", () => {
    const contest = contestOf(two({ family: "linear" }), { keep: ["c(a)"] });
    expect(printExpr(must(contest.entrants[0], "an entrant").score)).toBe("g*(c(a) + 5) + 2");
    expect(contest.unknowns).toEqual(["c(a)", "t(b)"]);
    expect(contest.positive).toEqual(["c(a)", "t(b)"]);
  });
});

describe("winnersAt", () => {
  it("takes an exchange rate below 0 for a mistake of the caller", () => {
    const contest = contestOf(two({ family: "linear" }));
    expect(() => winnersAt(contest, new Map([["g", integer(-1)]]))).toThrow("bug: an exchange rate");
  });

  it("lists ties in the order of the scenario", () => {
    const contest = contestOf(
      scenario({
        programs: [
          { id: "z", c: "1", t: "2" },
          { id: "a", c: "2", t: "1" },
          { id: "m", c: "3", t: "3" },
        ],
      }),
    );
    expect(winnersAt(contest, new Map([["g", integer(1)]]))).toEqual({
      kind: "winners",
      winners: ["z", "a"],
    });
  });

  it("leaves out a program at its pole", () => {
    const contest = contestOf(
      scenario({
        programs: [
          { id: "p", score: "1/(g - 2)" },
          { id: "q", score: "g" },
        ],
      }),
    );
    const at = (g: string) => winnersAt(contest, new Map([["g", must(parseRational(g), "a number")]]));
    expect(at("2")).toEqual({ kind: "winners", winners: ["q"] });
    expect(at("3/2")).toEqual({ kind: "winners", winners: ["p"] });
    expect(at("9/4")).toEqual({ kind: "winners", winners: ["q"] });
  });

  it("proves ties of irrational scores", () => {
    const contest = contestOf(
      scenario({
        programs: [
          { id: "p", c: "1", t: "sqrt(8)" },
          { id: "q", c: "1", t: "2*sqrt(2)" },
        ],
      }),
    );
    expect(winnersAt(contest, new Map([["g", integer(1)]]))).toEqual({
      kind: "winners",
      winners: ["p", "q"],
    });
  });

  it("says what it can't decide", () => {
    const contest = contestOf(scenario({ terms: [{ id: "a" }], programs: [{ id: "p", c: "c(a)", t: "1" }] }));
    expect(winnersAt(contest, new Map([["g", integer(1)]]))).toEqual({
      kind: "undecided",
      reason: "whether p competes",
    });
  });
});
