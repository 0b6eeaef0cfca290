import type { Budget, Contest, Entrant, Expr } from "@crux/core";
import { must, printExpr, unknownsOf } from "@crux/core";
import { isZero, zero } from "@crux/core/exact";
import { createAtoms } from "../algebra/atoms.ts";
import { Undecided } from "../algebra/undecided.ts";
import type { MapProof } from "../certificate/map-proof.ts";
import type { Loser, Segment, Threshold, Touch, Value, WinnerMap } from "../query/answer.ts";
import { type Real, toValue } from "../roots/real.ts";
import { crossoverFormula } from "./crossover-formula.ts";
import { type LowerEnvelope, lowerEnvelope, type ScoreLine } from "./lower-envelope.ts";
import { type NumericMap, numericMap, reasonWhyNever, tiesAt } from "./numeric-map.ts";
import { pairsProof } from "./pairs-proof.ts";
import { rationalValue } from "./rational-value.ts";
import { toStraightLine } from "./straight-line.ts";
import type { MapAxis } from "./zeros.ts";

/** A winner map and why it is right. */
export type ProvedMap = { readonly map: WinnerMap; readonly proof: () => MapProof };

/** Longest formula of a threshold that is still worth showing. */
const LONGEST_FORMULA = 400;

/** The end of a map that has none. */
const infinity: Value = Object.freeze({ exact: "oo" });

/**
 * Who wins where along one axis, which is the only unknown of `contest`. `named` is the same contest with the costs
 * of terms as unknowns, for the formulas of thresholds; null leaves them out.
 * Throws `Undecided` or `Spent` where the map cannot be shown to be right.
 */
export function winnerMap(contest: Contest, axis: MapAxis, named: Contest | null, budget: Budget): ProvedMap {
  const formula = formulaWriter(named, axis, budget);
  const lines = asLines(contest, axis);
  if (lines !== null) {
    budget.spend(lines.length, "comparing programs");
    return { map: fromEnvelope(lowerEnvelope(lines), axis, formula), proof: () => ({ kind: "lines" }) };
  }
  const map = numericMap(contest.entrants, axis, budget);
  return {
    map: fromCells(map, contest.entrants, axis, formula, budget),
    proof: () => pairsProof(map, contest.entrants, budget),
  };
}

/** The scores as straight lines in `g` that all compete everywhere; null where there is more to it. */
function asLines(contest: Contest, { over, domain }: MapAxis): readonly ScoreLine[] | null {
  const isPlain = over === "g" && domain.high === null && domain.low !== null && isZero(domain.low);
  if (!isPlain || contest.entrants.length === 0) return null;
  const lines: ScoreLine[] = [];
  for (const { id, score, eligible } of contest.entrants) {
    const line = eligible === null ? toStraightLine(score, over) : null;
    if (line === null) return null;
    lines.push({ program: id, c: line.slope, t: line.start });
  }
  return lines;
}

/** Writes the threshold at which `after` takes over from `before`, or null. */
type FormulaWriter = (before: readonly string[], after: readonly string[]) => string | null;

function formulaWriter(named: Contest | null, axis: MapAxis, budget: Budget): FormulaWriter {
  if (named === null) return () => null;
  const scores = new Map<string, Expr>(named.entrants.map((one) => [one.id, one.score]));
  const atoms = createAtoms({ positive: ["g", ...named.positive], budget });
  return (before, after) => {
    const [one, other] = [scores.get(before[0] ?? ""), scores.get(after[0] ?? "")];
    if (one === undefined || other === undefined) return null;
    try {
      const formula = crossoverFormula(one, other, axis.over, atoms);
      // A formula without names says no more than the value.
      const text = formula === null || unknownsOf(formula).length === 0 ? null : printExpr(formula);
      return text === null || text.length > LONGEST_FORMULA ? null : text;
    } catch (error) {
      // A formula is an extra: where the algebra has none, the threshold stands without it.
      if (error instanceof Undecided) return null;
      throw error;
    }
  };
}

function fromEnvelope(envelope: LowerEnvelope, { over }: MapAxis, formula: FormulaWriter): WinnerMap {
  const values = envelope.thresholds.map((one) => rationalValue(one.at));
  return {
    over,
    segments: envelope.segments.map(({ winners }, at) => ({
      from: values[at - 1] ?? rationalValue(zero),
      to: values[at] ?? infinity,
      winners,
    })),
    thresholds: envelope.thresholds.map(({ before, after, ties }, at) => ({
      at: must(values[at], "a value for each threshold"),
      before,
      after,
      ties,
      formula: formula(before, after),
    })),
    touches: [],
    never: envelope.never,
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
