import { describe, expect, it } from "vitest";
import { checkAnswer } from "../check/check-answer.ts";
import { answerQuery } from "./answer-query.ts";

const scenario = { library: "speed-simplicity" };
const messages = (query: unknown): readonly string[] => {
  const reply = answerQuery({ scenario, query });
  return reply.ok ? [] : reply.issues.map((one) => `${one.path.join(".")}: ${one.message}`);
};

describe("a request", () => {
  it("gets its id back as it was given", () => {
    const query = { kind: "solve", equation: "g = 1", for: "g" };
    for (const id of [1, "1", "q1"]) expect(answerQuery({ id, query }).id).toBe(id);
    expect(answerQuery({ query }).id).toBe(null);
    expect(answerQuery({ id: 7, query: { kind: "nothing" } })).toMatchObject({ id: 7, ok: false });
  });

  it("cannot ask about an exchange rate or a cost below 0, where the model has no meaning", () => {
    expect(messages({ kind: "score", at: { g: "-1" } })).toEqual(["query.at.g: value below 0: g = -1"]);
    expect(messages({ kind: "score", at: { g: "1 - sqrt(2)" } })).toHaveLength(1);
    expect(messages({ kind: "score", at: { g: "2", "c(combine)": "-1/2" } })).toEqual([
      "query.at.c(combine): value below 0: c(combine) = -1/2",
    ]);
    expect(messages({ kind: "flip-sets", objections: [], at: { g: "-1" } })).toHaveLength(1);
    expect(messages({ kind: "score", at: { g: "0" } })).toEqual([]);
  });

  it("is refused by the checker where it asks about a rate below 0", () => {
    const reply = answerQuery({ scenario, query: { kind: "score", at: { g: "1" } } });
    const text = JSON.stringify(reply.ok ? reply.answer : null).replaceAll('"g":"1"', '"g":"-1"');
    const checked = checkAnswer(JSON.parse(text));
    expect(checked.ok ? "" : checked.error.message).toBe("below 0: -1");
  });
});
