import { fromLibrary, libraryPatches, libraryVariant, must, writePatch } from "@crux/core";
import { describe, expect, it } from "vitest";
import { fullSolver } from "../solve/full-solver.ts";
import { createEffectDesk, type PatchJson } from "./compute-effect.ts";

const base = must(fromLibrary("speed-simplicity"), "the essay's scenario");
const named = (name: string): PatchJson =>
  writePatch(
    must(
      libraryPatches("speed-simplicity").find((one) => one.name === name),
      name,
    ).patch,
  );
const desk = createEffectDesk(base, async () => fullSolver);
const badge = async (patch: PatchJson, ...over: PatchJson[]): Promise<string> =>
  (await desk.effect(over, patch)).effect.badge;
const setCost = (term: string, axis: "c" | "t", to: string): PatchJson => [
  { kind: "set-cost", term, axis, to },
];

describe("createEffectDesk", () => {
  it.each([
    ["repair", "19/8 → 79/32"],
    ["core-per-goal", "19/8 → 38/31"],
    ["both-cores", "19/8 → 19/3"],
    ["hybrid", "19/8 → 14/17"],
    ["lazy-alone", "19/8 → 27/37"],
    ["proxy-twin", "makes a tie"],
    ["capacity", "19/8 → 15/8"],
    ["heuristics", "19/8 → 57/32"],
    ["slow-getter", "removes the flip"],
    ["short-objective", "removes the flip"],
    ["square-price", "19/8 → 1/96"],
  ])("gives the objection %s the badge %s", async (name, expected) => {
    expect(await badge(named(name))).toBe(expected);
  });

  it("builds a reply's effect on what it answers", async () => {
    expect(await badge(named("overlap"), named("hybrid"))).toBe("14/17 → 1/34");
    expect(await badge(named("lazy-honest"), named("hybrid"), named("overlap"))).toBe("removes the flip");
    const moves = ["hybrid", "overlap", "lazy-honest"].map(named);
    const { effect } = await desk.effect(moves, named("knowing-is-not-wanting"));
    expect(effect).toMatchObject({ kind: "creates", badge: "no flip → 1/6" });
    expect(effect.sentence).toContain("Creates a flip at 1/6.");
  });

  it("says why nothing moves", async () => {
    const sentence = async (patch: PatchJson) => (await desk.effect([], patch)).effect.sentence;
    expect(await sentence(setCost("mesaoptimize", "c", "31"))).toContain(
      "shared by all programs and cancels",
    );
    expect(await sentence(setCost("is_deployed_in_world", "c", "5"))).toContain(
      "win neither before nor after",
    );
    expect(await sentence(setCost("combine", "c", "6"))).toContain("says this already");
    expect(await sentence([{ kind: "set-status", assumption: "storing_is_dearer", to: "held" }])).toContain(
      "an assumption",
    );
  });

  it("never says that a shared term cancels where its price is no straight line", async () => {
    const { effect } = await desk.effect([named("square-price")], setCost("mesaoptimize", "c", "31"));
    expect(effect.kind).toBe("moves");
  });

  it("knows a program that only comes in to lose, and says to whom", async () => {
    const loser = { id: "slow", name: "Slow", c: "c(fh) + 1", t: "t(fh) + 1" };
    const { effect } = await desk.effect([], [{ kind: "add-program", program: loser }]);
    expect(effect).toMatchObject({ kind: "dominated", badge: "adds a program that never wins" });
    expect(effect.sentence).toContain("Slow never wins: Fast honest costs no more");
  });

  it("draws both strips on one axis", async () => {
    const { effect } = await desk.effect([named("hybrid")], named("overlap"));
    expect(effect.strips?.before.axis).toEqual(effect.strips?.after.axis);
    expect(effect.strips?.after.ticks.map(({ exact }) => exact)).toEqual(["1/34"]);
  });

  it("says what does not fit, edit by edit", async () => {
    const { effect, issues } = await desk.effect([], setCost("combnie", "c", "1"));
    expect(effect.kind).toBe("unfit");
    expect(issues).toMatchObject([{ path: [0], message: "unknown term: combnie" }]);
    expect((await desk.effect([], [{ kind: "dance" }])).effect.kind).toBe("unfit");
    expect((await desk.effect([setCost("nobody", "c", "1")], [])).effect.kind).toBe("unfit");
  });

  it("compares cases where costs are unknown, and claims no more than it sees", async () => {
    const unknown = must(libraryVariant("speed-simplicity", "nothing-known"), "costs without values");
    const other = createEffectDesk(unknown, async () => fullSolver);
    const price: PatchJson = [
      { kind: "set-assumption", assumption: { id: "a", statement: "c(combine) > 0" } },
    ];
    expect((await other.effect([], price)).effect.badge).toBe("no effect");
    expect((await desk.effect([], named("nothing-known"))).effect.kind).toBe("undecided");
  });
});
