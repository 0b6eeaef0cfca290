import { type Budget, type Expr, substitute, subtract, unknownsOf } from "@crux/core";
import type { MapProof } from "../certificate/map-proof.ts";
import type { Value, WinnerMap } from "../query/answer.ts";
import { createAlgebra } from "./algebra.ts";
import { checkLines } from "./check-lines.ts";
import { checkPairs } from "./check-pairs.ts";
import { checkPlace } from "./check-place.ts";
import type { Ends, MapPlaces, MapQuestion } from "./map-question.ts";
import { isIdenticallyZero } from "./normal-form.ts";
import { exprAt, numberAt } from "./read-text.ts";
import { demand, type Path, refuse } from "./refusal.ts";
import type { Domain } from "./roots-question.ts";
import { sameList } from "./same-list.ts";
import { compareSpots, type Spot } from "./spot.ts";
import type { End } from "./univariate.ts";

const STEP = "check the winner map";

/** Refuses a winner map without unknown costs unless every word of it is right. */
export function checkMap(
  map: WinnerMap,
  proof: MapProof,
  question: MapQuestion,
  { answer: path, proof: proofPath }: MapPlaces,
  budget: Budget,
): void {
  demand(map.over === question.axis, STEP, [...path, "over"], `the axis is ${question.axis}`);
  demand(map.segments.length > 0, STEP, [...path, "segments"], "there is no segment");
  const isFitting = map.thresholds.length === map.segments.length - 1;
  demand(isFitting, STEP, [...path, "thresholds"], "there is not one between each two segments");
  for (const [index, { before, after }] of map.thresholds.entries()) {
    const place = [...path, "thresholds", index];
    demand(
      sameList(before, map.segments[index]?.winners ?? []),
      STEP,
      [...place, "before"],
      "not the winners below",
    );
    demand(
      sameList(after, map.segments[index + 1]?.winners ?? []),
      STEP,
      [...place, "after"],
      "not the winners above",
    );
    demand(!sameList(before, after), STEP, place, "nothing flips there");
  }
  const { ends, cuts } = endsFor(map, proof, question, { answer: path, proof: proofPath }, budget);
  checkFrame(map, ends, cuts, question.range, path, budget);
  for (const index of map.thresholds.keys()) checkFormula(map, index, { ends, cuts }, question, path, budget);
}

/** The places of the thresholds, after everything but the numbers and formulas has been checked. */
function endsFor(
  map: WinnerMap,
  proof: MapProof,
  question: MapQuestion,
  places: MapPlaces,
  budget: Budget,
): Ends {
  const path = places.answer;
  switch (proof.kind) {
    case "lines": {
      const { low, high } = question.range;
      const isFull = low !== "-oo" && low !== "oo" && low.num === 0n && high === "oo";
      demand(isFull, STEP, path, "the range is not that of all positive numbers");
      checkLines(map, question.contest, path, budget);
      const ends = map.thresholds.map(
        ({ at }, index): Spot => ({
          kind: "closed",
          expr: numberAt(at.exact ?? "", [...path, "thresholds", index, "at", "exact"]),
        }),
      );
      return { ends, cuts: ends };
    }
    case "pairs":
      return checkPairs(map, proof, question, places, budget);
    case "cases":
      return refuse(STEP, path, "a map without unknown costs needs no cases");
  }
}

/** Refuses the ends of the segments and the thresholds unless they are these numbers. */
function checkFrame(
  map: WinnerMap,
  ends: readonly Spot[],
  cuts: readonly Spot[],
  range: Domain,
  path: Path,
  budget: Budget,
): void {
  for (const [index, segment] of map.segments.entries()) {
    const place = [...path, "segments", index];
    checkEnd(segment.from, ends[index - 1] ?? range.low, [...place, "from"], budget, cuts);
    checkEnd(segment.to, ends[index] ?? range.high, [...place, "to"], budget, cuts);
  }
  for (const [index, { at }] of map.thresholds.entries()) {
    const spot = ends[index] ?? refuse(STEP, path, "there is a threshold too many");
    checkPlace(at, spot, [...path, "thresholds", index, "at"], budget, cuts);
  }
}

function checkEnd(value: Value, end: End | Spot, path: Path, budget: Budget, cuts: readonly Spot[]): void {
  if (typeof end === "string") {
    const isBare = value.exact === end && value.decimal === undefined && value.isolating === undefined;
    demand(isBare, STEP, path, `it is not ${end}`);
    return;
  }
  checkPlace(
    value,
    "kind" in end ? end : { kind: "closed", expr: { kind: "number", value: end } },
    path,
    budget,
    cuts,
  );
}

/** Refuses the formula of a threshold unless the two scores are equal there, and the formula is worth the threshold. */
function checkFormula(
  map: WinnerMap,
  index: number,
  { ends, cuts }: Ends,
  question: MapQuestion,
  path: Path,
  budget: Budget,
): void {
  const threshold = map.thresholds[index];
  const text = threshold?.formula ?? null;
  if (threshold === undefined || text === null) return;
  const place = [...path, "thresholds", index, "formula"];
  const formula = exprAt(text, place);
  demand(!unknownsOf(formula).includes(question.axis), STEP, place, "it names the axis");
  const scoreOf = (id: string | undefined): Expr =>
    question.named.entrants.find((one) => one.id === id)?.score ??
    refuse(STEP, place, "nobody wins on one side");
  const gap = subtract(scoreOf(threshold.before[0]), scoreOf(threshold.after[0]));
  const there = substitute(gap, new Map([[question.axis, formula]]));
  const isPositive = (name: string): boolean => question.named.positive.includes(name);
  demand(
    isIdenticallyZero(there, createAlgebra(isPositive, budget)),
    STEP,
    place,
    "the scores are not equal there",
  );
  // The scores are equal at the formula's value, so that it is one of the cuts: this one, if it is none of the others.
  const value: Spot = { kind: "closed", expr: question.expand(formula) };
  const isNumber = unknownsOf(value.expr).length === 0;
  const end = ends[index];
  const isAway = (cut: Spot): boolean => cut === end || Math.abs(compareSpots(value, cut, budget) ?? 0) === 1;
  const isNear =
    end !== undefined && compareSpots(value, end, budget) !== 1 && compareSpots(value, end, budget) !== -1;
  const isWorth = isNumber && isNear && cuts.every(isAway);
  demand(isWorth, STEP, place, "it is not worth the threshold");
}
