import { readFileSync } from "node:fs";
import { createBudget, type Patch, readPatch, readScenario, type Scenario } from "@crux/core";
import { integer } from "@crux/core/exact";
import { describe, expect, it } from "vitest";
import { flipSets, type Objecting } from "./flip-sets.ts";

const essay = (): Scenario => {
  const text = readFileSync(new URL("../../fixtures/scenarios/essay.json", import.meta.url), "utf8");
  const read = readScenario(JSON.parse(text));
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  return read.value;
};
const patchOf = (json: unknown): Patch => {
  const read = readPatch(json);
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  return read.value;
};
const objection = (id: string, ...patches: unknown[][]): Objecting => ({
  id,
  readings: patches.map((patch, at) => ({ label: `r${at}`, patch: patchOf(patch) })),
});
const time = (term: string, to: string) => ({ kind: "set-cost", term, axis: "t", to });
const sets = (objections: Objecting[]): string[] =>
  flipSets(essay(), integer(2), objections, createBudget(1_000_000)).sets.map(
    ({ objections: some, winners }) =>
      `${some.map(({ id, reading }) => `${id}/${reading}`).join(" ")} → ${winners.join("=")}`,
  );

describe("flipSets", () => {
  it("finds one objection that flips alone, and two that flip together", () => {
    const objections = [
      objection("getter", [time("get", "20")]),
      objection("outer", [time("outer", "40")]),
      objection("find", [time("find", "22")]),
    ];
    expect(sets(objections)).toEqual(["getter/r0 → sd", "outer/r0 find/r0 → sd"]);
  });

  it("tells readings apart", () => {
    const objections = [objection("outer", [time("outer", "44")], [time("outer", "30")])];
    expect(sets(objections)).toEqual(["outer/r1 → sd"]);
  });

  it("leaves out objections that set one cost to two values", () => {
    const objections = [objection("one", [time("outer", "40")]), objection("two", [time("outer", "39")])];
    expect(sets(objections)).toEqual([]);
  });

  it("leaves out patches that do not fit the scenario", () => {
    expect(sets([objection("gone", [{ kind: "remove-term", term: "outer" }])])).toEqual([]);
  });
});
