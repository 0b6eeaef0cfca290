import { createBudget, must, type Patch, readPatch, readScenario, type Scenario } from "@crux/core";
import { integer, ratio } from "@crux/core/exact";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Change, changed, outcomesOf, winnersIn, winnersKey } from "./outcomes.ts";

const law = (runs: number) => ({ seed: 1, numRuns: runs * Number(process.env.CRUX_RUNS ?? 1) });

const exchanges = [
  { family: "linear" },
  { family: "affine", apply: "terms", offset: "rho" },
  { family: "power", exponent: "1/2" },
  { family: "log" },
  { family: "exponential", base: "1 + rho" },
  { family: "levin" },
  { family: "cap", cap: "12" },
  { family: "custom", rate: "g*x + rho*x^2" },
];

const scenarioWith = (exchange: Record<string, unknown>, costs: readonly number[]): Scenario => {
  const cost = (at: number): string => String(costs[at] ?? 1);
  const read = readScenario({
    format: "crux/scenario",
    version: 1,
    title: "drawn",
    exchange: { apply: "sum", ...exchange },
    terms: [
      { id: "x", c: cost(0), t: cost(1) },
      { id: "y", c: "rho*6", t: cost(2) },
      { id: "z", c: cost(3), t: "t(y) + 1" },
    ],
    parameters: [{ id: "rho", value: "1/2", domain: ["rho >= 0", "rho <= 2"] }],
    programs: [
      { id: "p", name: "p", c: "c(x) + c(y)", t: "t(x)" },
      { id: "q", name: "q", c: "c(y) + c(z)", t: "t(y)" },
      { id: "r", name: "r", c: "c(x) + 9 - c(z)", t: "t(z)" },
    ],
  });
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  return read.value;
};

const cost = fc.integer({ min: 0, max: 15 }).map((n) => (n % 3 === 0 ? `${n}/4` : String(n)));
const edit = fc.oneof(
  fc.record({
    kind: fc.constant("set-cost"),
    term: fc.constantFrom("x", "y", "z"),
    axis: fc.constantFrom("c", "t"),
    to: fc.oneof(cost, fc.constantFrom("rho*3", "c(x) + 1", "2*t(y)", "c(z)", "t(z) - 3")),
  }),
  fc.record({
    kind: fc.constant("set-parameter"),
    parameter: fc.constant("rho"),
    to: fc.constantFrom("0", "1", "2", "3", "c(z)/4"),
  }),
  fc.constantFrom(
    { kind: "set-exchange", exchange: { family: "linear", apply: "sum" } },
    { kind: "set-program", id: "p", axis: "t", to: "t(x) + t(y)" },
    { kind: "add-term", term: { id: "w", c: "2", t: "3" } },
    { kind: "set-program", id: "q", axis: "c", to: "c(w) + 1" },
    { kind: "add-program", program: { id: "s", name: "s", c: "c(x)", t: "t(z)" } },
    { kind: "remove-program", program: "r" },
    { kind: "split-term", term: "x", into: { p: "x2" } },
  ),
);
const patchOf = (edits: readonly unknown[]): Patch => {
  const read = readPatch(edits);
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  return read.value;
};
const change: fc.Arbitrary<Change> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc
      .array(edit, { minLength: 1, maxLength: 2 })
      .map((all) => ({ patch: patchOf(all), g: null })),
  },
  {
    weight: 1,
    arbitrary: fc.integer({ min: 1, max: 9 }).map((n) => ({ patch: [], g: ratio(BigInt(n), 4n) })),
  },
);

describe("outcomesOf", () => {
  it("says of every set of changes just what the definition of who wins says", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...exchanges),
        fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 4, maxLength: 4 }),
        fc.array(change, { minLength: 1, maxLength: 5 }),
        (exchange, costs, changes) => {
          const start = { scenario: scenarioWith(exchange, costs), g: integer(1) };
          const outcomes = outcomesOf(start, changes, createBudget(1_000_000));
          for (let set = 0; set < 1 << changes.length; set += 1) {
            const taken = changes.filter((_, place) => (set & (1 << place)) !== 0);
            const position = changed(start, taken);
            const expected = position === null ? null : winnersKey(winnersIn(position));
            expect(outcomes.ofBits(set), `set ${set}`).toBe(expected);
          }
        },
      ),
      law(100),
    );
  });

  it("works all sets of changed costs out at once, without the definition", () => {
    const scenario = scenarioWith({ family: "linear" }, [3, 4, 5, 6]);
    const changes = [2, 7].flatMap((to) =>
      ["x", "z"].map(
        (term): Change => ({
          patch: patchOf([{ kind: "set-cost", term, axis: to === 2 ? "c" : "t", to: String(to) }]),
          g: null,
        }),
      ),
    );
    const budget = createBudget(1_000);
    const outcomes = outcomesOf({ scenario, g: integer(1) }, changes, budget);
    for (let set = 0; set < 16; set += 1) must(outcomes.ofBits(set), "a scenario");
    expect(budget.left()).toBeGreaterThan(900);
  });
});
