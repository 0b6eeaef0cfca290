import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { checkAnswer } from "../check/check-answer.ts";
import { answerQuery } from "./answer-query.ts";

type Regression = {
  readonly title: string;
  readonly request: unknown;
  readonly answer: object;
  /** Whether the checker follows the certificate too. */
  readonly checked?: boolean;
};

const folder = new URL("../../fixtures/regressions/", import.meta.url);
const linesOf = (file: string): Regression[] =>
  readFileSync(new URL(file, folder), "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as Regression);

describe.each(readdirSync(folder).filter((file) => file.endsWith(".jsonl")))("%s", (file) => {
  it.each(linesOf(file))("$title", ({ request, answer, checked }) => {
    const reply = answerQuery(request);
    expect(reply).toMatchObject({ ok: true, answer });
    if (checked === true && reply.ok) expect(checkAnswer(reply.answer)).toEqual({ ok: true, value: "valid" });
  });
});
