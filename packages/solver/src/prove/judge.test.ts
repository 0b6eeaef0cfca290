import { createBudget, readClaim, readComparison } from "@crux/core";
import { describe, expect, it } from "vitest";
import type { JudgeAnswer } from "../query/answer.ts";
import { judge } from "./judge.ts";

const read = <T>(result: { ok: true; value: T } | { ok: false; error: unknown }): T => {
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
};

function verdictOn(claim: string, assume: readonly string[] = []): JudgeAnswer {
  const task = {
    claim: read(readClaim(claim)),
    assume: assume.map((text) => read(readComparison(text))),
    contest: null,
  };
  return judge(task, createBudget(20_000_000)).answer;
}

describe("judge", () => {
  it("names what a proof uses", () => {
    expect(verdictOn("a < c", ["a < b", "b < c", "d < e"]).uses).toEqual(["a < b", "b < c"]);
    expect(verdictOn("a < a + b").uses).toEqual(["positive: b"]);
  });

  it("names the assumptions that contradict each other", () => {
    expect(verdictOn("x > y", ["x < 1", "y < 5", "x > 2"]).uses).toEqual(["x < 1", "x > 2", "positive: x"]);
  });

  it("repairs a refuted claim with what is missing, the weakest first", () => {
    expect(verdictOn("a + b > c").repair).toEqual(["c <= a", "c <= b"]);
    expect(verdictOn("a^p + b^p > (a+b)^p").repair).toContain("p < 1");
  });

  it("offers the very bound first where the claim is a straight line in one unknown", () => {
    expect(verdictOn("40*g + 3 < 8*g + 79").repair[0]).toBe("g < 19/8");
    expect(verdictOn("40*g + 3 >= 8*g + 79").repair[0]).toBe("19/8 <= g");
  });

  it("repairs nothing where the claim holds nowhere", () => {
    expect(verdictOn("a + b < a").repair).toEqual([]);
  });

  it("leaves out points at which a formula is not a real number", () => {
    expect(verdictOn("1/(a-b) != 0").verdict).toBe("proved");
    expect(verdictOn("log(a-b) < a").verdict).toBe("proved");
  });

  it("says in words why a claim is undecided", () => {
    const { verdict, missing } = verdictOn("(1+x)^p < exp(p*x)");
    expect(verdict).toBe("undecided");
    expect(missing).toMatch(/not proved, and no counterexample was found among \d+ points/);
  });

  it("is undecided, not wrong, when the budget is spent", () => {
    const task = { claim: read(readClaim("a^4+b^4 >= a^3*b+a*b^3")), assume: [], contest: null };
    const { answer, proof } = judge(task, createBudget(50));
    expect(answer.verdict).toBe("undecided");
    expect(answer.missing).toContain("budget");
    expect(proof).toBeNull();
  });
});
