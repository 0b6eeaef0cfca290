import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { law, positive, scenarioJson } from "../../test/arbitrary.ts";
import * as Q from "../exact/rational.ts";
import { printRational, type Rational } from "../exact/rational.ts";
import { evaluate } from "../expr/evaluate.ts";
import { readScenario } from "../syntax/read-scenario.ts";
import { contestOf } from "./contest-of.ts";
import { winnersAt } from "./winners-at.ts";
import { writeScenario } from "./write-scenario.ts";

const costs = fc.array(fc.tuple(positive(), positive()), { minLength: 1, maxLength: 5 });
type Costs = readonly (readonly [Rational, Rational])[];

const contest = (programs: Costs) => {
  const read = readScenario({
    format: "crux/scenario",
    version: 1,
    programs: programs.map(([c, t], index) => ({
      id: `p${index}`,
      c: printRational(c),
      t: printRational(t),
    })),
  });
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  return contestOf(read.value);
};
const score = (programs: Costs, g: Rational): Rational => {
  const outcome = evaluate(
    contest(programs).entrants[0]?.score ?? { kind: "symbol", name: "none" },
    new Map([["g", g]]),
  );
  if (outcome.kind !== "exact") throw new Error(outcome.kind);
  return outcome.value;
};
const winners = (programs: Costs, g: Rational) => winnersAt(contest(programs), new Map([["g", g]]));
const each = (programs: Costs, change: (c: Rational, t: Rational) => readonly [Rational, Rational]): Costs =>
  programs.map(([c, t]) => change(c, t));

describe("score", () => {
  it("is a straight line in g", () => {
    fc.assert(
      fc.property(costs, positive(), positive(), (programs, a, b) => {
        const middle = score(programs, Q.midpoint(a, b));
        expect(Q.add(middle, middle)).toEqual(Q.add(score(programs, a), score(programs, b)));
      }),
      law(100),
    );
  });

  it("is never lowered by one more term", () => {
    fc.assert(
      fc.property(costs, positive(), positive(), (programs, extra, g) => {
        const more = each(programs, (c, t) => [Q.add(c, extra), t]);
        expect(Q.compare(score(more, g), score(programs, g))).toBe(1);
      }),
      law(100),
    );
  });
});

describe("winnersAt", () => {
  it("does not change when all costs are scaled, or grow by the same", () => {
    fc.assert(
      fc.property(costs, positive(), positive(), (programs, k, g) => {
        const here = winners(programs, g);
        expect(
          winners(
            each(programs, (c, t) => [Q.multiply(c, k), Q.multiply(t, k)]),
            g,
          ),
        ).toEqual(here);
        expect(
          winners(
            each(programs, (c, t) => [Q.add(c, k), Q.add(t, k)]),
            g,
          ),
        ).toEqual(here);
        expect(
          winners(
            each(programs, (c, t) => [c, Q.multiply(t, k)]),
            Q.multiply(g, k),
          ),
        ).toEqual(here);
        expect(
          winners(
            each(programs, (c, t) => [Q.multiply(c, k), t]),
            Q.divide(g, k),
          ),
        ).toEqual(here);
      }),
      law(100),
    );
  });
});

describe("scenario", () => {
  it("is the same after writing and reading, unknown keys included", () => {
    fc.assert(
      fc.property(scenarioJson(), (json) => {
        const read = readScenario(json);
        if (!read.ok) throw new Error(JSON.stringify(read.error));
        const written = writeScenario(read.value);
        expect(readScenario(JSON.parse(JSON.stringify(written)))).toEqual(read);
      }),
      law(200),
    );
  });
});
