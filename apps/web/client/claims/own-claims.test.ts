import { readClaim } from "@crux/core";
import { describe, expect, it } from "vitest";
import { asking, joined, noClaims, readOwnClaims, without } from "./own-claims.ts";

const one = { claim: "a < b", assume: [] };
const two = { claim: "b < c", assume: ["a < b"] };

describe("own claims", () => {
  it("keeps what was judged before, each once, newest first", () => {
    const all = asking(asking(asking(noClaims, one), two), one);
    expect(all).toEqual({ ...one, asked: one, past: [two] });
    expect(without(all, two).past).toEqual([]);
  });

  it("gives back what was kept, and nothing for what is none", () => {
    const all = asking(asking(noClaims, one), two);
    expect(readOwnClaims(JSON.stringify(all))).toEqual(all);
    for (const text of [null, "{", "3", '{"claim": 3}', '{"claim": "a", "assume": 1}'])
      expect(readOwnClaims(text)).toEqual(noClaims);
  });

  it("joins a claim with what it takes for granted, so that it can be read", () => {
    expect(joined(one)).toBe("a < b");
    expect(readClaim(joined(two) ?? "").ok).toBe(true);
    expect(joined({ claim: "exists g: a < b", assume: ["a > 1"] })).toBeNull();
  });
});
