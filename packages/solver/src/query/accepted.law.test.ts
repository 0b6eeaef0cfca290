import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { answerQuery } from "./answer-query.ts";
import { REFUSED } from "./verified.ts";

const TIMES = Number(process.env.CRUX_RUNS ?? 1);
const law = (runs: number) => ({ seed: 1, numRuns: runs * TIMES });

/** Formulas in `g`, so that a sum of two with symbols for coefficients is like what people write. */
const kernel = fc.constantFrom(
  "g",
  "g^2",
  "g^3",
  "g^4",
  "sqrt(g)",
  "sqrt(g + a)",
  "sqrt(a*g)",
  "sqrt(g^2 + 1)",
  "g^(1/3)",
  "1/g",
  "(g + 1)^2",
  "2^g",
  "4^g",
  "exp(g)",
  "exp(-g)",
  "log(g)",
  "log(1 + g)",
);
const factor = fc.constantFrom("", "a*", "b*", "2*", "a*b*", "3/2*");
const term = fc.tuple(factor, kernel).map(([times, of]) => `${times}${of}`);
const rest = fc.oneof(fc.constantFrom("a", "b", "c", "3", "a*b"), term);
const equation = fc
  .tuple(term, fc.constantFrom(" + ", " - "), rest, rest)
  .map(([one, sign, other, right]) => `${one}${sign}${other} = ${right}`);

vi.setConfig({ testTimeout: 60_000 * TIMES });

describe("answerQuery", () => {
  it("has for every solved equation with symbols a certificate that the checker accepts", () => {
    const refused: string[] = [];
    let decided = 0;
    fc.assert(
      fc.property(equation, (text) => {
        const reply = answerQuery({ query: { kind: "solve", equation: text, for: "g" } }, { steps: 100_000 });
        if (!reply.ok) throw new Error(text);
        if (reply.answer.kind === "solutions") decided += 1;
        else if (reply.answer.kind === "undecided" && reply.answer.missing === REFUSED) refused.push(text);
      }),
      law(15),
    );
    expect(refused).toEqual([]);
    expect(decided).toBeGreaterThan(4);
  });
});
