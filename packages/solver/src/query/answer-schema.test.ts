import { describe, expect, expectTypeOf, it } from "vitest";
import type * as z from "zod/mini";
import type { Answer } from "./answer.ts";
import { answerQuery } from "./answer-query.ts";
import { type answerSchema, replyJsonSchema, replySchema } from "./answer-schema.ts";
import { requestJsonSchema } from "./request-schema.ts";

/** Without what the schema leaves open, and without `readonly`, which schemas do not say. */
type Plain<T> = T extends readonly [infer One]
  ? [Plain<One>]
  : T extends readonly [infer One, infer Other]
    ? [Plain<One>, Plain<Other>]
    : T extends readonly (infer Item)[]
      ? Plain<Item>[]
      : T extends object
        ? { -readonly [Key in keyof T as Key extends "certificate" ? never : Key]: Plain<T[Key]> }
        : T;

describe("replySchema", () => {
  it("has the type of answers", () => {
    expectTypeOf<Plain<Answer>["kind"]>().toEqualTypeOf<z.infer<typeof answerSchema>["kind"]>();
    expectTypeOf<Plain<Answer>>().toExtend<Plain<z.infer<typeof answerSchema>>>();
  });

  it.each([
    { kind: "winners" },
    { kind: "crossovers", between: ["fh", "sd"] },
    { kind: "break-even", of: "t(combine)", between: ["fh", "sd"] },
    { kind: "score", at: { g: "2" } },
    { kind: "sensitivity", between: ["fh", "sd"] },
    { kind: "judge", claim: "wins(fh)" },
    { kind: "compare", overlay: [{ kind: "set-cost", term: "combine", axis: "c", to: "9" }] },
    { kind: "cruxes", a: { owner: "a", patch: [], g: "1" }, b: { owner: "b", patch: [], g: "3" } },
    { kind: "flip-sets", objections: [], at: { g: "1" } },
    { kind: "winners", over: "nothing" },
  ])("describes the reply to %j, and nothing more is in it", (query) => {
    const reply = answerQuery({ id: "q", scenario: { library: "speed-simplicity" }, query });
    const json: unknown = JSON.parse(JSON.stringify(reply));
    expect(replySchema.parse(json)).toEqual(json);
  });

  it("can be written as JSON Schema, like that of requests", () => {
    expect(replyJsonSchema()).toMatchObject({ $schema: "https://json-schema.org/draft/2020-12/schema" });
    expect(requestJsonSchema()).toMatchObject({ properties: { query: { oneOf: expect.any(Array) } } });
  });
});
