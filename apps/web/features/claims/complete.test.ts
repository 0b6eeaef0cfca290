import { describe, expect, it } from "vitest";
import { claimNames, complete } from "./complete.ts";

const names = claimNames({ terms: ["combine", "find(env)"], programs: ["fh", "sd"], parameters: ["phi"] });

describe("complete", () => {
  it("finishes the word before the caret and leaves what follows", () => {
    const [first] = complete("c(comb < 3", 6, names);
    expect(first).toEqual({ name: "c(combine)", text: "c(combine) < 3", caret: 10 });
  });

  it("finds a name by what is inside it", () => {
    expect(complete("find", 4, names).map(({ name }) => name)).toEqual(["c(find(env))", "t(find(env))"]);
  });

  it("closes no bracket twice", () => {
    expect(complete("score(f)", 7, names)[0]).toMatchObject({ text: "score(fh)" });
  });

  it("offers nothing where no word is begun", () => {
    expect(complete("1 < ", 4, names)).toEqual([]);
  });
});
