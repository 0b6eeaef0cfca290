import { expect, it } from "vitest";
import { usesOf } from "./uses.ts";

const draft = {
  terms: [
    { id: "a", c: "1" },
    { id: "find(x)", t: "2 * phi" },
    { id: "b", c: "c(a) + " },
  ],
  parameters: [{ id: "phi" }, { id: "ph", value: "phi2" }],
  programs: [{ id: "p", c: "c( a ) + c(ab)", t: "t(find( x ))" }],
  assumptions: [{ id: "k", statement: "score(p) < g" }],
};

it("finds formulas that name a term, also those that can't be read yet", () => {
  expect(usesOf(draft, "terms", 0)).toEqual([
    { list: "terms", id: "b", field: "c" },
    { list: "programs", id: "p", field: "c" },
  ]);
  expect(usesOf(draft, "terms", 1)).toEqual([{ list: "programs", id: "p", field: "t" }]);
});

it("finds parameters by whole names and programs by their scores", () => {
  expect(usesOf(draft, "parameters", 0)).toEqual([{ list: "terms", id: "find(x)", field: "t" }]);
  expect(usesOf(draft, "parameters", 1)).toEqual([]);
  expect(usesOf(draft, "programs", 0)).toEqual([{ list: "assumptions", id: "k", field: "statement" }]);
});
