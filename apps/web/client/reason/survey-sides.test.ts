import { fromLibrary, must, writeScenario } from "@crux/core";
import { expect, it } from "vitest";
import { placeIn, withValue } from "../scenario-json.ts";
import type { Side } from "./reason.ts";
import { surveySides } from "./survey-sides.ts";

const scenario = writeScenario(must(fromLibrary("speed-simplicity"), "the essay's scenario"));
const shared: Side = { name: "the room", scenario, g: "2" };
const holding = (name: string, g: string, values: Readonly<Record<string, string>>): Side => ({
  name,
  g,
  scenario: Object.entries(values).reduce(
    (draft, [term, c]) => withValue(draft, [...must(placeIn(draft, "terms", term), "a term"), "c"], c),
    scenario,
  ),
});

it("says who wins for whom, and puts the value that turns most people first", () => {
  const found = surveySides({
    kind: "survey",
    shared,
    sides: [
      holding("Ann", "2", {}),
      holding("Bob", "2", { get_base_obj: "55" }),
      holding("Cleo", "2", { get_base_obj: "60", combine: "7" }),
      { name: "Dan", scenario: {}, g: "2" },
    ],
  });
  if (found.kind === "wrong") throw new Error(found.why);
  expect(found.strips.map(({ name, winners }) => [name, winners])).toEqual([
    ["Ann", "Fast honest"],
    ["Bob", "Simple deceptive"],
    ["Cleo", "Simple deceptive"],
  ]);
  expect(new Set(found.strips.map(({ strip }) => JSON.stringify(strip.axis))).size).toBe(1);
  expect(found.unread).toEqual(["Dan"]);
  expect(found.splits).toMatchObject([
    {
      of: "c(get_base_obj)",
      shared: "40",
      held: [
        { value: "55", names: ["Bob"] },
        { value: "60", names: ["Cleo"] },
      ],
      turns: ["Bob", "Cleo"],
    },
    { of: "c(combine)", shared: "6", held: [{ value: "7", names: ["Cleo"] }], turns: [] },
  ]);
});
