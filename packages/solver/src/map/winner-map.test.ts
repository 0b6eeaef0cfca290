import type { Contest, Expr } from "@crux/core";
import { add, call, createBudget, divide, multiply, number, power, subtract, symbol } from "@crux/core";
import { ratio } from "@crux/core/exact";
import { describe, expect, it } from "vitest";
import type { WinnerMap } from "../query/answer.ts";
import { positiveDomain } from "../roots/root-list.ts";
import { winnerMap } from "./winner-map.ts";

const g = symbol("g");
const n = (value: number): Expr => number(value);

const contestOf = (scores: Record<string, Expr>): Contest => ({
  entrants: Object.entries(scores).map(([id, score]) => ({ id, score, totals: null, eligible: null })),
  unknowns: [],
  positive: [],
  facts: [],
  disputed: [],
});
const mapOf = (scores: Record<string, Expr>): WinnerMap =>
  winnerMap(contestOf(scores), { over: "g", domain: positiveDomain }, null, createBudget(1_000_000)).map;
const shape = ({ segments, thresholds, touches }: WinnerMap): unknown => ({
  winners: segments.map((one) => one.winners.join("=")),
  at: thresholds.map((one) => one.at.exact),
  ties: thresholds.map((one) => one.ties.join("=")),
  touches: touches.map((one) => `${one.at.exact}: ${one.ties.join("=")}`),
});

describe("winnerMap", () => {
  it("lets a quadratic rate win in the middle", () => {
    const map = mapOf({ A: add(power(g, n(2)), n(3)), B: multiply(n(4), g) });
    expect(shape(map)).toEqual({
      winners: ["B", "A", "B"],
      at: ["1", "3"],
      ties: ["A=B", "A=B"],
      touches: [],
    });
    expect(map.never).toEqual([]);
  });

  it("reports a tie at one point that flips nothing as a touch", () => {
    const map = mapOf({ A: add(power(g, n(2)), n(1)), B: multiply(n(2), g) });
    expect(shape(map)).toEqual({ winners: ["B"], at: [], ties: [], touches: ["1: A=B"] });
    expect(map.never).toEqual([{ program: "A", because: { kind: "beaten", by: ["B"] } }]);
  });

  it("flips at a pole without a tie", () => {
    const map = mapOf({ A: divide(n(1), subtract(g, n(2))), B: n(0) });
    expect(shape(map)).toEqual({ winners: ["A", "B"], at: ["2"], ties: [""], touches: [] });
  });

  it("keeps twins together through a quadratic map", () => {
    const square = power(g, n(2));
    const map = mapOf({ A: square, B: n(4), C: multiply(g, g) });
    expect(shape(map)).toEqual({ winners: ["A=C", "B"], at: ["2"], ties: ["A=B=C"], touches: [] });
  });

  it("finds a tie of three at an irrational place", () => {
    const root = (k: number): Expr => multiply(n(k), power(g, n(2)));
    // Three parabolas through (sqrt(2), 2 + sqrt(2)).
    const map = mapOf({ A: add(g, n(2)), B: add(g, root(1)), C: add(add(g, n(1)), divide(root(1), n(2))) });
    expect(shape(map)).toEqual({ winners: ["B", "A"], at: ["sqrt(2)"], ties: ["A=B=C"], touches: [] });
    expect(map.never).toEqual([{ program: "C", because: { kind: "beaten", by: ["B", "A"] } }]);
  });

  it("lets nobody win where no score is a real number", () => {
    const map = mapOf({ A: call("sqrt", subtract(g, n(2))) });
    expect(shape(map)).toEqual({ winners: ["", "A"], at: ["2"], ties: [""], touches: [] });
  });

  it("writes the interval of a parameter as the ends of its map", () => {
    const domain = { low: ratio(0n, 1n), high: ratio(1n, 1n) };
    const phi = symbol("phi");
    const contest = contestOf({ A: phi, B: subtract(number(1), phi) });
    const { map, proof } = winnerMap(contest, { over: "phi", domain }, null, createBudget(100_000));
    expect(shape(map)).toEqual({ winners: ["A", "B"], at: ["1/2"], ties: ["A=B"], touches: [] });
    expect(map.segments.at(-1)?.to.exact).toBe("1");
    expect(proof().kind).toBe("pairs");
  });
});
