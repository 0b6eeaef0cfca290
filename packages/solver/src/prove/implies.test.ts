import { type Comparison, createBudget, readComparison } from "@crux/core";
import { describe, expect, it } from "vitest";
import { implies, isConsistent } from "./implies.ts";

const read = (text: string): Comparison => {
  const result = readComparison(text);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
};
const constraints = (...texts: string[]) => ({ facts: texts.map(read), isPositive: () => true });
const budget = () => createBudget(5_000_000);

describe("isConsistent", () => {
  it("gives a point at which all constraints hold", () => {
    expect(isConsistent(constraints("a < b", "b < 3/2"), budget()).kind).toBe("consistent");
    expect(isConsistent(constraints("a + b = 1", "a > 99/100"), budget()).kind).toBe("consistent");
    expect(isConsistent(constraints("a*b = 7", "a + b = 6"), budget()).kind).not.toBe("inconsistent");
  });

  it("proves that constraints contradict each other", () => {
    expect(isConsistent(constraints("a < b", "b < c", "c < a"), budget()).kind).toBe("inconsistent");
    expect(isConsistent(constraints("a + b < a"), budget()).kind).toBe("inconsistent");
    expect(isConsistent(constraints("a*b > 1", "a < 1", "b < 1"), budget()).kind).toBe("inconsistent");
  });

  it("knows which unknowns may be negative", () => {
    const free = { facts: [read("a + b < a")], isPositive: (name: string) => name !== "b" };
    expect(isConsistent(free, budget()).kind).toBe("consistent");
  });
});

describe("implies", () => {
  it("proves what follows", () => {
    const outcome = implies(constraints("a < b", "b < c"), read("a < c"), budget());
    expect(outcome.kind).toBe("proved");
    expect(implies(constraints("a > b", "b > 0"), read("a^2 > b^2"), budget()).kind).toBe("proved");
  });

  it("gives a point at which the goal fails", () => {
    const outcome = implies(constraints("a < b"), read("a < c"), budget());
    expect(outcome.kind).toBe("refuted");
  });
});
