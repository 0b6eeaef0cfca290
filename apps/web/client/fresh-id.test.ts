import { expect, it } from "vitest";
import { freshId } from "./fresh-id.ts";

const draft = { terms: [{ id: "cache" }], programs: [{ id: "cache2" }] };

it("makes an id that formulas can use", () => {
  expect(freshId(draft, "Finding a proxy (slow)", "term")).toBe("finding_a_proxy_slow");
  expect(freshId(draft, "Émile", "term")).toBe("emile");
});

it("never gives an id twice, nor one that means something", () => {
  expect(freshId(draft, "Cache", "term")).toBe("cache3");
  expect(freshId(draft, "g", "term")).toBe("g2");
});

it("falls back where a name has no letters to use", () => {
  expect(freshId(draft, "名前", "term")).toBe("term");
  expect(freshId(draft, "3 steps", "term")).toBe("term");
});
