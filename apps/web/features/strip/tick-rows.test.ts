import { expect, it } from "vitest";
import { tickRows } from "./tick-rows.ts";

it("keeps labels with room between them in one row", () => {
  expect(
    tickRows([
      { at: 0, width: 40 },
      { at: 100, width: 40 },
    ]),
  ).toEqual([0, 0]);
});

it("lifts a label that would cover its neighbour, and leaves out a third", () => {
  const labels = [100, 110, 120, 200].map((at) => ({ at, width: 60 }));
  expect(tickRows(labels)).toEqual([0, 1, null, 0]);
});
