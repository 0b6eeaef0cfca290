import { expect, it } from "vitest";
import { spreadLabels } from "./spread-labels.ts";

it("leaves labels that have room where they are", () => {
  expect(spreadLabels([10, 50, 90], 20, 0, 100)).toEqual([10, 50, 90]);
});

it("moves labels apart and keeps their order", () => {
  expect(spreadLabels([50, 52, 10], 20, 0, 100)).toEqual([50, 70, 10]);
});

it("keeps labels inside at the top", () => {
  expect(spreadLabels([95, 99], 20, 0, 100)).toEqual([80, 100]);
});
