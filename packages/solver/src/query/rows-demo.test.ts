import { essayDebate, libraryOverlays, must, writeObjection, writeOverlay, writePatch } from "@crux/core";
import { describe, expect, it } from "vitest";
import { answerTo, bands, breakEven, changed, on } from "../../test/essay-cases.ts";

const debate = essayDebate();

/** The patch of an objection as JSON, in its first reading or the one named. */
function patchOf(id: string, reading = 0): readonly Record<string, unknown>[] {
  const { objection } = must(
    debate.find((one) => one.objection.id === id),
    id,
  );
  return writePatch(must(objection.readings[reading], id).patch) as readonly Record<string, unknown>[];
}

describe("the tour", () => {
  const moves = debate.filter(({ move }) => move !== null).map(({ objection }) => objection.id);

  it("goes from 19/8 over 14/17, 1/34 and nothing to 1/6, each reply on top of what it answers", () => {
    const steps = moves.map((_, last) => moves.slice(0, last + 1).flatMap((id) => patchOf(id)));
    expect([[], ...steps].map((patch) => bands(changed([], patch)))).toEqual([
      "fh 19/8 sd",
      "fh 14/17 hy",
      "fh 1/34 hy",
      "lz",
      "lz 1/6 hy",
    ]);
  });

  it("shows the effect of each move on what came before", () => {
    const effects = moves.map((id, at) => {
      const before = changed(
        [],
        moves.slice(0, at).flatMap((one) => patchOf(one)),
      );
      const answer = answerTo(before, { kind: "compare", overlay: patchOf(id) });
      return answer.kind === "compare" ? answer.effect : answer.kind;
    });
    expect(effects).toEqual(["moves", "moves", "removes", "creates"]);
  });

  it("ends where all turns on one cost: 6, and 7 at g = 1", () => {
    const last = changed(
      [],
      moves.flatMap((id) => patchOf(id)),
    );
    expect(breakEven(last, "c(do_what_env_wants)", ["lz", "hy"], { g: "1" })).toEqual(["7"]);
    const cheap = { kind: "set-cost", term: "do_what_env_wants", axis: "c", to: "3" };
    const answer = answerTo(last, {
      kind: "cruxes",
      a: { owner: "A", patch: [], g: "1" },
      b: { owner: "B", patch: [cheap], g: "1" },
    });
    const points = [["c(do_what_env_wants)"]];
    expect(answer).toMatchObject({
      winners: { a: ["hy"], b: ["lz"] },
      flipA: points,
      flipB: points,
      both: points,
    });
  });
});

describe("the example debate", () => {
  it.each([
    ["neutral-core", 0, "fh 38/31 sd"],
    ["neutral-core", 1, "fh 19/3 sd"],
    ["changing-over", 0, "fh 3 sd"],
    ["not-well-founded", 0, "fh 19/8 sd"],
    ["not-well-founded", 1, "fh 38/21 sd"],
    ["cameras", 0, "fh=px 19/8 sd"],
    ["staged", 0, "fh 7/4 sd"],
    ["scarce-space", 0, "fh 15/8 sd"],
    ["too-long", 0, "sd"],
    ["means-and-ends", 0, "fh 73/64 sd"],
    ["runs-what-it-found", 0, "fh 79/32 sd"],
    ["runs-what-it-found", 1, "sd"],
    ["short-objective", 0, "fh"],
    ["slightly-simpler", 0, "fh"],
    ["who-needs-to-know", 0, "fh 19/6 sd"],
    ["faster-heuristics", 0, "fh 57/32 sd"],
    ["finding-grows", 0, "fh 19/8 sd"],
    ["kept-between-episodes", 0, "fh 17/64 sd"],
    ["price-not-additive", 0, "fh 1/96 sd"],
  ])("%s, reading %i: %s", (id, reading, expected) => {
    expect(bands(changed([], patchOf(id, reading)))).toBe(expected);
  });

  it("has objections that flip the winner at g = 2 one by one, some in one reading only", () => {
    const ids = ["neutral-core", "scarce-space", "changing-over", "short-objective", "kept-between-episodes"];
    const objections = debate
      .filter(({ objection }) => ids.includes(objection.id))
      .map(({ objection }) => writeObjection(objection));
    const answer = answerTo(on(), { kind: "flip-sets", objections, at: { g: "2" } });
    const single =
      answer.kind === "flip-sets" ? answer.sets.filter((one) => one.objections.length === 1) : [];
    expect(single.map(({ objections: [one], winners }) => [one?.id, winners])).toEqual([
      ["neutral-core", ["sd"]],
      ["scarce-space", ["sd"]],
      ["kept-between-episodes", ["sd"]],
    ]);
  });
});

describe("two people who differ", () => {
  const [a, b] = libraryOverlays("speed-simplicity").map(writeOverlay);
  const answer = answerTo(on(), { kind: "cruxes", a, b });
  if (answer.kind !== "cruxes") throw new Error(JSON.stringify(answer));
  const find = "t(find(get_proxy_for_base_obj(env)))";
  const points = ["c(get_base_obj)", find, "t(mesaoptimize_outer_world_env)", "g"];

  it("name different winners, at 19/8 and 43/44", () => {
    expect(answer.winners).toEqual({ a: ["fh"], b: ["sd"] });
    expect(bands(changed([], (b as { patch: Record<string, unknown>[] }).patch))).toBe("fh 43/44 sd");
  });

  it("flip by any two points one way, any three the other, and by no set both ways", () => {
    expect(answer.flipA).toHaveLength(6);
    for (const set of answer.flipA)
      expect([set.length, set.every((one) => points.includes(one))]).toEqual([2, true]);
    expect(answer.flipB).toHaveLength(4);
    for (const set of answer.flipB)
      expect([set.length, set.every((one) => points.includes(one))]).toEqual([3, true]);
    expect(answer.both).toEqual([]);
  });

  it("share the gap as 31, 31, 24, 20 and -6 percent", () => {
    const share = new Map(
      answer.differences.map(({ of, share: one }) => [of, Math.round(100 * Number(one?.decimal))]),
    );
    expect(
      [...points.toSpliced(1, 2), find, "t(mesaoptimize_outer_world_env)", "c(combine)"].map((of) =>
        share.get(of),
      ),
    ).toEqual([31, 31, 24, 20, -6]);
  });
});

describe("sensitivity on the built-in scenario", () => {
  it.each([
    ["c(get_base_obj)", "-5/4"],
    ["t(mesaoptimize_outer_world_env)", "45/76"],
    ["t(find(get_proxy_for_base_obj(env)))", "15/38"],
    ["c(combine)", "3/16"],
    ["c(simplest_obj)", "1/16"],
    ["t(combine)", "1/19"],
    ["t(get_proxy_for_base_obj)", "-3/76"],
    ["c(mesaoptimize)", "0"],
    ["c(useful_knowledge)", "0"],
    ["t(mesaoptimize_env)", "0"],
    ["c(is_deployed_in_world)", "0"],
    ["t(is_deployed_in_world)", "0"],
  ])("has for %s the elasticity %s", (of, expected) => {
    const answer = answerTo(on(), { kind: "sensitivity", between: ["fh", "sd"] });
    const row = answer.kind === "sensitivity" ? answer.rows.find((one) => one.of === of) : undefined;
    expect(row?.elasticity?.exact).toBe(expected);
  });
});
