import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { Answer, JudgeAnswer, MapAnswer, SensitivityAnswer } from "./answer.ts";
import { answerQuery } from "./answer-query.ts";

type Term = { id: string; c?: string; t?: string };
type Program = { id: string; name: string; c: string; t: string };
type Parameter = { id: string; value?: string; domain?: string[] };
type Json = {
  exchange: Record<string, string>;
  terms: Term[];
  parameters: Parameter[];
  programs: Program[];
  assumptions: { id: string; statement: string; status: string }[];
};
type Changes = {
  costs?: Record<string, { c?: string; t?: string }>;
  programs?: Program[];
  replace?: Program[];
  phi?: string;
  exchange?: Record<string, string>;
  assume?: string[];
};

const essay = (): Json =>
  JSON.parse(readFileSync(new URL("../../fixtures/scenarios/essay.json", import.meta.url), "utf8")) as Json;

/** The essay's scenario with costs changed, terms and programs added. */
function changed({
  costs = {},
  programs = [],
  replace = [],
  phi = "0",
  exchange,
  assume = [],
}: Changes): Json {
  const base = essay();
  const known = new Set(base.terms.map((term) => term.id));
  const added = Object.keys(costs).filter((id) => !known.has(id));
  return {
    ...base,
    exchange: exchange ?? base.exchange,
    terms: [...base.terms, ...added.map((id) => ({ id, c: "0", t: "0" }))].map((term) => ({
      ...term,
      ...costs[term.id],
    })),
    parameters: [{ id: "phi", value: phi, domain: ["0 <= phi", "phi <= 1"] }],
    programs: [
      ...base.programs.map((program) => replace.find((one) => one.id === program.id) ?? program),
      ...programs,
    ],
    assumptions: assume.map((statement, at) => ({ id: `a${at}`, statement, status: "held" })),
  };
}

/** The essay's scenario with no cost known: each that is not 0 is a positive unknown. */
function open(assume: string[] = [], programs: Program[] = [], terms: string[] = []): Json {
  const base = changed({
    assume,
    programs,
    costs: Object.fromEntries(terms.map((id) => [id, { c: "1", t: "1" }])),
  });
  return {
    ...base,
    terms: base.terms.map(({ id, c, t }) => ({
      id,
      ...(c === "0" ? { c } : {}),
      ...(t === "0" ? { t } : {}),
    })),
  };
}

function ask(scenario: Json, query: Record<string, unknown>): Answer {
  const reply = answerQuery({ scenario, query });
  if (!reply.ok) throw new Error(JSON.stringify(reply.issues));
  return reply.answer;
}
function mapOf(scenario: Json, query: Record<string, unknown> = {}): MapAnswer {
  const answer = ask(scenario, { kind: "winners", ...query });
  if (answer.kind !== "map") throw new Error(JSON.stringify(answer));
  return answer;
}
/** `fh 19/8 sd`: who wins, and where that flips. */
const bands = ({ segments }: MapAnswer): string =>
  segments
    .flatMap(({ winners, to }) => [winners.join("="), to.exact === "oo" ? "" : to.exact])
    .join(" ")
    .trim();
function crossings(scenario: Json, between: [string, string]): (string | null)[] {
  const answer = ask(scenario, { kind: "crossovers", between });
  if (answer.kind !== "solutions") throw new Error(JSON.stringify(answer));
  return answer.solutions.map((one) => one.exact);
}
function verdict(scenario: Json, claim: string, assume: string[] = []): JudgeAnswer {
  const answer = ask(scenario, { kind: "judge", claim, assume });
  if (answer.kind !== "judge") throw new Error(JSON.stringify(answer));
  return answer;
}

const hybrid: Program = {
  id: "hy",
  name: "Hybrid",
  c: "c(simplest) + c(deployed) + c(optimize) + c(know)",
  t: "t(deployed) + t(find) + t(optimize)",
};
const lazy: Program = {
  id: "lz",
  name: "Lazy honest",
  c: "c(pursue) + c(optimize) + c(know)",
  t: "t(find) + t(optimize)",
};
const twin: Program = {
  id: "px",
  name: "Proxy",
  c: "c(get) + c(optimize) + c(know)",
  t: "t(get) + t(optimize)",
};
const repaired: Program = {
  id: "sd",
  name: "Simple deceptive",
  c: "c(simplest) + c(combine) + c(optimize) + c(know)",
  t: "t(combine) + t(find) + t(outer) + t(optimize) + t(get)",
};

describe("the essay", () => {
  it("flips from fast honest to simple deceptive at 19/8; fast deceptive is dominated", () => {
    const map = mapOf(essay());
    expect(bands(map)).toBe("fh 19/8 sd");
    expect(map.never).toEqual([{ program: "fd", because: { kind: "dominated", by: ["fh"] } }]);
    expect(map.thresholds[0]?.formula).toBe(
      "(t(combine) + t(find) + t(outer) - t(get))/(c(get) - c(simplest) - c(combine))",
    );
  });

  it("swaps the second place at 75/38", () => {
    expect(crossings(essay(), ["sd", "fd"])).toEqual(["75/38"]);
  });

  it("gives the totals 130, 53; 98, 129; 136, 54", () => {
    const answer = ask(essay(), { kind: "score", at: { g: "1" } });
    if (answer.kind !== "score") throw new Error(answer.kind);
    expect(answer.rows.map(({ program, c, t }) => [program, c?.exact, t?.exact])).toEqual([
      ["fh", "130", "53"],
      ["sd", "98", "129"],
      ["fd", "136", "54"],
    ]);
  });

  it.each<[string, Changes, string]>([
    ["with the getter's time paid by simple deceptive", { replace: [repaired] }, "fh 79/32 sd"],
    ["with half of the optimum found already", { phi: "9/10" }, "fh 49/32 sd"],
    ["with a hybrid", { programs: [hybrid] }, "fh 14/17 hy"],
    ["with a hybrid and overlap 0.9", { programs: [hybrid], phi: "0.9" }, "fh 1/34 hy"],
    ["with a lazy honest program", { programs: [lazy], costs: { pursue: { c: "3" } } }, "fh 27/37 lz"],
    [
      "with hybrid and lazy honest at overlap 0.9",
      { programs: [hybrid, lazy], costs: { pursue: { c: "3" } }, phi: "0.9" },
      "lz",
    ],
    [
      "with wanting paid for",
      { programs: [hybrid, lazy], costs: { pursue: { c: "12" } }, phi: "0.9" },
      "lz 1/6 hy",
    ],
    [
      "with a dear lazy honest program",
      { programs: [lazy], costs: { pursue: { c: "12" } } },
      "fh 27/28 lz 49/4 sd",
    ],
    ["with a twin of fast honest", { programs: [twin] }, "fh=px 19/8 sd"],
    ["with a slow getter", { costs: { get: { t: "90" } } }, "sd"],
    ["with a small getter", { costs: { get: { c: "7" } } }, "fh"],
    ["priced by squares", { exchange: { family: "power", exponent: "2", apply: "sum" } }, "fh 1/96 sd"],
  ])("%s", (_title, changes, expected) => {
    expect(bands(mapOf(changed(changes)))).toBe(expected);
  });

  it("prices by square roots: about 50.59", () => {
    const map = mapOf(changed({ exchange: { family: "power", exponent: "1/2", apply: "sum" } }));
    expect(map.segments.map((one) => one.winners)).toEqual([["fh"], ["sd"]]);
    expect(map.thresholds[0]?.at.decimal?.slice(0, 5)).toBe("50.59");
  });

  it("lets simple deceptive win at g = 1 under the textbook speed prior, by 105.01 to 135.73", () => {
    const scenario = changed({ exchange: { family: "levin", apply: "sum" } });
    const answer = ask(scenario, { kind: "score", at: { g: "1" } });
    if (answer.kind !== "score") throw new Error(answer.kind);
    expect(answer.winners).toEqual(["sd"]);
    expect(answer.rows.map((row) => row.score.decimal?.slice(0, 6))).toEqual(["135.72", "105.01", "141.75"]);
  });

  it.each([
    ["splits the core by goal, each paying its own", "c(core_s)", "38/31"],
    ["splits the core by goal, deceptive paying both", "c(core_b) + c(core_s)", "19/3"],
  ])("%s", (_title, core, expected) => {
    const [honest, deceptive] = essay().programs;
    if (honest === undefined || deceptive === undefined) throw new Error("no programs");
    const replace = [
      { ...honest, c: "c(get) + c(core_b) + c(know)" },
      { ...deceptive, c: `c(simplest) + c(combine) + ${core} + c(know)` },
    ];
    const scenario = changed({ replace, costs: { core_b: { c: "50" }, core_s: { c: "20" } } });
    expect(crossings(scenario, ["fh", "sd"])).toEqual([expected]);
  });

  it("scales the threshold by time over complexity when heuristics multiply both", () => {
    const replace = essay().programs.map(({ c, t, ...rest }) => ({
      ...rest,
      c: `2*(${c})`,
      t: `3/2*(${t})`,
    }));
    expect(bands(mapOf(changed({ replace })))).toBe("fh 57/32 sd");
  });

  it("lowers the threshold by what a displaced bit costs", () => {
    const replace = essay().programs.map(({ c, t, ...rest }) => ({ ...rest, c, t: `${t} + 1/2*(${c})` }));
    expect(bands(mapOf(changed({ replace })))).toBe("fh 15/8 sd");
  });

  it.each([
    ["1/2", ["2.79", "11.7", "114."]],
    ["1", ["0.57", "0.57", "0.57"]],
    ["2", ["0.04", "0.00", "0.00"]],
  ])("moves the threshold with shared complexity under exponent %s", (exponent, expected) => {
    const found = ["0", "100", "10000"].map((shared) => {
      const costs = {
        get: { c: "10", t: "1" },
        simplest: { c: "1" },
        combine: { c: "2", t: "1" },
        optimize: { c: "0" },
        know: { c: shared },
        find: { t: "2" },
        outer: { t: "2" },
      };
      const map = mapOf(changed({ costs, exchange: { family: "power", exponent, apply: "sum" } }));
      return map.thresholds[0]?.at.decimal?.slice(0, 4);
    });
    expect(found).toEqual(expected);
  });

  it("lets only those win who fit into the cap", () => {
    const under = (k: number): string =>
      bands(mapOf(changed({ exchange: { family: "cap", cap: `${k} * 10`, apply: "sum" } })));
    expect([5, 6, 12, 13].map(under)).toEqual(["", "fh", "fh", "fh 19/8 sd"]);
  });
});

describe("what moves the threshold", () => {
  const answer = ask(essay(), { kind: "sensitivity", between: ["fh", "sd"] }) as SensitivityAnswer;
  const row = (of: string) => answer.rows.find((one) => one.of === of);
  it.each([
    ["c(get)", "-5/4"],
    ["t(outer)", "45/76"],
    ["t(find)", "15/38"],
    ["c(combine)", "3/16"],
    ["c(simplest)", "1/16"],
    ["t(combine)", "1/19"],
    ["t(get)", "-3/76"],
  ])("has elasticity in %s of %s", (of, expected) => {
    expect(row(of)?.elasticity?.exact).toBe(expected);
    expect(row(of)?.cancels).toBe(false);
  });
  it.each(["c(optimize)", "c(know)", "t(optimize)", "c(deployed)", "t(deployed)"])(
    "does not change with %s",
    (of) => {
      expect(row(of)).toMatchObject({
        derivative: { exact: "0" },
        elasticity: { exact: "0" },
        cancels: true,
      });
    },
  );
  it("falls with the overlap", () => {
    expect(row("phi")?.derivative.exact).toBe("-15/16");
  });
});

describe("the five moves", () => {
  it.each<[string, Changes, string]>([
    ["0 base", {}, "fh 19/8 sd"],
    ["1 hybrid", { programs: [hybrid] }, "fh 14/17 hy"],
    ["2 overlap", { programs: [hybrid], phi: "9/10" }, "fh 1/34 hy"],
    ["3 lazy honest", { programs: [hybrid, lazy], phi: "9/10", costs: { pursue: { c: "3" } } }, "lz"],
    [
      "4 wanting costs",
      { programs: [hybrid, lazy], phi: "9/10", costs: { pursue: { c: "12" } } },
      "lz 1/6 hy",
    ],
  ])("%s", (_title, changes, expected) => {
    expect(bands(mapOf(changed(changes)))).toBe(expected);
  });
  it("turns on whether pursuing costs more than 6, and at g = 1 on 7", () => {
    const changes = { programs: [hybrid, lazy], phi: "9/10", costs: { pursue: { c: "12" } } };
    const line = (at: Record<string, string>): unknown => {
      const answer = ask(changed(changes), {
        kind: "break-even",
        of: "c(pursue)",
        between: ["lz", "hy"],
        at,
      });
      return answer.kind === "break-even" ? answer.solutions.map((one) => one.exact) : answer;
    };
    expect(line({ g: "1" })).toEqual(["7"]);
    expect(line({})).toEqual(["(6*g + 1)/g"]);
  });
});

describe("the essay with nothing known", () => {
  const A = "t(combine) + t(find) + t(outer)";
  const B = "c(simplest) + c(combine)";
  it("has the seven cases of the regime table", () => {
    const scenario = open();
    scenario.terms = scenario.terms.map((term) => (term.id === "find" ? { id: "find", c: "0" } : term));
    const answer = ask(scenario, { kind: "winners" });
    if (answer.kind !== "cases") throw new Error(JSON.stringify(answer));
    const table = answer.cases.map(({ when, segments }) => [
      ...when,
      segments.map((one) => one.winners.join("=")).join(" "),
    ]);
    expect(table).toEqual([
      [`${A} > t(get)`, `${B} >= c(get)`, "fh"],
      [`${A} > t(get)`, `${B} < c(get)`, "fh sd"],
      [`${A} = t(get)`, `${B} > c(get)`, "fh"],
      [`${A} = t(get)`, `${B} = c(get)`, "fh=sd"],
      [`${A} <= t(get)`, `${B} < c(get)`, "sd"],
      [`${A} < t(get)`, `${B} > c(get)`, "sd fh"],
      [`${A} < t(get)`, `${B} = c(get)`, "sd"],
    ]);
    expect(answer.cases.map((one) => one.thresholds.map(({ at }) => at.exact))).toEqual([
      [],
      [`(${A} - t(get))/(c(get) - c(simplest) - c(combine))`],
      [],
      [],
      [],
      ["(t(get) - t(combine) - t(find) - t(outer))/(c(simplest) + c(combine) - c(get))"],
      [],
    ]);
  });

  const favoured = "score(sd) < score(fh)";
  it.each<[string, string, string[], string]>([
    ["refutes the printed necessary condition", `${favoured} implies g*c(get) < t(find)`, [], "refuted"],
    [
      "refutes it the other way round, too",
      `${favoured} implies g*c(get) > t(find)`,
      ["t(get) <= t(find)"],
      "refuted",
    ],
    ["proves the correct one", `${favoured} implies g*c(get) + t(get) > t(find)`, [], "proved"],
    [
      "proves the flipped one with a fast getter",
      `${favoured} implies g*c(get) > t(find)`,
      ["t(get) <= t(combine) + t(outer)"],
      "proved",
    ],
    ["refutes that simple deceptive is undoubtedly slower", "t(sd) > t(fh)", [], "refuted"],
    ["proves it with the missing assumption", "t(sd) > t(fh)", ["t(get) <= t(find)"], "proved"],
    ["proves that fast honest dominates fast deceptive", "dominates(fh, fd)", [], "proved"],
    [
      "proves a sufficient condition",
      "g*c(get) + t(get) <= t(find) implies score(fh) < score(sd)",
      [],
      "proved",
    ],
    [
      "refutes it without the getter's time",
      "g*c(get) <= t(find) implies score(fh) < score(sd)",
      [],
      "refuted",
    ],
    [
      "proves that the second place flips below the first",
      "(t(combine) + t(find) + t(outer) - t(get) - t(deployed))/(c(get) + c(deployed) - c(combine)) < (t(combine) + t(find) + t(outer) - t(get))/(c(get) - c(simplest) - c(combine))",
      ["t(combine) + t(find) + t(outer) > t(get)", "c(get) > c(simplest) + c(combine)"],
      "proved",
    ],
  ])("%s", (_title, claim, assume, expected) => {
    const scenario = open();
    scenario.terms = scenario.terms.map((term) => (term.id === "find" ? { id: "find", c: "0" } : term));
    expect(verdict(scenario, claim, assume).verdict).toBe(expected);
  });
});
