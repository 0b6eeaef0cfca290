import { contestOf, must, readScenario, winnersAt } from "@crux/core";
import { add, integer, midpoint, parseRational, type Rational } from "@crux/core/exact";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { MapAnswer, Value } from "./answer.ts";
import { answerQuery } from "./answer-query.ts";

const times = Number(process.env.CRUX_RUNS ?? 1);
const check = <T>(property: fc.IPropertyWithHooks<T>, runs = 60): void =>
  fc.assert(property, { seed: 1, numRuns: runs * times });

type Costs = readonly (readonly [number, number])[];
const costs = (most: number): fc.Arbitrary<Costs> =>
  fc.array(fc.tuple(fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 12 })), {
    minLength: 1,
    maxLength: most,
  });

const exchanges = [
  { family: "linear" },
  { family: "affine", offset: "3" },
  { family: "power", exponent: "2" },
  { family: "power", exponent: "1/2" },
  { family: "exponential", base: "2" },
  { family: "cap", cap: "7" },
  { family: "log" },
  { family: "levin" },
  { family: "custom", rate: "sqrt(g)*x" },
  { family: "custom", rate: "g^2*x" },
  { family: "custom", rate: "g*x/(1 + g)" },
  { family: "custom", rate: "x/(g - 2)" },
] as const;

const scenarioOf = (all: Costs, exchange: Record<string, string> = { family: "linear" }): unknown => ({
  format: "crux/scenario",
  version: 1,
  title: "drawn",
  exchange: { apply: "sum", ...exchange },
  terms: all.map(([c, t], at) => ({ id: `x${at}`, c: String(c), t: String(t) })),
  programs: all.map((_, at) => ({ id: `p${at}`, name: `p${at}`, c: `c(x${at})`, t: `t(x${at})` })),
});

function mapOf(scenario: unknown, query: Record<string, unknown> = {}): MapAnswer {
  const reply = answerQuery({ scenario, query: { kind: "winners", ...query } });
  if (!reply.ok || reply.answer.kind !== "map") throw new Error(JSON.stringify(reply));
  return reply.answer;
}

/** A rational near an end of a segment: the end itself, or inside what encloses it. */
const near = (end: Value): Rational =>
  must(parseRational(must(end.decimal, "a decimal")), "a decimal is a number");

/** A place inside a segment. */
const inside = (from: Value, to: Value): Rational =>
  to.exact === "oo" ? add(near(from), integer(1)) : midpoint(near(from), near(to));

describe("answerWinners", () => {
  it("agrees with the definition between and beyond thresholds, whatever the family", () => {
    check(
      fc.property(costs(4), fc.constantFrom(...exchanges), (all, exchange) => {
        const json = scenarioOf(all, exchange);
        const read = readScenario(json);
        if (!read.ok) throw new Error(JSON.stringify(read.error));
        const contest = contestOf(read.value);
        for (const { from, to, winners } of mapOf(json).segments) {
          const found = winnersAt(contest, new Map([["g", inside(from, to)]]));
          expect(found).toEqual({ kind: "winners", winners });
        }
      }),
    );
  });

  it("agrees with the definition at rational thresholds and touches", () => {
    check(
      fc.property(costs(4), fc.constantFrom(...exchanges), (all, exchange) => {
        const json = scenarioOf(all, exchange);
        const read = readScenario(json);
        if (!read.ok) throw new Error(JSON.stringify(read.error));
        const contest = contestOf(read.value);
        const { thresholds, touches } = mapOf(json);
        for (const { at, ties } of [...thresholds, ...touches]) {
          const g = parseRational(at.exact ?? "");
          if (g === undefined || ties.length === 0) continue;
          expect(winnersAt(contest, new Map([["g", g]]))).toEqual({ kind: "winners", winners: ties });
        }
      }),
    );
  });

  it("gives the same thresholds whether numbers are put in before or after solving", () => {
    check(
      fc.property(costs(3), (all) => {
        const known = mapOf(scenarioOf(all));
        for (const { at, formula } of known.thresholds) {
          const put = must(formula, "a formula").replaceAll(
            /([ct])\(x(\d+)\)/g,
            (_, axis: string, place: string) => {
              const [c, t] = must(all[Number(place)], "a program");
              return axis === "c" ? `${c}` : `${t}`;
            },
          );
          const reply = answerQuery({ query: { kind: "solve", equation: `x = ${put}`, for: "x" } });
          if (!reply.ok || reply.answer.kind !== "solutions") throw new Error(JSON.stringify(reply));
          expect(reply.answer.solutions.map((one) => one.exact)).toEqual([at.exact]);
        }
      }),
    );
  });

  it("finds the same flip along a cost as along g", () => {
    check(
      fc.property(costs(3), fc.integer({ min: 1, max: 5 }), (all, g) => {
        const json = scenarioOf(all);
        const along = mapOf(json, { over: "t(x0)", at: { g: String(g) } });
        const here = must(all[0], "a program")[1];
        const segment = along.segments.find(({ from, to }) => {
          const [low, high] = [near(from), to.exact === "oo" ? null : near(to)];
          const t = integer(here);
          return low.num * t.den < t.num * low.den && (high === null || t.num * high.den < high.num * t.den);
        });
        if (segment === undefined) return;
        const read = readScenario(json);
        if (!read.ok) throw new Error("unreadable");
        const found = winnersAt(contestOf(read.value), new Map([["g", integer(g)]]));
        expect(found).toEqual({ kind: "winners", winners: segment.winners });
      }),
    );
  });
});
