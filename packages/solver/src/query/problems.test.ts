import { readFileSync } from "node:fs";
import { evaluate, holdsAt, must, readComparison, readExpr } from "@crux/core";
import { absolute, compare, enclosed, parseRational, type Rational, subtract } from "@crux/core/exact";
import { describe, expect, it } from "vitest";
import type { Answer, JudgeAnswer, MapAnswer, Solution, SolutionsAnswer } from "./answer.ts";
import { answerQuery } from "./answer-query.ts";

type Root = { exact?: string | null; decimal?: string; multiplicity: number; flip: boolean };
type Sample = { env: Record<string, string>; condition?: boolean; expected: string[] };
type MapExpected = {
  segments: { winner: string[]; to: string; to_decimal: string | null }[];
  breakpoints: { at: string; decimal: string; tie: string[] }[];
};
type Threshold = {
  request: { id: string; query: { kind: string } };
  title: string;
  expected: { form: "roots" | "all" | "none" | "map"; roots: Root[] } & MapExpected;
  samples: Sample[];
};
type Judged = {
  request: { id: string };
  title: string;
  expected: { verdict: "proved" | "refuted" | "independent" | "vacuous" };
};

const linesOf = <T>(name: string): T[] =>
  readFileSync(new URL(`../../fixtures/problems/${name}.jsonl`, import.meta.url), "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as T);

const answerTo = (request: unknown): Answer => {
  const reply = answerQuery(request);
  if (!reply.ok) throw new Error(JSON.stringify(reply.issues));
  return reply.answer;
};

const rational = (text: string): Rational => must(parseRational(text), text);
const exprOf = (text: string) => {
  const read = readExpr(text);
  if (!read.ok) throw new Error(`${text}: ${JSON.stringify(read.error)}`);
  return read.value;
};

/** Whether two decimals agree to 25 significant digits. */
const agrees = (found: Rational, expected: Rational): boolean => {
  const gap = absolute(subtract(found, expected));
  const size = absolute(expected);
  return compare({ num: gap.num * 10n ** 25n, den: gap.den }, size) <= 0;
};

const valueAt = (text: string, env: ReadonlyMap<string, Rational>): Rational => {
  const value = evaluate(exprOf(text), env, 256);
  if (value.kind === "exact") return value.value;
  if (value.kind !== "enclosed") throw new Error(`${text}: ${value.kind}`);
  return enclosed.middleOf(value.range);
};

const existsAt = (solution: Solution, env: ReadonlyMap<string, Rational>): boolean =>
  solution.conditions.every((text) => {
    const read = readComparison(text);
    if (!read.ok) throw new Error(text);
    const holds = holdsAt(read.value, env);
    if (holds === "undecided") throw new Error(`undecided: ${text}`);
    return holds;
  });

function checkSample(answer: SolutionsAnswer, { env, expected }: Sample): void {
  const values = new Map(Object.entries(env).map(([name, text]) => [name, rational(text)]));
  const found = answer.solutions
    .filter((one) => existsAt(one, values))
    .map((one) => valueAt(must(one.exact, "a closed form"), values))
    .sort(compare);
  expect(found.length, JSON.stringify(env)).toBe(expected.length);
  const wanted = expected.map(rational).sort(compare);
  found.forEach((one, at) => {
    expect(agrees(one, must(wanted[at], "a root")), `${JSON.stringify(env)}: ${expected[at]}`).toBe(true);
  });
}

function checkNumeric(answer: SolutionsAnswer, expected: Root[], digits: string[]): void {
  expect(answer.solutions.map(({ multiplicity, flips }) => ({ multiplicity, flips }))).toEqual(
    expected.map(({ multiplicity, flip }) => ({ multiplicity, flips: flip })),
  );
  answer.solutions.forEach((one, at) => {
    const { exact } = must(expected[at], "a root");
    if (exact !== undefined && exact !== null) expect(one.exact).not.toBeNull();
    const wanted = rational(must(digits[at], "digits"));
    expect(agrees(rational(must(one.decimal, "a decimal")), wanted)).toBe(true);
    // A root of a polynomial is known by its interval; computing it from its name again is slow for high degrees.
    if (one.exact !== null && !one.exact.includes("root("))
      expect(agrees(valueAt(one.exact, new Map()), wanted)).toBe(true);
    if (one.isolating !== undefined) {
      const [low, high] = one.isolating.map(rational);
      expect(compare(must(low, "low"), wanted) < 0 && compare(wanted, must(high, "high")) < 0).toBe(true);
    }
  });
}

function checkMap(map: MapAnswer, { segments, breakpoints }: MapExpected): void {
  expect(map.segments.map((one) => one.winners)).toEqual(segments.map((one) => one.winner));
  expect(map.thresholds.map((one) => [...one.ties].sort())).toEqual(
    breakpoints.map((one) => [...one.tie].sort()),
  );
  map.thresholds.forEach(({ at }, index) => {
    const wanted = rational(must(breakpoints[index], "a breakpoint").decimal);
    expect(agrees(rational(must(at.decimal, "a decimal")), wanted)).toBe(true);
    expect(at.exact).not.toBeNull();
  });
}

describe("threshold problems", () => {
  for (const { request, title, expected, samples } of linesOf<Threshold>("thresholds")) {
    it(`solves ${request.id}: ${title}`, () => {
      const answer = answerTo(request);
      if (expected.form === "map") {
        if (answer.kind !== "map") throw new Error(JSON.stringify(answer));
        checkMap(answer, expected);
        return;
      }
      if (answer.kind !== "solutions") throw new Error(JSON.stringify(answer));
      const isNumeric = samples.every((one) => Object.keys(one.env).length === 0);
      if (expected.form === "all") expect(answer.holds).toBe("everywhere");
      else if (isNumeric) checkNumeric(answer, expected.roots, must(samples[0], "a sample").expected);
      else for (const sample of samples) checkSample(answer, sample);
    });
  }
});

describe("claims", () => {
  const shapeOf = ({ verdict, counterexample, example }: JudgeAnswer): string => {
    if (verdict !== "refuted") return verdict;
    expect(counterexample).not.toBeNull();
    return example === null ? "refuted" : "independent";
  };
  for (const { request, title, expected } of linesOf<Judged>("claims")) {
    it(`judges ${request.id}: ${title}`, () => {
      const answer = answerTo(request);
      if (answer.kind !== "judge") throw new Error(JSON.stringify(answer));
      expect(shapeOf(answer)).toBe(expected.verdict);
    });
  }
});
