import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { answerQuery } from "./answer-query.ts";

const steps = 300_000;
const solve = (equation: string, name = "g") =>
  answerQuery({ id: 1, query: { kind: "solve", equation, for: name } }, { steps });

describe("hostile requests", () => {
  it.each([
    null,
    5,
    "x",
    [],
    {},
    { query: null },
    { query: { kind: "constructor" } },
    { query: [] },
    { id: {} },
  ])("answers %j with issues", (raw) => {
    const reply = answerQuery(raw);
    expect(reply.ok).toBe(false);
    if (!reply.ok) expect(reply.issues.length).toBeGreaterThan(0);
  });

  it.each([
    "9^9^9 = g",
    "g^(9^9^9) = 1",
    `${"(".repeat(10_000)}g${")".repeat(10_000)} = 1`,
    `g = ${"9".repeat(1_000_000)}`,
    "f(x) := x = g",
    "g = import",
    "g = g[1]",
    "g.constructor = 1",
    "c(__proto__) = g = 1",
    "g = \u202e1",
    "g = \u00001",
    "1/0 = g*0",
    "exp(exp(exp(exp(g)))) = 3",
    "g^(1/1000000007) = 2",
    `${Array.from({ length: 60 }, (_, at) => `(g - ${at})`).join("*")} = 1/1000`,
    "(1 + g)^4000 = 2",
    "1.05^(12345.678*g) = 2 + g",
    "2^(2^(2^g)) = 5",
    "sqrt(sqrt(g) + sqrt(g + 1)) + sqrt(g + 2) = sqrt(sqrt(2)*g + 3)",
    "abs(abs(abs(g - 1) - 2) - 3) = max(g, min(g, 2))",
    `${[..."abcdefhijklm"].map((name) => `sqrt(g + ${name})`).join(" + ")} = 1`,
    `(${[..."abcdefhijk"].join(" + ")} + g)^8 = 1`,
  ])("answers within its budget, whatever the equation (%#)", (equation) => {
    const reply = solve(equation);
    if (reply.ok) expect(["solutions", "undecided"]).toContain(reply.answer.kind);
    else expect(reply.issues.every((one) => one.message !== "")).toBe(true);
  });

  it("treats __proto__ and constructor as names like others", () => {
    const scenario = {
      format: "crux/scenario",
      version: 1,
      title: "names",
      exchange: { family: "linear", apply: "sum" },
      terms: [
        { id: "constructor", c: "2", t: "1" },
        { id: "toString", c: "1", t: "3" },
      ],
      programs: [
        { id: "hasOwnProperty", name: "a", c: "c(constructor)", t: "t(constructor)" },
        { id: "valueOf", name: "b", c: "c(toString)", t: "t(toString)" },
      ],
    };
    const reply = answerQuery({ scenario, query: { kind: "winners" } });
    expect(reply).toMatchObject({ ok: true, answer: { thresholds: [{ at: { exact: "2" } }] } });
  });

  it("answers the next query right after any of these", () => {
    solve("9^9^9 = g");
    expect(solve("g^2 = 2")).toMatchObject({ ok: true, answer: { solutions: [{ exact: "sqrt(2)" }] } });
  });

  it("answers undecided where the budget is small, and says why", () => {
    const reply = answerQuery(
      { query: { kind: "judge", claim: "a^4 + b^4 + c^4 + d^4 >= 4*a*b*c*d" } },
      { steps: 50 },
    );
    expect(reply).toMatchObject({ ok: true, answer: { kind: "judge", verdict: "undecided" } });
  });

  it("never throws on any JSON", () => {
    const texts = fc.oneof(
      fc.string({ maxLength: 12 }),
      fc.constantFrom(
        "g",
        "c(combine)",
        "fh",
        "g = 1",
        "1 + ",
        "sqrt(-1)",
        "1/0",
        "exists g: wins(sd)",
        "-5",
        "1e400",
      ),
    );
    const between = fc.tuple(fc.constantFrom("fh", "sd", "fd", "no"), fc.constantFrom("fh", "sd", "fd"));
    const at = fc.dictionary(fc.constantFrom("g", "t(combine)", "phi", "x"), texts, { maxKeys: 2 });
    const over = fc.constantFrom("g", "phi", "t(combine)", "c(get_base_obj)", "x");
    const kind = <T extends string>(name: T) => fc.constant(name);
    const query = fc.oneof(
      fc.record({ kind: kind("winners"), over, at }),
      fc.record({ kind: kind("crossovers"), between, over, at }),
      fc.record({
        kind: kind("solve"),
        equation: texts,
        for: texts,
        assume: fc.array(texts, { maxLength: 2 }),
      }),
      fc.record({ kind: kind("break-even"), of: over, between, at }),
      fc.record({ kind: kind("score"), at }),
      fc.record({ kind: kind("sensitivity"), between, at }),
      fc.record({ kind: kind("judge"), claim: texts, assume: fc.array(texts, { maxLength: 2 }) }),
      fc.record({ kind: kind("compare"), overlay: fc.anything({ maxDepth: 2 }), over, at }),
      fc.anything({ maxDepth: 2 }),
    );
    const scenario = fc.oneof(
      fc.constant({ library: "speed-simplicity" }),
      fc.anything({ maxDepth: 2 }),
      fc.constant(undefined),
    );
    const times = Number(process.env.CRUX_RUNS ?? 1);
    fc.assert(
      fc.property(query, scenario, (one, some) => {
        const reply = answerQuery({ scenario: some, query: one }, { steps: 100_000 });
        if (!reply.ok) expect(reply.issues.length).toBeGreaterThan(0);
      }),
      { seed: 1, numRuns: 400 * times },
    );
  });
});
