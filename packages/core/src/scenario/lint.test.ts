import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { law, scenarioJson } from "../../test/arbitrary.ts";
import { must } from "../base/assert.ts";
import { fromLibrary } from "../library/library.ts";
import { libraryScenario } from "../library/library-patches.ts";
import { readScenario } from "../syntax/read-scenario.ts";
import { lint } from "./lint.ts";

const essay = must(fromLibrary("speed-simplicity"), "the essay's scenario");

/** Notes of a scenario of which only what matters is written, as `kind place`. */
function notesOf(parts: Readonly<Record<string, unknown>>): readonly string[] {
  const program = (id: string, c: string, t = "0") => ({ id, c, t });
  const scenario = readScenario({
    format: "crux/scenario",
    version: 1,
    programs: [program("p", "c(a)", "t(a)"), program("q", "1", "2")],
    terms: [{ id: "a", c: "3", t: "4" }],
    ...parts,
  });
  if (!scenario.ok) throw new Error(JSON.stringify(scenario.error));
  return lint(scenario.value).map(({ kind, path }) => `${kind} ${path.join("/")}`);
}
const sentenceOf = (scenario: Parameters<typeof lint>[0], kind: string): string =>
  must(
    lint(scenario).find((note) => note.kind === kind),
    kind,
  ).sentence;

describe("lint", () => {
  it("finds in the essay's scenario what its notation leaves open, and nothing else (E22, E23, E24, E30)", () => {
    expect(lint(essay).map(({ kind, path, id }) => `${kind} ${path.join("/")} ${id}`)).toEqual([
      "two-names terms/0 get_base_obj",
      "complexity-without-time terms/1/t simplest_obj",
      "two-names terms/3 mesaoptimize",
      "cancels terms/3/c mesaoptimize",
      "complexity-without-time terms/4/t useful_knowledge",
      "cancels terms/4/c useful_knowledge",
      "two-names terms/6 get_proxy_for_base_obj",
      "two-names terms/7 mesaoptimize_env",
      "cancels terms/7/t mesaoptimize_env",
      "time-without-complexity terms/8/c find(get_proxy_for_base_obj(env))",
      "inner-unpaid terms/8 find(get_proxy_for_base_obj(env))",
      "time-without-complexity terms/9/c mesaoptimize_outer_world_env",
    ]);
  });

  it("says that the simple deceptive program never pays for what it found, until the repair adds it (E30)", () => {
    expect(sentenceOf(essay, "inner-unpaid")).toBe(
      "Its name speaks of get_proxy_for_base_obj, but t(get_proxy_for_base_obj) is not paid by Simple deceptive.",
    );
    const repaired = libraryScenario("speed-simplicity", ["repair"]);
    expect(repaired.ok && lint(repaired.value).map(({ kind }) => kind)).not.toContain("inner-unpaid");
  });

  it("says that a program with the costs of another ties with it everywhere (C9)", () => {
    const twin = libraryScenario("speed-simplicity", ["proxy-twin"]);
    expect(twin.ok && sentenceOf(twin.value, "same-costs")).toBe(
      "It costs the same as Fast honest, part by part: the two tie at every g.",
    );
  });

  it("has nothing to say about a scenario without loose ends", () => expect(notesOf({})).toEqual([]));

  it("leaves a cost alone that is said to be 0", () => {
    const programs = (c: string) => [
      { id: "p", c: `c(a)${c}`, t: "t(a)" },
      { id: "q", c: "1", t: "2" },
    ];
    const term = (more: object) => [
      { id: "a", c: "3", t: "4" },
      { id: "b", c: "1", ...more },
    ];
    expect(notesOf({ programs: programs(" + c(b)"), terms: term({}) })).toEqual([
      "complexity-without-time terms/1/t",
    ]);
    expect(notesOf({ programs: programs(" + c(b)"), terms: term({ t: "0" }) })).toEqual([]);
  });

  it("finds rows that nothing uses, also behind other rows", () => {
    const found = notesOf({
      terms: [
        { id: "a", c: "3*k", t: "4" },
        { id: "b", c: "n" },
      ],
      parameters: [{ id: "k", value: "1" }, { id: "n", value: "2" }, { id: "m" }],
      assumptions: [
        { id: "x", statement: "m > 1", status: "held" },
        { id: "y", statement: "c(a) > 1", status: "held" },
        { id: "z", statement: "m > 2", status: "dropped" },
      ],
    });
    expect(found).toEqual([
      "unused-term terms/1",
      "unused-parameter parameters/1",
      "unused-parameter parameters/2",
      "unused-assumption assumptions/0/statement",
    ]);
  });

  it("finds two terms of one formula in the same programs", () => {
    const found = notesOf({
      terms: [
        { id: "a", c: "3", t: "4" },
        { id: "b", c: "3", t: "4" },
      ],
      programs: [
        { id: "p", c: "c(a) + c(b)", t: "t(a) + t(b)" },
        { id: "q", c: "1", t: "2" },
      ],
    });
    expect(found).toEqual(["two-names terms/1"]);
  });

  it("finds held assumptions that the numbers contradict, and equations that say only that a rest is 0 (C3)", () => {
    const found = notesOf({
      assumptions: [
        { id: "x", statement: "c(a) > 5", status: "held" },
        { id: "y", statement: "c(a) > 5", status: "disputed" },
        { id: "z", statement: "c(a) = 0 + c(a)", status: "held" },
      ],
    });
    expect(found).toEqual(["false-assumption assumptions/0/statement", "circular assumptions/2/statement"]);
  });

  it("says when an assumption compares what has different units", () => {
    const found = readScenario({
      format: "crux/scenario",
      version: 1,
      terms: [{ id: "a", c: "3", t: "4" }],
      programs: [{ id: "p", c: "c(a)", t: "t(a)" }],
      assumptions: [{ id: "x", statement: "c(a) < t(a)", status: "held" }],
    });
    expect(found.ok && sentenceOf(found.value, "units")).toBe(
      "Compares complexity, c(a), with time, t(a). Did you mean g * c?",
    );
  });

  it("does not say that costs cancel under a price in which they don't", () => {
    const levin = must(fromLibrary("levin"), "levin");
    const cancelling = lint(levin).filter(({ kind }) => kind === "cancels");
    expect(cancelling.map(({ path }) => path[2])).toEqual(["c", "c"]);
    const square = libraryScenario("speed-simplicity", ["square-price"]);
    expect(square.ok && lint(square.value).filter(({ kind }) => kind === "cancels")).toMatchObject([
      { path: ["terms", 7, "t"] },
    ]);
  });

  it.each([
    ["c(a) + t(a)", "t(a)", "Adds time, t(a), to complexity, c(a). Did you mean g * c?"],
    ["t(a)", "t(a)", "This is measured in time, but complexity is complexity. Did you mean g * c?"],
    ["c(a)", "t(a) * t(a)", "This is measured in time^2, but a time is time."],
    ["c(a)", "t(a) + c(a) * r", "Adds complexity^2 per time, c(a)*r, to time, t(a)."],
  ])("says what does not add up in c = %s, t = %s", (c, t, sentence) => {
    const scenario = readScenario({
      format: "crux/scenario",
      version: 1,
      terms: [{ id: "a", c: "3", t: "4" }],
      parameters: [{ id: "r", value: "2", unit: "bits per step" }],
      programs: [
        { id: "p", c, t },
        { id: "q", c: "1", t: "2" },
      ],
    });
    if (!scenario.ok) throw new Error(JSON.stringify(scenario.error));
    expect(sentenceOf(scenario.value, "units")).toBe(sentence);
  });

  it.each([
    ["c(a) * g", []],
    ["c(a) * rate + t(a)", []],
    ["c(a) * free + t(a)", []],
    ["g * c(a) + t(a) + wait", []],
    ["c(a)", ["units programs/0/score"]],
    ["wait + pay", ["units programs/0/score"]],
    ["sqrt(c(a) * c(a)) * g + max(t(a), 2) + abs(t(a)) * 3/4", []],
  ])("judges the units of the score %s", (score, expected) => {
    const units = (id: string, unit?: string) => ({ id, value: "1", ...(unit && { unit }) });
    const found = notesOf({
      programs: [{ id: "p", score }],
      parameters: [
        units("rate", "steps/bit"),
        units("free"),
        units("wait", "hours"),
        units("pay", "dollars"),
      ],
    });
    expect(found.filter((note) => note.startsWith("units"))).toEqual(expected);
  });

  it("answers for every scenario, with places that exist", () => {
    const check = (json: unknown): void => {
      const scenario = readScenario(json);
      if (!scenario.ok) return;
      for (const { path, id } of lint(scenario.value)) {
        const list = scenario.value[path[0] as "terms" | "parameters" | "programs" | "assumptions"];
        expect(list[Number(path[1])]?.id).toBe(id);
      }
    };
    fc.assert(fc.property(scenarioJson(), check), law(200));
  });
});
