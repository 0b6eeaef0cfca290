import { describe, expect, it } from "vitest";
import { mentionOf } from "./mention.ts";

describe("mentionOf", () => {
  it("finds terms and programs inside costs only, however they are spaced", () => {
    const found = mentionOf("term or program", "find(get_proxy(env))");
    expect(found.test("2 * c( find (get_proxy(env)) ) +")).toBe(true);
    expect(found.test("find(get_proxy(env))")).toBe(false);
    expect(mentionOf("term or program", "find").test("c(finder) + t(find(x))")).toBe(false);
  });

  it("finds parameters by themselves, not inside other names", () => {
    const found = mentionOf("parameter", "k");
    expect(["k", "2*k+1", "max(k, 1", "c(a)*k"].map((text) => found.test(text))).toEqual(Array(4).fill(true));
    expect(["kk", "k1", "k(2)", "a_k"].map((text) => found.test(text))).toEqual(Array(4).fill(false));
  });
});
