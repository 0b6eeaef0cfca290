import type { Budget, Contest, Entrant } from "@crux/core";
import { must } from "@crux/core";
import type { MapProof } from "../certificate/map-proof.ts";
import type { Loser, Segment, Threshold, Touch, Value, WinnerMap } from "../query/answer.ts";
import { type Real, toValue } from "../roots/real.ts";
import { type FormulaWriter, formulaWriter, infinity, lineMap } from "./line-map.ts";
import { type NumericMap, numericMap, reasonWhyNever, tiesAt } from "./numeric-map.ts";
import { pairsProof } from "./pairs-proof.ts";
import { rationalValue } from "./rational-value.ts";
import type { MapAxis } from "./zeros.ts";

/** A winner map and why it is right. */
export type ProvedMap = { readonly map: WinnerMap; readonly proof: () => MapProof };

/**
 * Who wins where along one axis, which is the only unknown of `contest`. `named` is the same contest with the costs
 * of terms as unknowns, for the formulas of thresholds; null leaves them out.
 * Throws `Undecided` or `Spent` where the map cannot be shown to be right.
 */
export function winnerMap(contest: Contest, axis: MapAxis, named: Contest | null, budget: Budget): ProvedMap {
  const formula = formulaWriter(named, axis, budget);
  const plain = lineMap(contest, axis, formula, budget);
  if (plain !== null) return { map: plain, proof: () => ({ kind: "lines" }) };
  const map = numericMap(contest.entrants, axis, budget);
  return {
    map: fromCells(map, contest.entrants, axis, formula, budget),
    proof: () => pairsProof(map, contest.entrants, budget),
  };
}

function fromCells(
  map: NumericMap,
  entrants: readonly Entrant[],
  axis: MapAxis,
  formula: FormulaWriter,
  budget: Budget,
): WinnerMap {
  const idsOf = (places: readonly number[]): readonly string[] =>
    places.map((at) => must(entrants[at], "a program").id);
  const value = (real: Real): Value => toValue(real, budget);
  const thresholds: Threshold[] = [];
  const touches: Touch[] = [];
  const ends: { readonly value: Value; readonly cell: number }[] = [];
  map.cuts.forEach((cut, at) => {
    const [left, right] = [must(map.cells[at], "a cell"), must(map.cells[at + 1], "a cell")];
    const equal = equalAtCut(map, at, budget);
    if (sameList(left.winners, right.winners)) {
      const ties = equal(left.winners);
      if (ties.length > left.winners.length) touches.push({ at: value(cut), ties: idsOf(ties) });
      return;
    }
    const [before, after] = [idsOf(left.winners), idsOf(right.winners)];
    const isMeeting = meetsAt(equal, left.winners, right.winners);
    const ties = isMeeting ? idsOf(equal([...left.winners, ...right.winners])) : [];
    const one = { at: value(cut), before, after, ties, formula: isMeeting ? formula(before, after) : null };
    thresholds.push(one);
    ends.push({ value: one.at, cell: at });
  });
  const from = axis.domain.low === null ? { exact: "-oo" } : rationalValue(axis.domain.low);
  const to = axis.domain.high === null ? infinity : rationalValue(axis.domain.high);
  const segments = [...ends, { value: to, cell: map.cuts.length }].map(
    ({ value: end, cell }, at): Segment => ({
      from: ends[at - 1]?.value ?? from,
      to: end,
      winners: idsOf(must(map.cells[cell], "a cell").winners),
    }),
  );
  return { over: axis.over, segments, thresholds, touches, never: losersOf(map, entrants, axis.over) };
}

/** For a cut: which programs are equal there to one of the given, together with these, in scenario order. */
const equalAtCut =
  (map: NumericMap, cut: number, budget: Budget) =>
  (programs: readonly number[]): readonly number[] => {
    const all = new Set(programs);
    const near = [map.cells[cut], map.cells[cut + 1]].flatMap((cell) => cell?.present ?? []);
    for (const program of programs) {
      for (const other of tiesAt(map, program, cut, budget)) if (near.includes(other)) all.add(other);
    }
    return [...all].sort((a, b) => a - b);
  };

/** Whether the winners of both sides are equal at the cut, so that it is no jump. */
function meetsAt(
  equal: (programs: readonly number[]) => readonly number[],
  before: readonly number[],
  after: readonly number[],
): boolean {
  const [one, other] = [before[0], after[0]];
  if (one === undefined || other === undefined) return false;
  return one === other || equal([one]).includes(other);
}

function losersOf(map: NumericMap, entrants: readonly Entrant[], over: string): Loser[] {
  const winning = new Set(map.cells.flatMap((cell) => cell.winners));
  return entrants.flatMap((entrant, at) =>
    winning.has(at) ? [] : [{ program: entrant.id, because: reasonWhyNever(map, entrants, at, over) }],
  );
}

const sameList = (a: readonly number[], b: readonly number[]): boolean =>
  a.length === b.length && a.every((one, at) => one === b[at]);
