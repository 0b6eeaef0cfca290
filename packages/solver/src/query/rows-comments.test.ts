import { libraryPatches, libraryScenario, must, printExpr, writePatch } from "@crux/core";
import { describe, expect, it } from "vitest";
import {
  bands,
  breakEven,
  changed,
  crossovers,
  effectOf,
  flips,
  judged,
  on,
  sensitivity,
  solved,
  standing,
  verdict,
} from "../../test/essay-cases.ts";

const FIND = "t(find(get_proxy_for_base_obj(env)))";
const FETCH = "t(get_proxy_for_base_obj)";
const SLOWER = `t(combine) + ${FIND} + t(mesaoptimize_outer_world_env)`;
const SIMPLER = "c(get_base_obj) - c(simplest_obj) - c(combine)";
const patch = (name: string): readonly unknown[] =>
  writePatch(
    must(
      libraryPatches("speed-simplicity").find((one) => one.name === name),
      name,
    ).patch,
  );
const free = (term: string, axis: "c" | "t") => ({ kind: "set-cost", term, axis, to: null });

describe("comments: the common optimiser", () => {
  it("[C1] has two readings: one lowers the flip, the other raises it until it is gone", () => {
    expect(flips(on("core-per-goal"), ["fh", "sd"])).toEqual(["38/31"]);
    expect(flips(on("both-cores"), ["fh", "sd"])).toEqual(["19/3"]);
    const dear = { kind: "set-cost", term: "mesaoptimize_simple", axis: "c", to: "32" };
    expect(bands(changed(["both-cores"], [dear]))).toBe("fh");
  });

  it("[C1] moves the flip as the two optimisers' costs say, whatever they are", () => {
    const own = changed(
      ["nothing-known"],
      [{ kind: "split-term", term: "mesaoptimize", into: { fh: "core_base", sd: "core_simple" } }],
    );
    expect(
      verdict(
        own,
        `g*(${SIMPLER} + c(core_base) - c(core_simple)) = ${SLOWER} - ${FETCH} iff score(fh) = score(sd)`,
      ),
    ).toBe("proved");
    expect(verdict(null, "b > s implies A/(B + b - s) < A/B")).toBe("proved");
    expect(verdict(null, "s < B implies A/(B - s) > A/B")).toBe("proved");
  });

  it("[C3] leaves the flip open: it depends on how much simpler one optimiser is", () => {
    const open = changed(["own-optimiser"], [{ kind: "set-parameter", parameter: "delta", to: null }]);
    expect(flips(open, ["fh", "sd"])).toEqual(["76/(delta + 32)"]);
    expect(breakEven(on("own-optimiser"), "delta", ["fh", "sd"], { g: "2" })).toEqual(["6"]);
    expect(breakEven(on("own-optimiser"), "delta", ["fh", "sd"], { g: "4" })).toEqual(["-13"]);
    const pole = { kind: "set-parameter", parameter: "delta", to: "-32" };
    expect(bands(changed(["own-optimiser"], [pole]))).toBe("fh");
  });

  it("[C3] finds a part that contains itself possible only if nothing is added", () => {
    expect(solved("m = added + m", "added", ["added >= 0"])).toEqual(["0"]);
  });

  it("[C4] makes the argument stronger in one reading of C1 and weaker in the other", () => {
    expect([effectOf(on(), patch("both-cores")), effectOf(on(), patch("core-per-goal"))]).toEqual([
      "moves",
      "moves",
    ]);
    expect(bands(on("both-cores"), { at: {} })).toBe("fh 19/3 sd");
    expect(verdict(null, "19/3 > 19/8 and 38/31 < 19/8")).toBe("proved");
  });

  it("[C5] raises the flip by what changing over costs", () => {
    expect(flips(on("switch-cost"), ["fh", "sd"])).toEqual(["3"]);
    const open = changed(["switch-cost"], [free("switch", "c"), free("switch", "t")]);
    expect(flips(open, ["fh", "sd"])).toEqual(["(t(switch) + 76)/(32 - c(switch))"]);
    expect(verdict(null, "k < B implies (A + s)/(B - k) > A/B")).toBe("proved");
  });
});

describe("comments: what a prior on speed does", () => {
  it("[C9] ties with the program that fools the cameras at every g", () => {
    expect(bands(on("proxy-twin"))).toBe("fh=px 19/8 sd");
    expect(crossovers(on("proxy-twin"), ["fh", "px"]).holds).toBe("everywhere");
    expect(effectOf(on(), patch("proxy-twin"))).toBe("ties");
    expect(standing("C9")).toBe("proved");
  });

  it("[C10] refutes that some g tells the two apart, and finds no values where one does", () => {
    expect(standing("C10")).toBe("refuted");
  });

  it("[C13] lowers the flip with capability, to 0 where finding gets quick enough", () => {
    expect(flips(on("capability"), ["fh", "sd"])).toEqual(["7/4"]);
    const row = sensitivity(on("capability"), ["fh", "sd"]).rows.find(({ of }) => of === "stage");
    expect(row?.derivative.exact).toBe("-5/48");
    const quick = `${FIND} = ${FETCH} - t(combine) - t(mesaoptimize_outer_world_env)`;
    expect(verdict(on("nothing-known"), `${quick} and ${SIMPLER} > 0 implies score(sd) < score(fh)`)).toBe(
      "proved",
    );
  });

  it("[C16] lets speed into the fast deceptive program only through its check", () => {
    expect(standing("C16")).toBe("proved");
    expect(crossovers(on("nothing-known"), ["fh", "fd"])).toMatchObject({ holds: "nowhere", solutions: [] });
    expect(verdict(on("nothing-known"), "score(fd) > score(fh)")).toBe("proved");
    const atOnce = "c(fd) > c(fh) and t(fd) > t(fh)";
    expect(verdict(on("nothing-known"), atOnce)).toBe("proved");
  });

  it("[C17] lowers the flip by the price of displaced knowledge", () => {
    expect(flips(on("capacity"), ["fh", "sd"])).toEqual(["15/8"]);
    const open = changed(
      [],
      [
        { kind: "add-parameter", parameter: { id: "lambda" } },
        { kind: "add-parameter", parameter: { id: "rho" } },
        { kind: "set-exchange", exchange: { family: "custom", apply: "sum", rate: "(g + lambda*rho)*x" } },
      ],
    );
    expect(flips(open, ["fh", "sd"])).toEqual(["(19 - 8*lambda*rho)/8"]);
  });

  it("[C18] leaves the rest to compete when the objective does not fit", () => {
    expect(bands(on("too-long-to-store"))).toBe("sd");
    expect(bands(on("hybrid", "too-long-to-store"))).toBe("hy");
    expect(bands(on("lazy-alone", "too-long-to-store"))).toBe("lz");
  });
});

describe("comments: hybrid, overlap, lazy honest", () => {
  it("[C19] flips to the hybrid at 14/17, and never to the simple deceptive program", () => {
    expect(bands(on("hybrid"))).toBe("fh 14/17 hy");
    expect(breakEven(on("hybrid"), FIND, ["fh", "hy"])).toEqual(["2*(17*g + 1)"]);
    const open = crossovers(on("all-open"), ["fh", "hy"]);
    expect(open.solutions.map(({ exact }) => exact)).toEqual([
      `(${FETCH} - t(is_deployed_in_world) - ${FIND})/(c(simplest_obj) + c(is_deployed_in_world) - c(get_base_obj))`,
    ]);
    expect(standing("C19")).toBe("proved");
  });

  it("[C20] lowers the flip with the overlap, and to nothing for the hybrid", () => {
    expect([bands(on("overlap-alone")), bands(on("overlap"))]).toEqual(["fh 49/32 sd", "fh 1/34 hy"]);
    const row = sensitivity(on(), ["fh", "sd"]).rows.find(({ of }) => of === "phi");
    expect(row?.derivative.exact).toBe("-15/16");
    expect(bands(on(), { at: { phi: "1" } })).toBe("fh 23/16 sd");
    expect(bands(on("hybrid"), { at: { phi: "1" } })).toBe("hy");
    expect(standing("C20")).toBe("proved");
  });

  it("[C21] weighs time for means by itself", () => {
    expect(flips(on("instrumental-weight"), ["fh", "sd"])).toEqual(["73/64"]);
    const open = changed(["instrumental-weight"], [{ kind: "set-parameter", parameter: "w", to: null }]);
    expect(flips(open, ["fh", "sd"])).toEqual(["(79*w - 3)/32"]);
  });

  it("[C23] has check and finding in no program of three, but in the hybrid", () => {
    const both = (...patches: string[]): string[] => {
      const scenario = libraryScenario("speed-simplicity", patches);
      if (!scenario.ok) throw new Error(JSON.stringify(scenario.error));
      return scenario.value.programs.flatMap(({ id, cost }) => {
        const time = cost.kind === "sum" ? printExpr(cost.t) : "";
        return time.includes(FIND) && time.includes("t(is_deployed_in_world)") ? [id] : [];
      });
    };
    expect([both(), both("hybrid")]).toEqual([[], ["hy"]]);
  });

  it("[C24] counts finding twice when it is a definition and a summand", () => {
    const defined = on("finding-defined");
    expect(verdict(defined, `${FIND} = t(mesaoptimize_env_sd) - t(mesaoptimize_env)`)).toBe("proved");
    expect(flips(defined, ["fh", "sd"])).toEqual(["53/16"]);
    const once = "t(combine) + t(mesaoptimize_env_sd) + t(mesaoptimize_outer_world_env)";
    expect(
      flips(changed(["finding-defined"], [{ kind: "set-program", id: "sd", axis: "t", to: once }]), [
        "fh",
        "sd",
      ]),
    ).toEqual(["19/8"]);
  });

  it("[C25] flips to the lazy honest program at 27/37, or everywhere if finding is quick", () => {
    expect(bands(on("lazy-alone"))).toBe("fh 27/37 lz");
    expect(flips(on("all-open"), ["fh", "lz"])).toEqual([
      `(${FIND} - ${FETCH})/(c(get_base_obj) - c(do_what_env_wants))`,
    ]);
    expect(standing("C25")).toBe("proved");
  });

  it("[C26] lets no deceptive program win while wanting is cheap, and not without that", () => {
    expect(bands(on("lazy-honest"))).toBe("lz");
    expect([standing("C26"), standing("C26-bound")]).toEqual(["depends", "proved"]);
  });

  it("[C27] dominates who pays for more, which simple deceptive against fast honest does not", () => {
    expect(["C27", "C27-simple", "C27-lazy"].map(standing)).toEqual(["proved", "depends", "proved"]);
    expect(verdict(on(), "dominates(fh, sd)")).toBe("refuted");
  });

  it("[C29] takes the honest band away as finding comes free", () => {
    expect(["0", "1/2", "9/10", "1"].map((phi) => bands(on("hybrid"), { at: { phi } }))).toEqual([
      "fh 14/17 hy",
      "fh 13/34 hy",
      "fh 1/34 hy",
      "hy",
    ]);
  });

  it("[C30] brings deception back above 1/6, if wanting costs more than goal and check", () => {
    expect(bands(on("knowing-is-not-wanting"))).toBe("lz 1/6 hy");
    expect(bands(on("dear-lazy-alone"))).toBe("fh 27/28 lz 49/4 sd");
    const limit = "c(do_what_env_wants) > c(simplest_obj) + c(is_deployed_in_world)";
    expect(crossovers(on("all-open"), ["lz", "hy"])).toMatchObject({
      conditions: [limit],
      solutions: [
        {
          exact: "t(is_deployed_in_world)/(c(do_what_env_wants) - c(simplest_obj) - c(is_deployed_in_world))",
        },
      ],
    });
    expect(standing("C30")).toBe("proved");
  });

  it("[C31] turns on whether wanting costs more than 6, and at g = 1 on 7", () => {
    const last = on("knowing-is-not-wanting");
    expect(standing("C31")).toBe("depends");
    expect(breakEven(last, "c(do_what_env_wants)", ["lz", "hy"], { g: "1" })).toEqual(["7"]);
    expect(breakEven(last, "c(do_what_env_wants)", ["lz", "hy"])).toEqual(["(6*g + 1)/g"]);
    const at = (to: string) =>
      changed(["knowing-is-not-wanting"], [{ kind: "set-cost", term: "do_what_env_wants", axis: "c", to }]);
    expect([bands(at("6")), bands(at("601/100"))]).toEqual(["lz", "lz 100 hy"]);
  });

  it("[C32] leaves open whether the hybrid needs the longer description", () => {
    const open = on("all-open");
    expect(
      verdict(open, "c(hy) - c(lz) = c(simplest_obj) + c(is_deployed_in_world) - c(do_what_env_wants)"),
    ).toBe("proved");
    expect(verdict(open, "c(hy) - c(sd) = c(is_deployed_in_world) - c(combine)")).toBe("proved");
    expect([standing("C32"), standing("C32-simple")]).toEqual(["depends", "depends"]);
    expect(judged(open, "c(hy) > c(sd)").repair).toContain("c(combine) < c(is_deployed_in_world)");
  });
});
