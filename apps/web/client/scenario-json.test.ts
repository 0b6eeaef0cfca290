import { expect, it } from "vitest";
import { competing, indexInDraft, valueAt, withValue } from "./scenario-json.ts";

const json = { title: "A", terms: [{ id: "x", c: "1" }, { id: "y" }] };

it("replaces a value and shares the rest", () => {
  const next = withValue(json, ["terms", 0, "c"], "2");
  expect(next.terms[0]).toEqual({ id: "x", c: "2" });
  expect(next.terms[1]).toBe(json.terms[1]);
  expect(json.terms[0]?.c).toBe("1");
});

it("adds a key that was missing and removes one that is set to undefined", () => {
  const added = withValue(json, ["terms", 1, "t"], "3");
  expect(added.terms[1]).toEqual({ id: "y", t: "3" });
  expect(withValue(added, ["terms", 1, "t"], undefined)).toEqual(json);
});

it("treats __proto__ as a key like any other", () => {
  const next = withValue(json as Record<string, unknown>, ["__proto__"], "1");
  expect(Object.getPrototypeOf(next)).toBe(Object.prototype);
  expect(valueAt(next, ["__proto__"])).toBe("1");
});

it("finds nothing where a path ends early", () => {
  expect(valueAt(json, ["terms", 7, "c"])).toBeUndefined();
  expect(valueAt(json, ["title", "length"])).toBeUndefined();
});

it("leaves programs out that have only been begun, and knows where the others stand", () => {
  const draft = {
    programs: [
      { id: "a", c: "", t: "" },
      { id: "b", c: "1 +", t: "2" },
      { id: "d", score: "g" },
    ],
  };
  expect(competing(draft).programs).toEqual(draft.programs.slice(1));
  expect(indexInDraft(draft, 0)).toBe(1);
  const begun = { programs: [{ id: "a" }] };
  expect(competing(begun)).toBe(begun);
});
