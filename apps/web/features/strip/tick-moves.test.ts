import { expect, it } from "vitest";
import { tickMoves } from "./tick-moves.ts";

it("pairs flips in order where there are as many as before", () => {
  expect(tickMoves([0.2, 0.6], [0.5, 0.9])).toEqual([
    { from: 0.2, to: 0.5 },
    { from: 0.6, to: 0.9 },
  ]);
});

it("pairs the nearest where flips came or went", () => {
  expect(tickMoves([0.5], [0.1, 0.48, 0.9])).toEqual([
    { from: null, to: 0.1 },
    { from: 0.5, to: 0.48 },
    { from: null, to: 0.9 },
  ]);
  expect(tickMoves([0.1, 0.5], [0.45])).toEqual([
    { from: 0.1, to: null },
    { from: 0.5, to: 0.45 },
  ]);
  expect(tickMoves([0.3], [])).toEqual([{ from: 0.3, to: null }]);
  expect(tickMoves([], [])).toEqual([]);
});

it("never crosses two arrows", () => {
  const moves = tickMoves([0.2, 0.8], [0.79, 0.81, 0.9]).filter(({ from }) => from !== null);
  expect(moves.map(({ from }) => from)).toEqual([0.2, 0.8]);
});
