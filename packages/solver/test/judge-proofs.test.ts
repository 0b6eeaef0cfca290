import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { checkAnswer } from "../src/check/check-answer.ts";
import { answerQuery } from "../src/query/answer-query.ts";

type Known = { claim: string; assume: string[]; slow?: boolean };

const runs = Number(process.env.CRUX_RUNS ?? 1);
const known = readFileSync(new URL("../fixtures/claims/claims.jsonl", import.meta.url), "utf8")
  .trim()
  .split("\n")
  .map((line) => JSON.parse(line) as Known)
  .filter(({ slow }, index) => runs > 1 || (slow !== true && index % 4 === 0));

describe("checkAnswer", () => {
  it.each(known)("accepts the proof about $claim under $assume", ({ claim, assume }) => {
    const reply = answerQuery({ query: { kind: "judge", claim, assume } });
    if (!reply.ok) throw new Error(JSON.stringify(reply.issues));
    expect(checkAnswer(JSON.parse(JSON.stringify(reply.answer)))).toEqual({ ok: true, value: "valid" });
  });
});
