import { describe, expect, it } from "vitest";
import type { Solving } from "../certificate/symbolic-proof.ts";
import { checkAnswer } from "./check-answer.ts";

type Case = { readonly holds: string; readonly degenerate: unknown; readonly by: Solving };

/** What the checker says of an answer without solutions, proved in this way. */
function verdictOn(equation: string, { holds, degenerate, by }: Case): string {
  const query = { kind: "solve", equation, for: "g" };
  const checked = checkAnswer({
    kind: "solutions",
    holds,
    conditions: [],
    degenerate,
    solutions: [],
    certificate: {
      format: "crux/certificate",
      version: 1,
      request: { scenario: null, query },
      proof: { kind: "symbolic", solutions: { by, exists: [], equal: [] } },
    },
  });
  return checked.ok ? checked.value : checked.error.message;
}

const nowhere = (by: Solving): Case => ({ holds: "nowhere", degenerate: [], by });

const replaced = (kernel: string, inverse: string, becomes: string, name = "y1"): Solving => ({
  kind: "substitute",
  name,
  kernel,
  inverse,
  becomes,
  by: { kind: "never", sign: 1 },
});

describe("solve", () => {
  it("takes a new unknown to be positive only where what it stands for is", () => {
    expect(verdictOn("2^g + a = 0", nowhere(replaced("2^g", "log(y1)/log(2)", "y1 + a")))).toBe("valid");
    expect(verdictOn("log(g) + a = 0", nowhere(replaced("log(g)", "exp(y1)", "y1 + a")))).toBe(
      "it has not that sign everywhere",
    );
  });

  it("does not let a new unknown have the name of another one", () => {
    const proof = replaced("log(g)", "exp(a)", "a - log(b)", "a");
    expect(verdictOn("log(g)*a = log(b)*a", nowhere(proof))).toBe("the name is taken");
  });

  it("asks for the sign of a root also where the unknown has fallen out", () => {
    const by: Solving = {
      kind: "radical",
      root: "sqrt(a)",
      degree: 2,
      rest: "b",
      part: "1",
      norm: "b^2 - a",
      by: { kind: "free", degenerate: 0 },
    };
    const everywhere = { holds: "nowhere", degenerate: [{ when: ["a = b^2"], holds: "everywhere" }], by };
    expect(verdictOn("sqrt(a) + b = 0", everywhere)).toBe("a condition is missing");
  });
});
