import { readFileSync } from "node:fs";
import { applyPatch, createBudget, must, readPatch, readScenario, type Scenario } from "@crux/core";
import { integer, parseRational } from "@crux/core/exact";
import { describe, expect, it } from "vitest";
import { cruxesBetween } from "./cruxes.ts";
import type { Position } from "./difference.ts";

const essay = (): Scenario => {
  const text = readFileSync(new URL("../../fixtures/scenarios/essay.json", import.meta.url), "utf8");
  const read = readScenario(JSON.parse(text));
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  return read.value;
};

function position(g: string, patch: unknown[]): Position {
  const read = readPatch(patch);
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  const scenario = applyPatch(essay(), read.value);
  if (!scenario.ok) throw new Error(JSON.stringify(scenario.error));
  return { scenario: scenario.value, g: must(parseRational(g), g) };
}

const cost = (term: string, axis: "c" | "t", to: string) => ({ kind: "set-cost", term, axis, to });

describe("cruxesBetween", () => {
  const ann = position("3/2", []);
  const bob = position("9/4", [
    cost("get", "c", "55"),
    cost("combine", "c", "9"),
    cost("find", "t", "12"),
    cost("outer", "t", "30"),
  ]);
  const found = cruxesBetween(ann, bob, createBudget(10_000_000));
  const all = ["c(get)", "t(find)", "t(outer)", "g"];

  it("lists what the two differ on", () => {
    expect(found.winners).toEqual({ a: ["fh"], b: ["sd"] });
    expect(found.differences.map(({ of, a, b }) => [of, a, b])).toEqual([
      ["c(get)", "40", "55"],
      ["c(combine)", "6", "9"],
      ["t(find)", "(1 - phi)*30", "12"],
      ["t(outer)", "45", "30"],
      ["g", "3/2", "9/4"],
    ]);
  });

  it("flips one side with any two of four points, the other with any three, and no set does both", () => {
    const pairs = all.flatMap((one, at) => all.slice(at + 1).map((other) => [one, other]));
    expect(found.flipA).toHaveLength(6);
    expect(found.flipA).toEqual(expect.arrayContaining(pairs));
    expect(found.flipB).toHaveLength(4);
    expect(found.flipB).toEqual(expect.arrayContaining(all.map((left) => all.filter((one) => one !== left))));
    expect(found.both).toEqual([]);
  });

  it("shares the gap: 31, -6, 24, 20 and 31 percent", () => {
    if (found.shares.kind !== "shares") throw new Error(found.shares.missing);
    const percent = found.shares.values.map(({ decimal }) => Math.round(100 * Number(decimal)));
    expect(percent).toEqual([31, -6, 24, 20, 31]);
  });

  it("keeps shares that add up to 1, to the last digit", () => {
    if (found.shares.kind !== "shares") throw new Error(found.shares.missing);
    const digits = found.shares.values.map(({ decimal }) => must(parseRational(decimal ?? ""), "a decimal"));
    const scale = 10n ** 29n;
    const total = digits.reduce((sum, { num, den }) => sum + (num * scale) / den, 0n);
    expect(total - scale < 10n && scale - total < 10n).toBe(true);
  });

  it("finds the point on which two sides turn who differ on nothing else", () => {
    const other = position("4", []);
    const one = cruxesBetween(ann, other, createBudget(1_000_000));
    expect(one.flipA).toEqual([["g"]]);
    expect(one.both).toEqual([["g"]]);
    expect(one.shares).toMatchObject({ kind: "shares", values: [{ exact: "1" }] });
  });

  it("has no cruxes where both name the same winner", () => {
    const same = cruxesBetween(ann, { ...ann, g: integer(2) }, createBudget(1_000_000));
    expect(same).toMatchObject({ flipA: [], flipB: [], both: [], shares: { kind: "none" } });
  });
});
