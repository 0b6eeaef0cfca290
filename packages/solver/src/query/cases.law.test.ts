import {
  contestOf,
  evaluate,
  holdsAt,
  must,
  readComparison,
  readExpr,
  readScenario,
  winnersAt,
} from "@crux/core";
import { add, compare, enclosed, integer, midpoint, type Rational } from "@crux/core/exact";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CasesAnswer } from "./answer.ts";
import { answerQuery } from "./answer-query.ts";

const times = Number(process.env.CRUX_RUNS ?? 1);

type Values = ReadonlyMap<string, Rational>;
type Drawn = { readonly scenario: unknown; readonly answer: CasesAnswer };

const NAMES = ["c(x)", "t(x)", "c(y)", "t(y)", "c(z)", "t(z)"] as const;

/** Three terms shared by up to three programs; costs that are not drawn stay unknown. */
function caseAnswer(known: readonly (number | null)[], programs: number, family: string): Drawn {
  const cost = (at: number): string | undefined => {
    const value = known[at];
    return typeof value === "number" ? String(value) : undefined;
  };
  const scenario = {
    format: "crux/scenario",
    version: 1,
    title: "drawn",
    exchange: { apply: "sum", ...(family === "power" ? { family, exponent: "2" } : { family }) },
    terms: ["x", "y", "z"].map((id, at) => ({ id, c: cost(2 * at), t: cost(2 * at + 1) })),
    programs: [
      { id: "a", name: "a", c: "c(x) + c(z)", t: "t(x)" },
      { id: "b", name: "b", c: "c(y)", t: "t(y) + t(z)" },
      { id: "d", name: "d", c: "c(x) + c(y)", t: "t(z)" },
    ].slice(0, programs),
  };
  const reply = answerQuery(
    { scenario: JSON.parse(JSON.stringify(scenario)), query: { kind: "winners" } },
    { certificate: false },
  );
  if (!reply.ok || reply.answer.kind !== "cases") throw new Error(JSON.stringify(reply));
  return { scenario: JSON.parse(JSON.stringify(scenario)), answer: reply.answer };
}

const drawn = fc
  .tuple(
    fc.array(fc.option(fc.integer({ min: 1, max: 5 }), { freq: 1 }), { minLength: 6, maxLength: 6 }),
    fc.integer({ min: 2, max: 3 }),
    fc.constantFrom("linear", "linear", "power", "levin"),
  )
  .filter(([known, programs]) => {
    const open = known.flatMap((one, at) => (one === null ? [must(NAMES[at], "a name")] : []));
    return open.length > 0 && open.length <= (programs === 2 ? 6 : 3);
  })
  // An unknown that no score names leaves a plain map.
  .filter(([known]) => known[0] === null || known[1] === null || known[2] === null || known[3] === null);

const holds = (texts: readonly string[], at: Values): boolean =>
  texts.every((text) => {
    const read = readComparison(text);
    if (!read.ok) throw new Error(text);
    const result = holdsAt(read.value, at);
    if (result === "undecided") throw new Error(`undecided: ${text}`);
    return result;
  });

function valueAt(text: string, at: Values): Rational {
  const read = readExpr(text);
  if (!read.ok) throw new Error(text);
  const value = evaluate(read.value, at);
  if (value.kind === "exact") return value.value;
  if (value.kind !== "enclosed") throw new Error(`${text}: ${value.kind}`);
  return enclosed.middleOf(value.range);
}
describe("cases", () => {
  it("exclude each other, cover everything, and name the winners that the definition names", () => {
    const points = fc.array(fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 6, maxLength: 6 }), {
      minLength: 12,
      maxLength: 12,
    });
    fc.assert(
      fc.property(drawn, points, ([known, programs, family], some) => {
        const { scenario, answer } = caseAnswer(known, programs, family);
        const read = readScenario(scenario);
        if (!read.ok) throw new Error("unreadable");
        const contest = contestOf(read.value);
        for (const numbers of some) {
          const at: Values = new Map(
            NAMES.map((name, place) => [name, integer(must(numbers[place], "a number"))]),
          );
          const here = answer.cases.filter((one) => holds(one.when, at));
          expect(here).toHaveLength(1);
          for (const { from, to, winners } of here.flatMap((one) => one.segments)) {
            const low = valueAt(from.exact ?? "", at);
            const high = to.exact === "oo" ? null : valueAt(to.exact ?? "", at);
            if (high !== null) expect(compare(low, high)).toBe(-1);
            const g = high === null ? add(low, integer(1)) : midpoint(low, high);
            expect(winnersAt(contest, new Map([...at, ["g", g]]))).toEqual({ kind: "winners", winners });
          }
        }
      }),
      { seed: 1, numRuns: 15 * times },
    );
  });
});
