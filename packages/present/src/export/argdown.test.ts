import {
  ArgdownApplication,
  DataPlugin,
  type IArgdownResponse,
  ModelPlugin,
  ParserPlugin,
} from "@argdown/core";
import { essayDebate, fromLibrary, must, type Objection } from "@crux/core";
import { answerQuick } from "@crux/solver/quick";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { argdownOf } from "./argdown.ts";
import type { DebateItem } from "./debate.ts";

const scenario = must(fromLibrary("speed-simplicity"), "the essay's scenario");
const answer = answerQuick(scenario, { kind: "winners" });
const map = answer?.kind === "map" ? answer : null;

const app = new ArgdownApplication();
app.addPlugin(new ParserPlugin(), "parse-input");
app.addPlugin(new DataPlugin(), "build-model");
app.addPlugin(new ModelPlugin(), "build-model");

/** What Argdown's own parser makes of a text. */
function parsed(input: string): IArgdownResponse {
  const response = app.run({ process: ["parse-input", "build-model"], input, logLevel: "silent" });
  expect([...(response.lexerErrors ?? []), ...(response.parserErrors ?? [])]).toEqual([]);
  return response;
}

const item = (id: string, more: Partial<Objection> = {}, replyTo: string | null = null): DebateItem => ({
  objection: {
    id,
    author: "A",
    kind: "rebut",
    anchor: { kind: "scenario", snapshot: "" },
    text: "no",
    readings: [],
    status: "open",
    stamp: null,
    ...more,
  },
  replyTo,
});

describe("argdownOf", () => {
  it("writes the example debate so that Argdown's parser finds every argument, with its relations", () => {
    const debate = essayDebate();
    const {
      arguments: found = {},
      statements = {},
      relations = [],
    } = parsed(argdownOf(scenario, map, debate));
    expect(Object.keys(found)).toHaveLength(debate.length);
    expect(Object.keys(statements)).toContain("Result");
    const types = relations.map(({ relationType }) => relationType);
    expect(types.filter((type) => type === "undercut").length).toBeGreaterThan(5);
    const asked = debate.filter(({ objection }) => objection.kind === "question").length;
    expect(relations).toHaveLength(debate.length - asked);
  });

  it("keeps tags and what an objection is about", () => {
    const text = argdownOf(scenario, map, [
      item("a", { kind: "undercut", anchor: { kind: "cost", term: "combine", axis: "t", snapshot: "4" } }),
    ]);
    const { arguments: found = {} } = parsed(text);
    expect(Object.values(found)[0]).toMatchObject({
      tags: ["undercut", "open"],
      data: { about: "t(combine)" },
    });
  });

  it.each([
    "# no [heading]: <x> *bold* _it_ {a: 1} // comment /* more",
    "a.b.c :smile: @[x] @<y> -> +> \\",
    "- list",
    "+ x",
    "<!-- x",
    "(1) a",
    "===",
    "--",
    "----",
    "1. a",
    "]: [",
    "a\n\n- b",
    "",
  ])("writes %j so that it is read as text", (text) => {
    const { arguments: found = {}, relations = [] } = parsed(
      argdownOf(scenario, map, [item("a", { text }), item("b", { text, author: text }, "a")]),
    );
    expect(Object.keys(found)).toHaveLength(2);
    expect(relations).toHaveLength(2);
    const [first] = Object.values(found);
    const words = text.replace(/\s+/g, " ").trim() || "No words.";
    expect(first?.members[0]?.text?.trim()).toBe(`${words} #rebut #open`);
  });

  it("writes any text so that it is read as text", () => {
    const words = fc.string({ unit: fc.constantFrom(..."ab .,:;-+_*#@<>[](){}/\\|=~^`$!?&%'\"\n1∞é") });
    fc.assert(
      fc.property(words, words, (text, author) => {
        const { arguments: found = {}, relations = [] } = parsed(
          argdownOf(scenario, map, [item("a", { text, author }), item("b", {}, "a")]),
        );
        expect([Object.keys(found).length, relations.length]).toEqual([2, 2]);
      }),
      { seed: 1, numRuns: 100 * Math.max(1, Number(process.env.CRUX_RUNS ?? "1")) },
    );
  });

  it("answers for replies that go in circles or lead nowhere", () => {
    const circle = [item("a", {}, "b"), item("b", {}, "a"), item("c", {}, "gone"), item("d", {}, "d")];
    expect(Object.keys(parsed(argdownOf(scenario, null, circle)).arguments ?? {})).toHaveLength(4);
  });
});
