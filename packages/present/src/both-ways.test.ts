import { describe, expect, it } from "vitest";
import { bothWaysText } from "./both-ways.ts";
import { type Effect, undecidedEffect } from "./effect-words.ts";

const moves = (from: string, to: string): Effect => ({
  ...undecidedEffect(""),
  kind: "moves",
  before: [from],
  after: [to],
});

describe("bothWaysText", () => {
  it("names where each reading moves the flip when they pull apart", () => {
    const readings = [
      { label: "splits per goal", effect: moves("19/8", "38/31") },
      { label: "it carries both", effect: moves("19/8", "19/3") },
    ];
    expect(bothWaysText("Your objection", readings)).toBe(
      "Your objection cuts both ways: the flip falls to 38/31 if “splits per goal”, and rises to 19/3 if “it carries both”.",
    );
  });

  it("says nothing where the readings agree, or one is not known", () => {
    const up = { label: "a", effect: moves("19/8", "19/3") };
    const higher = { label: "b", effect: moves("19/8", "7") };
    expect(bothWaysText("It", [up, higher])).toBe("");
    expect(bothWaysText("It", [up, { label: "b", effect: null }])).toBe("");
    expect(bothWaysText("It", [up, { label: "b", effect: undecidedEffect("x") }])).toBe("");
    expect(bothWaysText("It", [up, { label: "b", effect: moves("19/8", "≈ 1.2") }])).toBe("");
  });
});
