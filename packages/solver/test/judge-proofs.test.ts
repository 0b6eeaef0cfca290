import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { checkAnswer } from "../src/check/check-answer.ts";
import type { Answer, JudgeAnswer } from "../src/query/answer.ts";
import { answerQuery } from "../src/query/answer-query.ts";

/** Slow ones are judged in long runs only. */
type Known = { claim: string; assume: string[]; verdict: string; slow?: boolean };

const isLong = Number(process.env.CRUX_RUNS ?? 1) > 1;
const known = readFileSync(new URL("../fixtures/claims/claims.jsonl", import.meta.url), "utf8")
  .trim()
  .split("\n")
  .map((line) => JSON.parse(line) as Known);
const judged = known.filter(({ slow }) => isLong || slow !== true);

/** The verdict, which is only given once the checker has accepted its proof. */
function answerTo({ claim, assume }: Known): JudgeAnswer {
  const reply = answerQuery({ query: { kind: "judge", claim, assume } });
  if (!reply.ok || reply.answer.kind !== "judge") throw new Error(JSON.stringify(reply));
  return reply.answer;
}

/** `independent` where a claim holds here and fails there. */
const wordFor = ({ verdict, example }: JudgeAnswer): string =>
  verdict === "refuted" && example !== null ? "independent" : verdict;

describe("answerQuery", () => {
  it.each(judged)("judges $claim under $assume to be $verdict", (claim) => {
    const answer = answerTo(claim);
    expect(answer.missing).toBe("");
    expect(wordFor(answer)).toBe(claim.verdict);
    expect(answer.counterexample !== null).toBe(answer.verdict === "refuted");
    expect(answer.certificate).not.toBeNull();
  });
});

describe("checkAnswer", () => {
  const sent = judged.filter((_, index) => isLong || index % 8 === 0);
  it.each(sent)("accepts the proof about $claim under $assume as it is sent", (claim) => {
    const answer = JSON.parse(JSON.stringify(answerTo(claim))) as Answer;
    expect(checkAnswer(answer)).toEqual({ ok: true, value: "valid" });
  });
});
