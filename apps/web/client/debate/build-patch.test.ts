import {
  applyPatch,
  fromLibrary,
  libraryPatches,
  libraryVariant,
  must,
  readPatch,
  type Scenario,
  writeScenario,
} from "@crux/core";
import { answerQuick } from "@crux/solver/quick";
import { describe, expect, it } from "vitest";
import { buildPatch } from "./build-patch.ts";
import { type Change, noTerm } from "./change.ts";
import { changeOf } from "./read-changes.ts";

const FIND = "find(get_proxy_for_base_obj(env))";
const base = must(fromLibrary("speed-simplicity"), "the essay's scenario");
const variant = (name: string): Scenario => must(libraryVariant("speed-simplicity", name), name);

function applied(scenario: Scenario, changes: readonly Change[]): Scenario {
  const { patch, problems } = buildPatch(scenario, changes);
  expect(problems).toEqual([]);
  const read = readPatch(patch);
  const changed = read.ok ? applyPatch(scenario, read.value) : read;
  return must(changed.ok ? changed.value : undefined, "the patch fits");
}

/** What a scenario means: what each program costs, by its name, at two prices. */
const meaning = (scenario: Scenario) =>
  ["1", "7/3"].flatMap((g) => {
    const answer = answerQuick(scenario, { kind: "score", g });
    if (answer?.kind !== "score") return [];
    return answer.rows.map(({ program, c, t, score }) => {
      const name = scenario.programs.find(({ id }) => id === program)?.name;
      return [name, c?.exact, t?.exact, score.exact].join(" ");
    });
  });

const pays = (change: Partial<Extract<Change, { kind: "pays" }>>): Change => ({
  kind: "pays",
  program: "sd",
  axis: "c",
  does: "add",
  of: "",
  fresh: noTerm,
  ...change,
});
const cost = (
  term: string,
  axis: "c" | "t",
  to: string,
  how: "more" | "less" | "other" = "other",
): Change => ({
  kind: "cost",
  term,
  axis,
  how,
  to,
});
const hybrid: Change = {
  kind: "program",
  name: "Hybrid deceptive",
  label: "deceptive",
  c: ["simplest_obj", "is_deployed_in_world", "mesaoptimize", "useful_knowledge"],
  t: ["is_deployed_in_world", FIND, "mesaoptimize_env"],
  fresh: noTerm,
};
const lazy: Change = {
  kind: "program",
  name: "Lazy honest",
  label: "honest",
  c: ["mesaoptimize", "useful_knowledge"],
  t: [FIND, "mesaoptimize_env"],
  fresh: { name: "do what is wanted", c: "3", t: "" },
};
const own = { c: "50", t: "" };

const WAYS: readonly (readonly [string, readonly Change[]])[] = [
  ["repair", [pays({ axis: "t", of: "t(get_proxy_for_base_obj)" })]],
  [
    "core-per-goal",
    [{ kind: "differs", term: "mesaoptimize", costs: { fh: own, fd: own, sd: { c: "20", t: "" } } }],
  ],
  ["both-cores", [pays({ fresh: { name: "second optimiser", c: "20", t: "" } })]],
  ["switch-cost", [pays({ fresh: { name: "change of pursuit", c: "4", t: "8" } })]],
  ["hybrid", [hybrid]],
  ["overlap-alone", [{ kind: "parameter", parameter: "phi", to: "9/10" }]],
  ["overlap-alone", [{ kind: "overlap", axis: "t", term: FIND, other: "mesaoptimize_env", share: "9/10" }]],
  ["lazy-alone", [lazy]],
  ["slow-getter", [cost("get_proxy_for_base_obj", "t", "90", "more")]],
  ["short-objective", [cost("get_base_obj", "c", "7", "less")]],
  [
    "too-long-to-store",
    [
      { kind: "no-program", program: "fh" },
      { kind: "no-program", program: "fd" },
    ],
  ],
  ["heuristics", [{ kind: "times", program: "", c: "2", t: "3/2" }]],
  ["capacity", [{ kind: "price", family: "custom", apply: "sum", with: "(g + 1/2)*x" }]],
  ["square-price", [{ kind: "price", family: "power", apply: "sum", with: "2" }]],
  ["linked-finding", [cost(FIND, "t", "3/4*c(get_base_obj)")]],
];

describe("buildPatch", () => {
  it.each(WAYS)("says in the domain's words what the named patch %s says", (name, changes) => {
    expect(meaning(applied(base, changes))).toEqual(meaning(variant(name)));
  });

  it("lets a split share one term among the programs that cost the same, under names of their own", () => {
    const split = applied(base, WAYS[1]?.[1] ?? []);
    expect(split.terms.map(({ label }) => label)).toEqual(
      expect.arrayContaining(["optimiser (Fast honest and Fast deceptive)", "optimiser (Simple deceptive)"]),
    );
    const only = applied(base, [
      { kind: "differs", term: "mesaoptimize", costs: { fh: { c: "30", t: "" }, sd: { c: "20", t: "" } } },
    ]);
    expect(only.terms).toHaveLength(base.terms.length + 1);
  });

  it("takes what overlaps only from the programs that pay for both", () => {
    const changed = applied(base, [
      { kind: "overlap", axis: "c", term: "simplest_obj", other: "combine", share: "1/2" },
    ]);
    expect(meaning(changed).slice(0, 3)).toEqual([
      "Fast honest 130 53 183",
      "Simple deceptive 97 129 226",
      "Fast deceptive 136 54 190",
    ]);
  });

  it("takes a summand out of one program and leaves the others", () => {
    const changed = applied(base, [
      pays({ program: "fd", axis: "c", does: "remove", of: "c(simplest_obj)" }),
    ]);
    expect(meaning(changed)[2]).toBe("Fast deceptive 134 54 188");
    const emptied = applied(base, [
      ...["t(get_proxy_for_base_obj)", "t(mesaoptimize_env)"].map((of) =>
        pays({ program: "fh", axis: "t", does: "remove", of }),
      ),
    ]);
    expect(meaning(emptied)[0]).toBe("Fast honest 130 0 130");
  });

  it("builds each change on those before it", () => {
    const changed = applied(base, [hybrid, pays({ program: "hybrid_deceptive", of: "c(combine)" })]);
    expect(meaning(changed)[3]).toBe("Hybrid deceptive 102 81 183");
  });

  it("drops and adds assumptions", () => {
    const changed = applied(base, [
      { kind: "assumption", assumption: "storing_is_dearer", to: "held" },
      { kind: "assume", statement: "c(combine) < c(get_base_obj)" },
    ]);
    expect(changed.assumptions.map(({ status }) => status)).toEqual(["held", "disputed", "held"]);
  });

  it.each<readonly [string, Change, string, RegExp]>([
    ["a value that is not read", cost("combine", "c", "6 +"), "to", /./],
    ["more that is less", cost("combine", "c", "5", "more"), "to", /it is 6 now: more/],
    ["the same as more", cost("combine", "c", "6", "more"), "to", /more than that/],
    ["a name that nothing has", cost("combine", "c", "6*foo"), "", /foo/],
    [
      "a share above 1",
      { kind: "overlap", axis: "t", term: FIND, other: "mesaoptimize_env", share: "2" },
      "share",
      /0 to 1/,
    ],
    [
      "an overlap that nobody pays for",
      { kind: "overlap", axis: "c", term: "combine", other: "is_deployed_in_world", share: "1/2" },
      "other",
      /no program/,
    ],
    ["what is not paid for", pays({ does: "remove", of: "c(get_base_obj)" }), "of", /does not pay/],
    ["a program in use", { kind: "assume", statement: "c(nobody) < 3" }, "", /nobody/],
  ])("says at its field what is wrong: %s", (_, change, field, message) => {
    const { patch, problems } = buildPatch(base, [change]);
    expect(patch).toEqual([]);
    expect(problems).toMatchObject([{ change: 0, field, isMissing: false }]);
    expect(problems[0]?.message).toMatch(message);
  });

  it.each<Change>([
    cost("combine", "c", " "),
    pays({}),
    { ...hybrid, name: "" },
    { ...hybrid, c: [], t: [] },
    { kind: "differs", term: "mesaoptimize", costs: {} },
    { kind: "times", program: "sd", c: "", t: "" },
  ])("tells what was not filled in yet from what is wrong: %#", (change) => {
    expect(buildPatch(base, [change]).problems).toMatchObject([{ isMissing: true }]);
  });

  it("shows every named patch as changes that mean the same", () => {
    for (const { after, name, patch } of libraryPatches("speed-simplicity")) {
      const start = after.reduce((here, one) => {
        const before = libraryPatches("speed-simplicity").find((other) => other.name === one);
        const changed = applyPatch(here, before?.patch ?? []);
        return changed.ok ? changed.value : here;
      }, base);
      const changed = applyPatch(start, patch);
      const expected = must(changed.ok ? changed.value : undefined, name);
      expect(writeScenario(applied(start, patch.map(changeOf)))).toEqual(writeScenario(expected));
    }
  });
});
