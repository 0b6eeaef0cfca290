import { describe, expect, it } from "vitest";
import { createParts } from "./parts.ts";

type State = { readonly a: number; readonly b: number; readonly on: boolean };
const state: State = { a: 1, b: 2, on: false };

describe("createParts", () => {
  it("gives what is selected, and knows what was looked at", () => {
    const parts = createParts<State>();
    expect(parts.read(state, ({ a }) => a)).toBe(1);
    expect([new Set(["a"] as const), new Set(["b"] as const)].map(parts.areIn)).toEqual([true, false]);
  });

  it("learns what is looked at only sometimes, and never forgets it", () => {
    const parts = createParts<State>();
    const lazily = (one: State) => (one.on ? one.b : one.a);
    expect(parts.read(state, lazily)).toBe(1);
    expect(parts.areIn(new Set(["b"] as const))).toBe(false);
    expect(parts.read({ ...state, on: true }, lazily)).toBe(2);
    expect(parts.areIn(new Set(["b"] as const))).toBe(true);
    expect(parts.areIn(new Set(["a"] as const))).toBe(true);
  });
});
