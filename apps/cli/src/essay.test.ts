import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { essayClaims, libraryOverlays, printClaim, printComparison, writeOverlay } from "@crux/core";
import { describe, expect, it } from "vitest";
import { main } from "./main.ts";

/*
 * The argument's figures, as the command line gives them: what the algebra of the argument says, what each objection
 * does to the flip, the worked example, and the tour.
 */

const ESSAY = "library:speed-simplicity";

async function crux(...words: string[]) {
  const lines: string[] = [];
  const status = await main(words, {
    out: (text) => lines.push(text),
    err: (text) => lines.push(text),
    bytes: null,
    width: 80,
    colour: false,
  });
  return { status, out: lines.join("\n") };
}

/** The flips of a scenario, one a line: `19/8 fh -> sd`; who wins everywhere where there is none. */
const flips = async (file: string, ...words: string[]): Promise<string> =>
  (await crux("thresholds", file, ...words)).out.replaceAll("\t", " ");

const folder = mkdtempSync(join(tmpdir(), "crux-essay-"));
function fileWith(name: string, json: unknown): string {
  const file = join(folder, name);
  writeFileSync(file, JSON.stringify(json));
  return file;
}

describe("the worked example", () => {
  it.each([
    ["base", "", "19/8 fh -> sd"],
    ["E30 repair", "+repair", "79/32 fh -> sd"],
    ["C1 (a)", "+core-per-goal", "38/31 fh -> sd"],
    ["C1 (b)", "+both-cores", "19/3 fh -> sd"],
    ["C20 overlap", "+overlap-alone", "49/32 fh -> sd"],
    ["C19 hybrid", "+hybrid", "14/17 fh -> hy"],
    ["C19 with C20", "+hybrid+overlap", "1/34 fh -> hy"],
    ["C25 lazy", "+lazy-alone", "27/37 fh -> lz"],
    ["C25 on top of both", "+hybrid+overlap+lazy-honest", "No flip: Lazy honest wins at every g."],
    ["C30", "+hybrid+overlap+lazy-honest+knowing-is-not-wanting", "1/6 lz -> hy"],
    ["C30 alone", "+dear-lazy-alone", "27/28 fh -> lz\n49/4 lz -> sd"],
    ["C9 twin", "+proxy-twin", "19/8 fh=px -> sd"],
    ["C17 capacity", "+capacity", "15/8 fh -> sd"],
    ["E19 heuristics", "+heuristics", "57/32 fh -> sd"],
    ["slow getter", "+slow-getter", "No flip: Simple deceptive wins at every g."],
    ["short objective", "+short-objective", "No flip: Fast honest wins at every g."],
    ["E63 square", "+square-price", "1/96 fh -> sd"],
  ])("%s", async (_, patches, expected) => {
    expect((await flips(`${ESSAY}${patches}`)).split(" Fast deceptive")[0]).toContain(expected);
  });

  it("E63: the square root flips near 50.59, and the textbook speed prior has sd win", async () => {
    expect(await flips(`${ESSAY}+root-price`)).toMatch(/50\.59|sqrt/);
    const levin = ["score", "library:levin", "--at", "g=1"];
    const { rows, winners } = JSON.parse((await crux(...levin, "--json")).out);
    expect(winners).toEqual(["sd"]);
    const score = (id: string) => rows.find((row: { program: string }) => row.program === id).score.decimal;
    expect([score("sd").slice(0, 6), score("fh").slice(0, 6)]).toEqual(["105.01", "135.72"]);
    expect((await crux(...levin)).out).toContain("Simple deceptive leads by ≈ 30.72.");
  });

  it("has the elasticities of the flip, exactly, and 0 for what cancels", async () => {
    const { out } = await crux("sensitivity", ESSAY, "fh", "sd", "--json");
    const rows = JSON.parse(out).rows as readonly { of: string; elasticity: { exact: string } | null }[];
    const of = (name: string) => rows.find((row) => row.of === name)?.elasticity?.exact ?? "0";
    expect(of("c(get_base_obj)")).toBe("-5/4");
    expect(of("t(mesaoptimize_outer_world_env)")).toBe("45/76");
    expect(of("c(combine)")).toBe("3/16");
    expect(of("t(get_proxy_for_base_obj)")).toBe("-3/76");
    for (const name of [
      "c(mesaoptimize)",
      "c(useful_knowledge)",
      "t(mesaoptimize_env)",
      "c(is_deployed_in_world)",
    ])
      expect(of(name)).toBe("0");
  });

  it("has the pair that shares no point: any two turn the one, any three the other", async () => {
    const [a, b] = libraryOverlays("speed-simplicity").map((one, at) =>
      fileWith(`${at}.json`, writeOverlay(one)),
    );
    const { out } = await crux("cruxes", ESSAY, a ?? "", b ?? "", "--json");
    const answer = JSON.parse(out);
    expect([answer.flipA.length, answer.flipB.length, answer.both.length]).toEqual([6, 4, 0]);
    expect(answer.flipA.every((set: readonly string[]) => set.length === 2)).toBe(true);
    expect(answer.flipB.every((set: readonly string[]) => set.length === 3)).toBe(true);
    const words = await crux("cruxes", ESSAY, a ?? "", b ?? "");
    expect(words.out).toContain("No double crux");
    const shares = ["31%", "−6% (masks)", "24%", "20%", "31%"];
    expect(words.out.match(/−?\d+%( \(masks\))?$/gm)).toEqual(shares);
    // The library brings the pair with it.
    expect(await crux("cruxes", ESSAY)).toEqual(words);
    expect((await crux("cruxes", "library:levin")).status).toBe(2);
  });
});

describe("the algebra", () => {
  const claims = new Map(essayClaims().map((one) => [one.id, one]));
  it.each([
    ["E25", "proved"],
    ["E28", "proved"],
    ["E33", "refuted"],
    ["E35", "proved"],
    ["E37", "proved"],
    ["E41", "refuted"],
    ["E41-corrected", "proved"],
    ["E41-flipped", "refuted"],
    ["E42", "refuted"],
    ["E43", "refuted"],
    ["E43-fetched", "proved"],
    ["C26-bound", "proved"],
    ["C10", "refuted"],
  ])("%s is %s", async (id, verdict) => {
    const one = claims.get(id);
    const open = `${ESSAY}${(one?.patches ?? []).map((name) => `+${name}`).join("")}`;
    const assume = (one?.assume ?? []).flatMap((text) => [
      "--assume",
      typeof text === "string" ? text : printComparison(text),
    ]);
    const claim = one === undefined ? "" : printClaim(one.claim);
    const { status, out } = await crux("judge", open, claim, ...assume, "--json");
    expect(JSON.parse(out).verdict).toBe(verdict);
    expect(status).toBe(verdict === "proved" ? 0 : 1);
    expect((await crux("check", fileWith(`${id}.json`, JSON.parse(out)))).status).toBe(0);
  });

  it("gives the flip in symbols where nothing is known, and its seven regimes", async () => {
    const { out } = await crux("winners", `${ESSAY}+nothing-known`, "--json");
    const { cases } = JSON.parse(out) as { cases: readonly unknown[] };
    expect(cases).toHaveLength(7);
  });
});

describe("the tour", () => {
  it("says what each move does, one on top of the other", async () => {
    const said = async (file: string, move: string) => (await crux("compare", `${ESSAY}${file}`, move)).out;
    expect(await said("", "+hybrid")).toContain("Moves the flip at 19/8 to 14/17.");
    expect(await said("+hybrid", "+overlap")).toContain("Moves the flip at 14/17 to 1/34.");
    expect(await said("+hybrid+overlap", "+lazy-honest")).toContain("Removes the flip at 1/34.");
    const last = await said("+hybrid+overlap+lazy-honest", "+knowing-is-not-wanting");
    expect(last).toContain("Creates a flip at 1/6.");
    expect((await crux("compare", ESSAY, "+no-such")).status).toBe(2);
  });

  it("finds which objections of the example debate turn the winner", async () => {
    const { out, status } = await crux("flip-sets", ESSAY, "--at", "g=2");
    expect(status).toBe(0);
    expect(out).toContain("hybrid: Hybrid deceptive");
    expect((await crux("flip-sets", "library:levin", "--at", "g=2")).status).toBe(2);
  });

  it("ends on the one cost that divides both sides: 6, and 7 at g = 1", async () => {
    const last = `${ESSAY}+hybrid+overlap+lazy-honest+knowing-is-not-wanting`;
    const { out } = await crux("break-even", last, "c(do_what_env_wants)", "lz", "hy", "--at", "g=1");
    expect(out).toContain("c(do_what_env_wants) = 7");
    const cheap = { kind: "set-cost", term: "do_what_env_wants", axis: "c", to: "3" };
    const a = fileWith("a.json", { owner: "Ann", patch: [], g: "1" });
    const b = fileWith("b.json", { owner: "Ben", patch: [cheap], g: "1" });
    expect((await crux("cruxes", last, a, b)).out).toContain("c(do_what_env_wants)");
    const overlay = fileWith("cheap.json", [cheap]);
    expect((await crux("compare", last, overlay)).out).toContain("Lazy honest");
  });
});
