import {
  essayDebate,
  fromLibrary,
  libraryPatches,
  must,
  writeObjection,
  writePatch,
  writeScenario,
} from "@crux/core";
import { describe, expect, it } from "vitest";
import { findCruxLine } from "./find-crux-line.ts";
import { findFlipSets } from "./find-flip-sets.ts";

const scenario = writeScenario(must(fromLibrary("speed-simplicity"), "the example"));
const moves = essayDebate().filter(({ move }) => move !== null);
const objections = moves.map(({ objection }) => {
  const { id, readings } = writeObjection(objection);
  return { id: String(id), readings: readings as { label: string; patch: unknown[] }[] };
});
const patchOf = (name: string) =>
  writePatch(
    must(
      libraryPatches("speed-simplicity").find((one) => one.name === name),
      name,
    ).patch,
  );

describe("findCruxLine", () => {
  const patches = objections.map(({ readings }) => readings[0]?.patch ?? []);

  it("ends the example debate with the line at 6, and at 7 where g is 1", () => {
    const task = {
      kind: "line",
      scenario,
      a: patches.flat(),
      b: patches.slice(0, 3).flat(),
      g: "1",
    } as const;
    const sentence =
      "You differ only on whether c(do_what_env_wants) is above c(simplest_obj) + c(is_deployed_in_world) = 6. At g = 1 the line is 7.";
    expect(findCruxLine(task)).toBe(sentence);
    expect(findCruxLine({ ...task, a: task.b, b: task.a })).toBe(sentence);
  });

  it("says nothing where more than one cost divides the two, or none", () => {
    expect(findCruxLine({ kind: "line", scenario, a: [], b: [], g: "1" })).toBeNull();
    expect(findCruxLine({ kind: "line", scenario, a: patches.flat(), b: [], g: "1" })).toBeNull();
  });
});

describe("findFlipSets", () => {
  it("finds the smallest sets first, and the objection that matters most", () => {
    const found = findFlipSets({ kind: "flip-sets", scenario, objections, g: "1" });
    expect(found).toMatchObject({ kind: "flip-sets", winners: "Fast honest", most: "hybrid" });
    if (found.kind !== "flip-sets") return;
    expect(found.sets.map((set) => set.objections.map(({ id }) => id))).toContainEqual(["hybrid"]);
    expect(found.sets[0]?.winners).not.toBe("Fast honest");
    const sizes = found.sets.map((set) => set.objections.length);
    expect(sizes).toEqual(sizes.toSorted((a, b) => a - b));
  });

  it("leaves out objections that set the same cost otherwise", () => {
    const to = (value: string) => [{ kind: "set-cost", term: "combine", axis: "t", to: value }];
    const clash = ["one", "two"].map((id, at) => ({ id, readings: [{ label: id, patch: to(`${at}`) }] }));
    const found = findFlipSets({ kind: "flip-sets", scenario, objections: clash, g: "1" });
    expect(found).toMatchObject({ kind: "flip-sets", sets: [], most: null });
  });

  it("says why where it does not know", () => {
    const patch = patchOf("own-optimiser");
    const found = findFlipSets({
      kind: "flip-sets",
      scenario,
      objections: [{ id: "a", readings: [{ label: "a", patch }] }],
      g: "x",
    });
    expect(found.kind).toBe("wrong");
  });
});
