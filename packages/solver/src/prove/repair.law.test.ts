import { type Comparison, createBudget, readClaim, readComparison } from "@crux/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { JudgeAnswer } from "../query/answer.ts";
import { judge } from "./judge.ts";

const law = (runs: number) => ({ seed: 1, numRuns: runs * Number(process.env.CRUX_RUNS ?? 1) });

const read = <T>(result: { ok: true; value: T } | { ok: false; error: unknown }): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
};
const judged = (claim: string, assume: readonly Comparison[]): JudgeAnswer =>
  judge({ claim: read(readClaim(claim)), assume, contest: null }, createBudget(1_000_000)).answer;

const NAMES = ["a", "b", "c", "d"];
const side = fc
  .tuple(fc.subarray(NAMES, { minLength: 1, maxLength: 3 }), fc.integer({ min: 1, max: 3 }))
  .map(([names, times]) => `${times}*${names.join(` + `)}`);
const priced = fc.tuple(side, side).map(([price, rest]) => `g*(${price}) + ${rest}`);
const statement = fc
  .tuple(fc.oneof(side, priced), fc.constantFrom("<", "<=", ">", ">="), fc.oneof(side, priced))
  .map((parts) => parts.join(" "));
const held = fc.array(
  fc
    .tuple(fc.constantFrom(...NAMES), fc.constantFrom("<", "<="), fc.constantFrom(...NAMES))
    .map((parts) => parts.join(" ")),
  { maxLength: 1 },
);

describe("repairs", () => {
  it("make the claim provable, contradict nothing, and do not follow from what was held", () => {
    let repaired = 0;
    fc.assert(
      fc.property(statement, held, (claim, texts) => {
        const assume = texts.map((text) => read(readComparison(text)));
        const answer = judged(claim, assume);
        for (const text of answer.repair) {
          repaired += 1;
          const more = read(readComparison(text));
          expect([claim, texts, text, judged(claim, [...assume, more]).verdict]).toEqual([
            claim,
            texts,
            text,
            "proved",
          ]);
          expect([claim, texts, text, judged(text, assume).verdict]).toEqual([claim, texts, text, "refuted"]);
        }
      }),
      law(12),
    );
    expect(repaired).toBeGreaterThan(5);
  });
});
