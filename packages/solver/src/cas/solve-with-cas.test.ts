import { createBudget, readComparison, readExpr } from "@crux/core";
import { afterAll, describe, expect, it } from "vitest";
import type { Equation, Solved } from "../equation/equation.ts";
import { solveEquation } from "../equation/solve-equation.ts";
import type { Cas } from "./cas.ts";
import { createCas } from "./cas.ts";
import { isHarmless, mangle } from "./mangle.ts";
import { nerdamerFactors, splitProduct } from "./nerdamer-factors.ts";
import { createNodeCas } from "./node.ts";
import { withFactorsOf } from "./solve-with-cas.ts";

const exprOf = (text: string) => {
  const read = readExpr(text);
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  return read.value;
};

const equationOf = (text: string) => {
  const read = readComparison(text);
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  return { ...read.value, for: "g", positive: ["a", "b", "c", "d"], facts: [], domain: null };
};

const solveWithCas = (equation: Equation, cas: Cas): Promise<Solved> =>
  withFactorsOf(cas, (askFactors) => solveEquation({ ...equation, askFactors }, createBudget(500_000)));
const hard = equationOf("g^5 + a*b*g + c = d*g^3");

describe("mangle", () => {
  it("leaves nothing but arithmetic on names without meaning", () => {
    const { text, meaning } = mangle(exprOf("c(combine)*sqrt(x)^2 - e*pi + 2^g"));
    expect(text).toBe("v1*v2^2-v3*v4+v5");
    expect([...meaning.keys()]).toEqual(["v1", "v2", "v3", "v4", "v5"]);
    expect(isHarmless(text)).toBe(true);
  });

  it.each(["f(x):=x", "solve(v1)", "v1;v2", "9^9^9", "import(v1)", "v1^1000000"])(
    "does not pass on %s",
    (text) => {
      expect(isHarmless(text)).toBe(false);
    },
  );
});

describe("nerdamerFactors", () => {
  it("proposes the factors of a polynomial", () => {
    expect(nerdamerFactors("(v1^2+v2*v1+v3)*(v1^2+v3*v1+v2)")).toHaveLength(2);
  });

  it("answers the same after an earlier failure", () => {
    const before = nerdamerFactors("v1^2-v2^2");
    expect(() => nerdamerFactors("1/(v1-v1)")).toThrow();
    expect(nerdamerFactors("v1^2-v2^2")).toEqual(before);
  });

  it("splits a product at its top", () => {
    expect(splitProduct("(v1*v2+1)^2*v3*(v1)")).toEqual(["v1*v2+1", "v3", "v1"]);
  });
});

describe("withFactorsOf", () => {
  // a busy machine may take its time: the tests are not about patience
  const cas = createNodeCas(undefined, 60_000);
  afterAll(() => cas.close());

  it("leaves an equation undecided when no proposed factor divides", async () => {
    const solved = await solveWithCas(hard, cas);
    expect(solved.kind).toBe("undecided");
  });

  const product = equationOf("g^9 - 5*a^2*g^7 + 2*a^4*g^5 - 2*a^5*g^4 + 10*a^7*g^2 - 4*a^9 = 0");

  it("decides an equation with the factors that are proposed, and not without", async () => {
    expect(solveEquation(product, createBudget(500_000)).kind).toBe("undecided");
    const solved = await solveWithCas(product, cas);
    expect(solved.kind === "solutions" && solved.solutions.map(({ exact }) => exact)).toHaveLength(3);
  });

  it("believes no factor that does not divide, and takes one that does", async () => {
    const proposing = (texts: readonly string[]) => ({ factor: async () => texts, close: () => undefined });
    const lies = ["v1 - 1", "v2", "(((", "1/0", "v1^2 + v1"];
    expect((await solveWithCas(product, proposing(lies))).kind).toBe("undecided");
    const solved = await solveWithCas(product, proposing([...lies, "v1^5 - 2"]));
    expect(solved.kind === "solutions" && solved.solutions).toHaveLength(3);
  });

  it("ends a worker that does not answer in time", async () => {
    let stopped = 0;
    const silent = createCas(
      () => ({
        send: () => undefined,
        listen: () => undefined,
        stop: () => {
          stopped += 1;
        },
      }),
      20,
    );
    expect(await silent.factor("v1^2-v2^2")).toEqual([]);
    expect(stopped).toBe(1);
  });
});
