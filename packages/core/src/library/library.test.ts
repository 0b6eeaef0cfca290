import { describe, expect, it } from "vitest";
import { must } from "../base/assert.ts";
import { parseRational } from "../exact/rational.ts";
import { contestOf } from "../scenario/contest-of.ts";
import type { Scenario } from "../scenario/scenario.ts";
import { winnersAt } from "../scenario/winners-at.ts";
import { fromLibrary, libraryNames } from "./library.ts";
import { libraryOverlays, libraryPatches, libraryVariant } from "./library-patches.ts";

const winners = (scenario: Scenario | undefined, g: string): string => {
  const at = new Map([["g", must(parseRational(g), "a number")]]);
  const found = winnersAt(contestOf(must(scenario, "a built-in scenario")), at);
  return found.kind === "winners" ? found.winners.join("=") : found.reason;
};
const essay = (patch: string | null, g: string): string =>
  winners(patch === null ? fromLibrary("speed-simplicity") : libraryVariant("speed-simplicity", patch), g);

describe("library", () => {
  it("has scenarios that all can be read", () => {
    for (const name of libraryNames()) expect(fromLibrary(name)?.title.length).toBeGreaterThan(3);
    expect(fromLibrary("constructor")).toBeUndefined();
  });

  it.each([
    [null, "19/8", "fh=sd"],
    ["hybrid", "14/17", "fh=hy"],
    ["overlap", "1/34", "fh=hy"],
    ["lazy-honest", "1/1000000", "lz"],
    ["lazy-honest", "1000000", "lz"],
    ["knowing-is-not-wanting", "1/6", "hy=lz"],
    ["repair", "79/32", "fh=sd"],
    ["core-per-goal", "38/31", "fh=sd"],
    ["both-cores", "19/3", "fh=sd"],
    ["proxy-twin", "1", "fh=px"],
    ["proxy-twin", "19/8", "fh=sd=px"],
    ["capacity", "15/8", "fh=sd"],
    ["heuristics", "57/32", "fh=sd"],
    ["slow-getter", "1/1000", "sd"],
    ["short-objective", "1000", "fh"],
    ["square-price", "1/96", "fh=sd"],
    ["root-price", "50", "fh"],
    ["root-price", "51", "sd"],
    ["lazy-alone", "27/37", "fh=lz"],
    ["overlap-alone", "49/32", "fh=sd"],
    ["own-optimiser", "19/8", "fh=sd"],
    ["switch-cost", "3", "fh=sd"],
    ["capability", "7/4", "fh=sd"],
    ["too-long-to-store", "1/1000", "sd"],
    ["instrumental-weight", "73/64", "fh=sd"],
    ["finding-defined", "53/16", "fh=sd"],
    ["dear-lazy-alone", "27/28", "fh=lz"],
    ["dear-lazy-alone", "49/4", "sd=lz"],
    ["slightly-simpler", "1000000", "fh"],
    ["extra-knowledge", "19/6", "fh=sd"],
    ["linked-finding", "19/8", "fh=sd"],
    ["amortised", "17/64", "fh=sd"],
  ])("with the patch %s has at g = %s the winners %s", (patch, g, expected) => {
    expect(essay(patch, g)).toBe(expected);
  });

  it("has the crux pair: A has the honest winner, B the deceptive one", () => {
    expect(libraryOverlays("speed-simplicity").map(({ owner, patch }) => [owner, patch.length])).toEqual([
      ["A", 0],
      ["B", 4],
    ]);
  });

  it("has the textbook prior, the cap and the trades of other fields", () => {
    expect(winners(fromLibrary("levin"), "1")).toBe("sd");
    expect(winners(fromLibrary("rollout-cap"), "100")).toBe("fh");
    expect(
      ["1/2", "3/4", "3", "5000", "6000"].map((g) => winners(fromLibrary("store-or-derive"), g)),
    ).toEqual([
      "store_all",
      "store_all=derive_objective",
      "derive_objective=store_factor",
      "store_factor=derive_all",
      "derive_all",
    ]);
    expect(["1", "4", "1873/400", "5"].map((g) => winners(fromLibrary("index-or-scan"), g))).toEqual([
      "index_scan",
      "index_scan",
      "index_scan",
      "seq_scan",
    ]);
    expect(["1/1000", "1/400", "1/100"].map((g) => winners(fromLibrary("memoise-or-recompute"), g))).toEqual([
      "memoise",
      "pack",
      "recompute",
    ]);
    expect(["1/10000", "1/800", "1/10"].map((g) => winners(fromLibrary("codecs"), g))).toEqual([
      "stored",
      "stored",
      "zstd_1",
    ]);
  });

  it("gives each change of the library a name of its own", () => {
    const names = libraryPatches("speed-simplicity").map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    for (const name of names) expect(libraryVariant("speed-simplicity", name)).toBeDefined();
  });

  it("builds patches only on patches that come before them", () => {
    const seen = new Set<string>();
    for (const { name, after } of libraryPatches("speed-simplicity")) {
      expect(after.every((one) => seen.has(one))).toBe(true);
      seen.add(name);
    }
  });
});
