import { fromLibrary, must, writeScenario } from "@crux/core";
import { axisOfSheet, regionsOf } from "@crux/present/map";
import { describe, expect, it } from "vitest";
import { drawSheet, sayPoint } from "./sheet.ts";

const scenario = writeScenario(must(fromLibrary("speed-simplicity"), "there"));
const combine = (scenario.terms as readonly { readonly id: string }[]).findIndex(
  (one) => one.id === "combine",
);
const path = ["terms", combine, "c"];

describe("drawSheet", () => {
  it("solves every row exactly: the flip is at 19/8 where combining costs 6, and gone from 38 on", () => {
    const sheet = must(drawSheet({ scenario, path, low: "0", high: "80" }) ?? undefined, "a sheet");
    const row = sheet.rows.find((one) => one.value === "6");
    expect(row?.segments.map((one) => [one.from, one.winners])).toEqual([
      [0, ["fh"]],
      [2.375, ["sd"]],
    ]);
    expect(
      sheet.rows.filter((one) => Number(one.value) >= 38).every((one) => one.segments.length === 1),
    ).toBe(true);
  });

  it("closes in on the value at which the winners change", () => {
    const sheet = must(drawSheet({ scenario, path, low: "0", high: "80" }) ?? undefined, "a sheet");
    const last = sheet.rows.findLast((one) => one.segments.length === 2);
    expect(rational(last?.value)).toBeGreaterThan(37.9);
    expect(sheet.rows.map((one) => one.at)).toEqual(sheet.rows.map((one) => one.at).sort((a, b) => a - b));
  });

  it("draws nothing of what can't be read", () => {
    expect(drawSheet({ scenario: { terms: 3 }, path: ["terms"], low: "0", high: "1" })).toBeNull();
    expect(drawSheet({ scenario, path, low: "a", high: "1" })).toBeNull();
  });
});

it("cuts a sheet into regions without gaps", () => {
  const sheet = must(drawSheet({ scenario, path, low: "0", high: "80" }) ?? undefined, "a sheet");
  const regions = regionsOf(sheet, axisOfSheet(sheet));
  expect(regions.map((one) => one.winners)).toEqual([["fh"], ["sd"], ["fh"]]);
  const area = regions.map(({ outline }) => Math.abs(twiceArea(outline)) / 2).reduce((a, b) => a + b);
  expect(area).toBeCloseTo(1, 9);
});

it("says who wins at a point", () => {
  expect(sayPoint(scenario, path, "6", "1")).toContain("Fast honest wins");
  expect(sayPoint(scenario, path, "6", "19/8")).toContain("tie");
});

const rational = (text: string | undefined): number => {
  const [num = "", den = "1"] = (text ?? "").split("/");
  return Number(num) / Number(den);
};

const twiceArea = (points: readonly (readonly [number, number])[]): number =>
  points.reduce((sum, [x, y], at) => {
    const [nextX, nextY] = points[(at + 1) % points.length] ?? [0, 0];
    return sum + x * nextY - nextX * y;
  }, 0);
