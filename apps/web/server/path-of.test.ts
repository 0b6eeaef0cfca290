import { describe, expect, it } from "vitest";
import { pathOf } from "./path-of.ts";

describe("pathOf", () => {
  it("is the path as it was written", () => {
    expect(pathOf("/r/KWXPTN?x=//y")).toBe("/r/KWXPTN");
    expect(pathOf("/embed/a%20b")).toBe("/embed/a%20b");
    expect(pathOf("http://crux.example/api/solve")).toBe("/api/solve");
  });

  it("is null for what is no address", () => {
    for (const url of [undefined, "", "*", "//", "//[", "http://[", "/r/%00", "/r/%E0%A4%A", "javascript:1"])
      expect([url, pathOf(url)]).toEqual([url, null]);
  });
});
