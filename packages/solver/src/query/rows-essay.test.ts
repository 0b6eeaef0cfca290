import { fromLibrary, must } from "@crux/core";
import { describe, expect, it } from "vitest";
import {
  answerTo,
  bands,
  breakEven,
  changed,
  crossovers,
  flips,
  judgedClaim,
  mapOf,
  on,
  sensitivity,
  standing,
  verdict,
} from "../../test/essay-cases.ts";

const OPEN = on("nothing-known");
const FIND = "t(find(get_proxy_for_base_obj(env)))";
const FETCH = "t(get_proxy_for_base_obj)";
const SLOWER = `t(combine) + ${FIND} + t(mesaoptimize_outer_world_env)`;
const CORE = "c(mesaoptimize) + c(useful_knowledge)";

describe("the argument: what competes", () => {
  it("[E3] tells by its label whether the winner deceives", () => {
    const { programs } = must(fromLibrary("speed-simplicity"), "the scenario");
    const deceives = (id: string): boolean | undefined =>
      programs.find((one) => one.id === id)?.deceptive ?? undefined;
    expect(mapOf(on()).segments.map(({ winners }) => winners.map(deceives))).toEqual([[false], [true]]);
  });

  it("[E5] has a range of g with an honest winner, if the honest program is the faster one", () => {
    expect([standing("E5"), standing("E5-slower")]).toEqual(["depends", "proved"]);
  });

  it("[E7] has one winner towards each end of g", () => {
    const { segments } = mapOf(on());
    expect([segments[0]?.winners, segments.at(-1)?.winners]).toEqual([["fh"], ["sd"]]);
  });

  it("[E8] flips between an objective and a simpler goal as their difference says", () => {
    const open = changed(["slightly-simpler"], [{ kind: "set-parameter", parameter: "epsilon", to: null }]);
    expect(crossovers(open, ["fh", "sd"])).toMatchObject({
      conditions: ["epsilon > 6"],
      solutions: [{ exact: "76/(epsilon - 6)" }],
    });
  });

  it("[E9] moves to the simpler goal just if what it saves is worth the time", () => {
    const saved = "g*(epsilon - c(combine))";
    const open = changed(
      ["nothing-known"],
      [
        { kind: "add-parameter", parameter: { id: "epsilon" } },
        { kind: "set-cost", term: "simplest_obj", axis: "c", to: "c(get_base_obj) - epsilon" },
      ],
    );
    expect(verdict(open, `score(sd) < score(fh) iff ${saved} > ${SLOWER} - ${FETCH}`)).toBe("proved");
  });

  it("[E10] stays with the objective at every g, if the goal is only slightly simpler", () => {
    expect(standing("E10")).toBe("proved");
    expect(bands(on("slightly-simpler"))).toBe("fh");
    expect(bands(on("slightly-simpler"), { at: { epsilon: "10" } })).toBe("fh 19 sd");
  });

  it("[E12] lets costs alone decide: equal ones tie", () => {
    expect(bands(on("proxy-twin"))).toBe("fh=px 19/8 sd");
  });

  it("[E14] has no g at which time alone counts: 0 is a limit", () => {
    expect(verdict(OPEN, "g > 0")).toBe("proved");
    expect(mapOf(on()).segments[0]?.from.exact).toBe("0");
  });

  it("[E17] raises the flip by knowledge that only deceptive programs need", () => {
    expect(flips(on("extra-knowledge"), ["fh", "sd"])).toEqual(["19/6"]);
    const open = changed(["extra-knowledge"], [{ kind: "set-parameter", parameter: "sigma", to: null }]);
    expect(flips(open, ["fh", "sd"])).toEqual(["76/(32 - sigma)"]);
  });

  it("[E19] gets stronger by heuristics only if they slow down as much as they add", () => {
    expect(bands(on("heuristics"))).toBe("fh 57/32 sd");
    const { programs } = must(fromLibrary("speed-simplicity"), "the scenario");
    const open = changed(
      [],
      [
        { kind: "add-parameter", parameter: { id: "lambda" } },
        { kind: "add-parameter", parameter: { id: "mu" } },
        ...programs.flatMap(({ id }) => [
          { kind: "set-program", id, axis: "c", to: `lambda*(${FORMULAS[id]?.c})` },
          { kind: "set-program", id, axis: "t", to: `mu*(${FORMULAS[id]?.t})` },
        ]),
      ],
    );
    expect(flips(open, ["fh", "sd"])).toEqual(["19*mu/(8*lambda)"]);
    expect(verdict(null, "mu/lambda*h >= h")).toBe("refuted");
    expect(verdict(null, "mu >= lambda iff mu/lambda*h >= h")).toBe("proved");
  });

  it("[E21] measures g in time by complexity", () => {
    expect(verdict(OPEN, "score(fh) = g*c(fh) + t(fh)")).toBe("proved");
  });
});

/** What each program pays for. */
const FORMULAS: Readonly<Record<string, { readonly c: string; readonly t: string }>> = {
  fh: { c: `c(get_base_obj) + ${CORE}`, t: `${FETCH} + t(mesaoptimize_env)` },
  sd: { c: `c(simplest_obj) + c(combine) + ${CORE}`, t: `${SLOWER} + t(mesaoptimize_env)` },
  fd: {
    c: `c(get_base_obj) + c(simplest_obj) + c(is_deployed_in_world) + ${CORE}`,
    t: `t(is_deployed_in_world) + ${FETCH} + t(mesaoptimize_env)`,
  },
};

describe("the argument: complexities and times", () => {
  it.each([
    ["[E22] fast honest stores objective, optimiser and knowledge", "fh", "c", "130"],
    ["[E23] simple deceptive stores goal, combining, optimiser and knowledge", "sd", "c", "98"],
    ["[E24] fast deceptive stores both goals, check, optimiser and knowledge", "fd", "c", "136"],
    ["[E29] fast honest takes time to fetch and to optimise", "fh", "t", "53"],
    ["[E30] simple deceptive takes time to combine, find, optimise and plan", "sd", "t", "129"],
    ["[E31] fast deceptive takes time to check, fetch and optimise", "fd", "t", "54"],
  ] as const)("%s", (_title, id, axis, total) => {
    expect(verdict(OPEN, `${axis}(${id}) = ${FORMULAS[id]?.[axis]}`)).toBe("proved");
    const answer = answerTo(on(), { kind: "score", at: { g: "1" } });
    const row = answer.kind === "score" ? answer.rows.find(({ program }) => program === id) : undefined;
    expect(row?.[axis]?.exact).toBe(total);
  });

  it("[E25] makes simple deceptive the simpler one just if the objective outweighs goal and combining", () => {
    expect(standing("E25")).toBe("proved");
    expect(breakEven(on("nothing-known"), "c(get_base_obj)", ["fh", "sd"])).toHaveLength(1);
  });

  it("[E26] makes fast honest simpler than fast deceptive in any case; else simple deceptive never wins", () => {
    expect(["E26", "E28", "E26-skipped"].map(standing)).toEqual(["proved", "proved", "proved"]);
    expect(bands(on("short-objective"))).toBe("fh");
  });

  it("[E27] hardly depends on the simple goal and not at all on the check", () => {
    const rows = sensitivity(on(), ["fh", "sd"]).rows;
    const elasticity = (of: string) => rows.find((one) => one.of === of)?.elasticity?.exact;
    expect([elasticity("c(simplest_obj)"), elasticity("c(is_deployed_in_world)")]).toEqual(["1/16", "0"]);
  });

  it("[E28] makes fast deceptive strictly more complex than fast honest", () => {
    expect(standing("E28")).toBe("proved");
  });

  it("[E32] ties finding to the objective's complexity, which then counts for less", () => {
    expect(flips(on("linked-finding"), ["fh", "sd"])).toEqual(["19/8"]);
    const of = "c(get_base_obj)";
    const row = (scenario: unknown) => sensitivity(scenario, ["fh", "sd"]).rows.find((one) => one.of === of);
    expect(row(on())?.elasticity?.exact).toBe("-5/4");
    expect(row(on("linked-finding"))?.elasticity?.exact).toBe("-65/76");
  });

  it("[E33] does not follow without doubt: fetching has to be quick, or to be paid by both", () => {
    expect([standing("E33"), standing("E33-assumed")]).toEqual(["depends", "proved"]);
    expect(judgedClaim("E33").repair).toContain(`${FETCH} <= ${FIND}`);
    expect(verdict(OPEN, `t(fh) < t(sd) iff ${FETCH} < ${SLOWER}`)).toBe("proved");
    expect(verdict(on("nothing-known", "repair"), "t(fh) < t(sd)")).toBe("proved");
    expect(bands(on("slow-getter"))).toBe("sd");
  });

  it("[E34] lowers the flip when what was worked out is kept between episodes", () => {
    expect(flips(on("amortised"), ["fh", "sd"])).toEqual(["17/64"]);
    const open = changed(["amortised"], [{ kind: "set-parameter", parameter: "n", to: null }]);
    expect(flips(open, ["fh", "sd"])).toEqual(["(n + 75)/(32*n)"]);
  });

  it("[E35] makes fast honest faster than fast deceptive by the check", () => {
    expect(standing("E35")).toBe("proved");
    expect(breakEven(on(), "t(is_deployed_in_world)", ["fh", "fd"])).toEqual([]);
  });

  it("[E36] can't turn every complexity into its time", () => {
    expect(standing("E36")).toBe("proved");
    expect(
      verdict(on(), "g*c(combine) = t(combine) and g*c(is_deployed_in_world) = t(is_deployed_in_world)"),
    ).toBe("refuted");
  });

  it("[E37] dominates fast deceptive, also where the price is no multiple of complexity", () => {
    expect(standing("E37")).toBe("proved");
    for (const exchange of [
      { family: "power", exponent: "2" },
      { family: "power", exponent: "1/2" },
      { family: "log" },
      { family: "exponential", base: "2" },
    ]) {
      const priced = changed([], [{ kind: "set-exchange", exchange: { ...exchange, apply: "sum" } }]);
      expect([exchange.family, mapOf(priced).never]).toEqual([
        exchange.family,
        [expect.objectContaining({ program: "fd" })],
      ]);
    }
  });

  it("[E38] never lets fast deceptive win", () => {
    expect(standing("E38")).toBe("proved");
    expect(mapOf(on()).never).toEqual([{ program: "fd", because: { kind: "dominated", by: ["fh"] } }]);
  });
});
