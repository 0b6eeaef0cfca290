import { expect, it } from "vitest";
import { mutations } from "./mutate.ts";

it("changes exactly one place at a time, and never nothing", () => {
  const root = { a: ["12", true, null], b: { n: 3, a: "x < 7" } };
  const all = [...mutations(root)].map(({ value }) => JSON.stringify(value));
  expect(all).not.toContain(JSON.stringify(root));
  expect(all).toContain(JSON.stringify({ a: ["22", true, null], b: { n: 3, a: "x < 7" } }));
  expect(all).toContain(JSON.stringify({ a: ["12", false, null], b: { n: 3, a: "x < 7" } }));
  expect(all).toContain(JSON.stringify({ a: ["12", true, null], b: { n: 3, a: "x > 7" } }));
  expect(all).toContain(JSON.stringify({ a: ["12", true], b: { n: 3, a: "x < 7" } }));
  expect(all).toContain(JSON.stringify({ a: ["12", true, null], b: { n: 4, a: "x < 7" } }));
  expect(all).toContain(JSON.stringify({ a: ["12", true, null], b: { n: 3 } }));
});
