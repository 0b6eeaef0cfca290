import { describe, expect, it } from "vitest";
import { checkAnswer } from "../check/check-answer.ts";
import type { CompareAnswer } from "../query/answer.ts";
import { answerQuery } from "../query/answer-query.ts";

/** What a change to three programs does, one of which (`far`) never wins; all of them share the term `base`. */
function changed(...overlay: readonly unknown[]): CompareAnswer {
  const scenario = {
    format: "crux/scenario",
    version: 1,
    title: "three",
    exchange: { family: "linear", apply: "sum" },
    terms: [
      { id: "base", c: "1", t: "1" },
      { id: "x", c: "1", t: "5" },
      { id: "y", c: "3", t: "1" },
      { id: "z", c: "9", t: "9" },
    ],
    assumptions: [{ id: "dear", statement: "c(y) > c(x)", status: "held" }],
    programs: [
      { id: "near", name: "near", c: "c(base) + c(x)", t: "t(base) + t(x)" },
      { id: "quick", name: "quick", c: "c(base) + c(y)", t: "t(base) + t(y)" },
      { id: "far", name: "far", c: "c(base) + c(z)", t: "t(base) + t(z)" },
    ],
  };
  const reply = answerQuery({ scenario, query: { kind: "compare", overlay } });
  if (!reply.ok || reply.answer.kind !== "compare") throw new Error(JSON.stringify(reply));
  expect(checkAnswer(reply.answer)).toEqual({ ok: true, value: "valid" });
  return reply.answer;
}

const cost = (term: string, axis: string, to: string) => ({ kind: "set-cost", term, axis, to });

describe("reasonForNoEffect", () => {
  it.each([
    ["nothing-changed", "other", [cost("x", "c", "1")]],
    ["cancels", "losers-only", [cost("base", "c", "7"), cost("base", "t", "1/2")]],
    ["unused", "assumption", [{ kind: "add-term", term: { id: "spare", c: "1", t: "1" } }]],
    ["losers-only", "cancels", [cost("z", "t", "50")]],
    ["assumption", "words", [{ kind: "set-status", assumption: "dear", to: "disputed" }]],
    ["words", "nothing-changed", [{ kind: "set-key", key: "title", to: "four" }]],
    ["other", "cancels", [cost("base", "c", "7"), cost("z", "t", "50")]],
  ])("says %s, and no checker accepts %s", (reason, wrong, patch) => {
    const answer = changed(...patch);
    expect(answer).toMatchObject({ effect: "none", reason });
    // That no single reason is seen is always true.
    if (wrong !== "other") expect(checkAnswer({ ...answer, reason: wrong }).ok).toBe(false);
  });

  it("is not asked where a flip moves", () => {
    const answer = changed(cost("x", "t", "6"));
    expect([answer.effect, answer.reason]).toEqual(["moves", undefined]);
    expect(checkAnswer({ ...answer, reason: "other" }).ok).toBe(false);
  });
});
