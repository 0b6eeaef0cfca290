import { emptySession, type RoomView } from "@crux/room/client";
import { describe, expect, it } from "vitest";
import { causesOf, middleSentence, middleShares, movementsOf, sayObjection } from "./movements.ts";

// reason: only what is read of it
const objections = { o1: { text: "Combining takes long." }, o2: { text: "" }, o3: { text: "Rude." } };
const view = {
  people: [{ id: "a", name: "Ann" }],
  debate: { objections },
  session: { ...emptySession, hidden: { "objection/o3": { by: "mod", reason: "rude", seq: 9 } } },
} as unknown as RoomView;
const choice = { kind: "choice", options: ["Store", "Derive"] } as const;
const slider = { kind: "slider", from: "0", to: "10", fromLabel: "", toLabel: "" } as const;

describe("movementsOf", () => {
  it("tells those who moved first, from what to what, and what moved them", () => {
    const moves = movementsOf(view, {
      form: choice,
      answers: { b: "0", a: "1" },
      before: { a: "0", b: "0", c: "1" },
      because: { a: "o1" },
    });
    expect(moves.map(({ id, text, cause, hasMoved }) => [id, text, cause, hasMoved])).toEqual([
      ["a", "Store → Derive", "“Combining takes long.”", true],
      ["c", "Derive → no answer now", "", true],
      ["b", "Store", "", false],
    ]);
    expect(moves[0]?.name).toBe("Ann");
  });

  it("places numbers between the ends of a slider, else between the least and the greatest; words nowhere", () => {
    const [slid] = movementsOf(view, { form: slider, answers: { a: "5" }, before: { a: "0" } });
    expect([slid?.before, slid?.now]).toEqual([0, 0.5]);
    const number = { kind: "number", unit: "h" } as const;
    const [first] = movementsOf(view, {
      form: number,
      answers: { a: "3", b: "1" },
      before: { a: "2", b: "1" },
    });
    expect([first?.before, first?.now]).toEqual([0.5, 1]);
    expect(movementsOf(view, { form: number, answers: { a: "3" }, before: null })[0]?.now).toBeNull();
    expect(movementsOf(view, { form: choice, answers: { a: "1" }, before: null })[0]?.now).toBeNull();
  });
});

describe("middleSentence", () => {
  it("gives the middle exactly, before and now", () => {
    const poll = { form: slider, answers: { a: "1", b: "2" }, before: { a: "0", b: "1", c: "9" } };
    expect(middleSentence(poll)).toBe("The middle is 1 → 1.5.");
    expect(middleShares(poll)).toEqual({ before: 0.1, now: 0.15 });
    expect(middleSentence({ ...poll, before: null })).toBe("The middle is 1.5.");
    expect(middleSentence({ form: choice, answers: { a: "1" }, before: null })).toBe("");
    expect(middleSentence({ ...poll, answers: {} })).toBe("");
  });
});

describe("causesOf", () => {
  it("counts the objections that were named, and says nothing of one that is hidden", () => {
    expect(causesOf(view, ["o1", "o3", "o3"]).map(({ text, count }) => [text, count])).toEqual([
      ["a hidden objection", 2],
      ["“Combining takes long.”", 1],
    ]);
    expect(sayObjection(view, "o2")).toBe("an objection without words");
  });
});
