import { describe, expect, it } from "vitest";
import { seeded } from "../../test/seeded.ts";
import { newCode, tidyCode } from "./code.ts";

describe("newCode", () => {
  it("gives six letters that don't look alike, and reads them back however they are typed", () => {
    const { bytes } = seeded(1);
    for (let at = 0; at < 500; at++) {
      const code = newCode(bytes);
      expect(code).toMatch(/^[A-Z]{6}$/);
      expect(code).not.toMatch(/[ILOQUV]/);
      expect(tidyCode(` ${code.slice(0, 3).toLowerCase()}-${code.slice(3)} `)).toBe(code);
    }
  });
});

describe("tidyCode", () => {
  it("knows what can't be a code", () => {
    for (const typed of ["", "ABCDE", "ABCDEFG", "ABCDE1", "ABCDEO", "ÄBCDEF"])
      expect(tidyCode(typed)).toBeUndefined();
  });
});
