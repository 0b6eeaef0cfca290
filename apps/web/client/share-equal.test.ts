import { expect, it } from "vitest";
import { shareEqual } from "./share-equal.ts";

it("keeps the parts that say the same, and the whole where nothing changed", () => {
  const before = { a: [{ x: 1 }, { x: 2 }], b: { c: null } };
  const next = { a: [{ x: 1 }, { x: 3 }], b: { c: null } };
  const shared = shareEqual(before, next);
  expect(shared).toEqual(next);
  expect(shared.a[0]).toBe(before.a[0]);
  expect(shared.b).toBe(before.b);
  expect(shareEqual(before, structuredClone(before))).toBe(before);
});

it("takes what is of another kind, longer, shorter or has other keys from the new one", () => {
  for (const [before, next] of [
    [{ a: 1 }, { a: 1, b: 2 }],
    [{ a: 1, b: 2 }, { a: 1 }],
    [
      { a: 1, b: undefined },
      { a: 1, c: undefined },
    ],
    [[1, 2], [1]],
    [[1], { 0: 1 }],
    [null, { a: 1 }],
  ])
    expect(shareEqual(before, next)).toEqual(next);
});
