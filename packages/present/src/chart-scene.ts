import type { Contest, Scenario } from "@crux/core";
import type { WinnerMap } from "@crux/solver";
import { type Axis, chartAxisFor, decades, niceStep, positionOf, rateAt } from "./axis.ts";
import { evaluateFloat } from "./evaluate-float.ts";
import { type ProgramStyle, programStyles } from "./names.ts";
import { exactAndDecimal, roundText, toFloat } from "./number-text.ts";

/** One program's score line, as points with both coordinates from 0 to 1 (y upwards). */
export type ChartLine = {
  readonly program: string;
  readonly style: ProgramStyle;
  readonly points: readonly (readonly [number, number])[];
  /** Whether the program wins somewhere; lines of the others are drawn quietly. */
  readonly wins: boolean;
};

/** A crossing on the lower envelope. */
export type Crossing = {
  readonly x: number;
  readonly y: number;
  readonly label: string;
  readonly description: string;
};

/** All that is needed to draw scores against `g`. */
export type ChartScene = {
  readonly axis: Axis;
  readonly lines: readonly ChartLine[];
  readonly crossings: readonly Crossing[];
  readonly xMarks: readonly { readonly text: string; readonly position: number }[];
  readonly yMarks: readonly { readonly text: string; readonly position: number }[];
  /** Height of a score on the chart, for handles that move along a line. */
  readonly heightOf: (score: number) => number;
};

const SAMPLES = 97;

/** Score lines of a contest without unknowns. Where its flips lie close together the axis is linear: lines are straight. */
export function chartScene(
  scenario: Scenario,
  contest: Contest,
  map: WinnerMap,
  also: readonly number[] = [],
): ChartScene {
  const marks = [...map.thresholds, ...map.touches].map((mark) => toFloat(mark.at));
  const axis = chartAxisFor([...marks, ...also]);
  const styles = programStyles(scenario);
  const winners = new Set(map.segments.flatMap((segment) => segment.winners));
  const edge = axis.kind === "log" ? 0.1 : 0.001; // the squeezed ends of a logarithmic axis are left out
  const positions = Array.from({ length: SAMPLES }, (_, i) => edge + ((1 - 2 * edge) * i) / (SAMPLES - 1));
  const rows = contest.entrants.map((entrant) => ({
    id: entrant.id,
    scores: positions.map((x) => evaluateFloat(entrant.score, { [map.over]: rateAt(axis, x) })),
    at: (g: number) => evaluateFloat(entrant.score, { [map.over]: g }),
  }));
  const heightOf = scale(
    axis.kind,
    rows.filter((row) => winners.has(row.id)).flatMap((row) => row.scores),
  );
  const lines = rows.map((row) => ({
    program: row.id,
    style: styles.get(row.id) ?? ({ name: row.id, hue: "slate", pattern: "plain" } as const),
    points: positions
      .map((x, i) => [x, heightOf.of(row.scores[i] ?? Number.NaN)] as const)
      .filter(([, y]) => Number.isFinite(y) && y > -0.5 && y < 1.5),
    wins: winners.has(row.id),
  }));
  const crossings = map.thresholds
    .filter((threshold) => threshold.ties.length > 0)
    .map((threshold) => {
      const g = toFloat(threshold.at);
      const score = rows.find((row) => row.id === threshold.ties[0])?.at(g) ?? Number.NaN;
      return {
        x: positionOf(axis, g),
        y: heightOf.of(score),
        label: exactAndDecimal(threshold.at),
        description: `${threshold.ties.map((id) => styles.get(id)?.name ?? id).join(" and ")} cross at ${exactAndDecimal(threshold.at)}`,
      };
    });
  return { axis, lines, crossings, xMarks: decades(axis), yMarks: heightOf.marks, heightOf: heightOf.of };
}

type Scale = {
  readonly of: (score: number) => number;
  readonly marks: readonly { readonly text: string; readonly position: number }[];
};

/** A vertical scale that holds all scores; beside a logarithmic axis it is logarithmic too, where they are positive and spread. */
function scale(kind: Axis["kind"], scores: readonly number[]): Scale {
  const finite = scores.filter(Number.isFinite);
  const low = Math.min(...finite);
  const high = Math.max(...finite);
  if (finite.length === 0) return { of: () => 0.5, marks: [] };
  if (kind === "log" && low > 0 && high / low > 20) {
    const bottom = Math.floor(Math.log10(low) * 2) / 2;
    const top = Math.ceil(Math.log10(high) * 2) / 2;
    const of = (score: number) => (score > 0 ? (Math.log10(score) - bottom) / (top - bottom) : -1);
    const step = Math.max(1, Math.ceil((top - bottom) / 6));
    const marks = [];
    for (let e = Math.ceil(bottom); e <= top; e += step)
      marks.push({ text: roundText(`1e${e}`, 3), position: of(10 ** e) });
    return { of, marks };
  }
  const span = high - low || Math.abs(high) || 1;
  const step = niceStep(span / 5);
  const bottom = Math.floor((low < 0 ? low - span * 0.05 : Math.max(0, low - span * 0.05)) / step) * step;
  const top = Math.ceil((high + span * 0.05) / step) * step;
  const of = (score: number) => (score - bottom) / (top - bottom);
  const marks = [];
  for (let y = bottom; y <= top + step / 2; y += step)
    marks.push({ text: roundText(y.toFixed(6), 4), position: of(y) });
  return { of, marks };
}
