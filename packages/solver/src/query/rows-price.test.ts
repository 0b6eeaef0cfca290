import { describe, expect, it } from "vitest";
import {
  answerTo,
  bands,
  changed,
  flips,
  judgedClaim,
  mapOf,
  on,
  solved,
  standing,
  verdict,
} from "../../test/essay-cases.ts";

const FIND = "t(find(get_proxy_for_base_obj(env)))";
const FETCH = "t(get_proxy_for_base_obj)";
const SLOWER = `t(combine) + ${FIND} + t(mesaoptimize_outer_world_env)`;
const REPAIRED = on("nothing-known", "repair");
const CAPPED = { library: "rollout-cap" };

describe("the argument: who wins at which price", () => {
  it("[E40] leaves it to the price only if one program is simpler and the other faster", () => {
    expect(standing("E40")).toBe("depends");
    expect(verdict(on(), "c(sd) < c(fh) and t(fh) < t(sd)")).toBe("proved");
  });

  it("[E41] has the printed condition the wrong way round, and the turned one not necessary either", () => {
    expect(["E41", "E41-flipped", "E41-quick"].map(standing)).toEqual(["depends", "depends", "depends"]);
    const known = [
      ...[
        ["get_base_obj", "2"],
        ["simplest_obj", "1"],
        ["combine", "1/2"],
      ].map(([term, to]) => ({
        kind: "set-cost",
        term,
        axis: "c",
        to,
      })),
      ...[
        ["get_proxy_for_base_obj", "1"],
        ["combine", "1/4"],
        ["find(get_proxy_for_base_obj(env))", "1"],
        ["mesaoptimize_outer_world_env", "1/8"],
      ].map(([term, to]) => ({ kind: "set-cost", term, axis: "t", to })),
      ...["mesaoptimize", "useful_knowledge"].map((term) => ({ kind: "set-cost", term, axis: "c", to: "1" })),
      { kind: "set-cost", term: "mesaoptimize_env", axis: "t", to: "1" },
    ];
    const answer = answerTo(changed([], known), { kind: "score", at: { g: "1" } });
    expect(answer.kind === "score" ? answer.rows.map(({ score }) => score.exact).slice(0, 2) : []).toEqual([
      "6",
      "47/8",
    ]);
  });

  it("[E41] holds once the time of fetching is counted, or small, or paid by both", () => {
    expect(["E41-corrected", "E41-assumed", "E41-weakest"].map(standing)).toEqual([
      "proved",
      "proved",
      "proved",
    ]);
    expect(verdict(REPAIRED, `score(sd) < score(fh) implies g*c(get_base_obj) > ${FIND}`)).toBe("proved");
    expect(bands(on("repair"))).toBe("fh 79/32 sd");
  });

  it("[E42] drops one part that does not favour the honest program", () => {
    expect([standing("E42"), standing("E42-fetched")]).toEqual(["depends", "proved"]);
  });

  it("[E43] has a sufficient condition only with the time of fetching, or after the repair", () => {
    expect([standing("E43"), standing("E43-fetched")]).toEqual(["depends", "proved"]);
    expect(verdict(REPAIRED, `g*c(get_base_obj) <= ${FIND} implies wins(fh)`)).toBe("proved");
  });

  it("[E44] forces the honest program below a threshold in the named costs, in one of seven regimes", () => {
    expect(bands(on())).toBe("fh 19/8 sd");
    expect(mapOf(on()).thresholds[0]?.formula).toBe(
      `(${SLOWER} - ${FETCH})/(c(get_base_obj) - c(simplest_obj) - c(combine))`,
    );
    const answer = answerTo(on("nothing-known"), { kind: "winners" });
    const winners =
      answer.kind === "cases"
        ? answer.cases.map(({ segments }) => segments.map((one) => one.winners.join("=")).join(" "))
        : [];
    expect(winners.toSorted()).toEqual(["fh", "fh", "fh sd", "fh=sd", "sd", "sd", "sd fh"]);
  });

  it("[E45] gives each fact the price below which it is stored", () => {
    const facts = { library: "store-or-derive" };
    expect(flips(facts, ["store_all", "derive_objective"])).toEqual(["3/4"]);
    expect(flips(facts, ["derive_objective", "store_factor"])).toEqual(["3"]);
    expect(flips(facts, ["store_factor", "derive_all"])).toEqual(["5000"]);
    expect(solved("g*c = t", "g")).toEqual(["t/c"]);
  });

  it("[E46] stores the objective at prices below 3/4, which is where storing is the cheaper way", () => {
    expect(verdict(null, "g*c < t iff g < t/c")).toBe("proved");
    expect(verdict(on(), `g < 3/4 iff g*c(get_base_obj) < ${FIND}`)).toBe("proved");
  });

  it("[E47] makes a price that favours speed enough possible just if the honest program is faster", () => {
    expect(standing("E47")).toBe("proved");
    expect(
      verdict(on("nothing-known"), "exists g: wins(fh)", [`${FETCH} > ${SLOWER}`, "c(sd) < c(fh)"]),
    ).toBe("refuted");
  });

  it("[E63] makes shared parts matter where the price is not additive", () => {
    expect(bands(on("square-price"))).toBe("fh 1/96 sd");
    const root = mapOf(on("root-price"));
    expect(root.thresholds.map(({ at }) => at.decimal?.slice(0, 5))).toEqual(["50.59"]);
    const cancels = "score(sd) - score(fh) = t(sd) - t(fh) + g*(c(sd) - c(fh))";
    expect(verdict(on("nothing-known"), cancels)).toBe("proved");
    const squared = changed(
      ["nothing-known"],
      [{ kind: "set-exchange", exchange: { family: "power", exponent: "2", apply: "sum" } }],
    );
    expect(verdict(squared, cancels)).toBe("refuted");
  });

  it("[E63] lets the simple deceptive program win under the textbook prior just if it saves the logarithm", () => {
    const levin = changed(
      ["nothing-known"],
      [{ kind: "set-exchange", exchange: { family: "levin", apply: "sum" } }],
    );
    const saves = "c(fh) - c(sd) > log2(t(sd)) - log2(t(fh))";
    expect(verdict(levin, `score(sd) < score(fh) iff ${saves}`, ["g = 1"])).toBe("proved");
    expect(verdict({ library: "levin" }, "g >= 1 implies wins(sd)")).toBe("proved");
  });
});

describe("the argument: rollouts", () => {
  it("[E50] lets the simplest win of those that fit into the rollouts", () => {
    expect([5, 6, 12, 13].map((k) => bands(CAPPED, { at: { k: String(k) } }))).toEqual([
      "none",
      "fh",
      "fh",
      "fh 19/8 sd",
    ]);
  });

  it("[E52] loses T/(k(k + 1)) episodes by one more rollout", () => {
    expect(verdict(null, "T/k - T/(k + 1) = T/(k*(k + 1))")).toBe("proved");
    expect(verdict(null, "(T/k - T/(k + 1))/(T/k) = 1/(k + 1)")).toBe("proved");
    expect(solved("lost = 10^6/6 - 10^6/7", "lost")).toEqual(["500000/21"]);
  });

  it("[E54] wins 2/3 with twice the compute, and the same in log-odds at each doubling", () => {
    expect(["1", "2", "4", "8"].map((r) => solved(`p = ${r}/(1 + ${r})`, "p"))).toEqual([
      ["1/2"],
      ["2/3"],
      ["4/5"],
      ["8/9"],
    ]);
    const odds = (r: string): string => `log((${r}/(1 + ${r}))/(1/(1 + ${r})))`;
    expect(verdict(null, `${odds("(2*r)")} - ${odds("r")} = log(2)`)).toBe("proved");
  });

  it("[E55] gains less by each doubling in rate, once as strong as the other", () => {
    const gain = (r: string): string => `2*${r}/(1 + 2*${r}) - ${r}/(1 + ${r})`;
    expect(["1", "2", "4"].map((r) => solved(`p = ${gain(r)}`, "p"))).toEqual([["1/6"], ["2/15"], ["4/45"]]);
    expect(verdict(null, `r >= 1 implies ${gain("(2*r)")} < ${gain("r")}`)).toBe("proved");
    expect(verdict(null, `${gain("(2*r)")} < ${gain("r")}`)).toBe("refuted");
  });

  it("[E57] lets nothing win with too few rollouts", () => {
    expect(mapOf(CAPPED, { at: { k: "5" } }).never.map(({ because }) => because.kind)).toEqual([
      "not-eligible",
      "not-eligible",
      "not-eligible",
    ]);
  });

  it("[E58] wins most with the fewest rollouts that do", () => {
    expect(verdict(null, "(k/K)/(1 + k/K)*(T/k) = T/(k + K)")).toBe("proved");
    expect(verdict(null, "k < m implies T/(k + K) > T/(m + K)")).toBe("proved");
  });

  it("[E59] takes 6 rollouts of 10 steps, the fewest in which the honest program fits", () => {
    expect(bands(CAPPED, { over: "k", at: { g: "4" } })).toBe("none 53/10 fh 129/10 sd");
  });

  it("[E60] shuts the simple deceptive program out from 6 to 12 rollouts", () => {
    for (const k of ["6", "9", "12"])
      expect(mapOf(CAPPED, { at: { k } }).never).toEqual([
        { program: "sd", because: { kind: "not-eligible" } },
        { program: "fd", because: { kind: "dominated", by: ["fh"] } },
      ]);
  });
});

describe("the argument's counterexamples", () => {
  it.each(["E33", "E40", "E41", "E41-flipped", "E41-quick", "E42", "E43"])("refute %s once loaded", (id) => {
    const { g = "1", ...costs } = judgedClaim(id).counterexample ?? {};
    const edits = Object.entries(costs).map(([name, to]) => ({
      kind: "set-cost",
      axis: name[0],
      term: name.slice(2, -1),
      to,
    }));
    expect(edits.length).toBeGreaterThan(0);
    expect(judgedClaim(id, edits, [`g = ${g}`])).toMatchObject({ verdict: "refuted", example: null });
  });
});
