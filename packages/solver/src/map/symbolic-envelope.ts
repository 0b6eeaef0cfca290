import type { Expr } from "@crux/core";
import * as core from "@crux/core";
import { must } from "@crux/core";
import type { Atoms } from "../algebra/atoms.ts";
import { divide, multiply, type Ratio, subtract } from "../algebra/ratio.ts";
import { toExpr } from "../algebra/to-expr.ts";
import type { Loser } from "../query/answer.ts";
import type { Sides } from "./sign-path.ts";

/** A program whose score is the straight line `slope * x + start`, with unknowns in both. */
export type Line = { readonly program: string; readonly slope: Ratio; readonly start: Ratio };

/** Tells signs. `signOf` always answers, or throws to have the question decided first; `peek` answers only what is known. */
export type Signs = {
  readonly signOf: (value: Ratio, sides?: Sides) => -1 | 0 | 1;
  readonly peek: (value: Ratio) => -1 | 0 | 1 | undefined;
};

/** A flip at `rise / closing`, both positive, from where the walk begins. */
export type SymbolicThreshold = {
  readonly at: Ratio;
  readonly rise: Ratio;
  readonly closing: Ratio;
  readonly ties: readonly string[];
};

/** The envelope where all signs that matter are known. */
export type SymbolicEnvelope = {
  /** Winners from small to large `x`; one more than there are thresholds. */
  readonly winners: readonly (readonly string[])[];
  readonly thresholds: readonly SymbolicThreshold[];
  readonly never: readonly Loser[];
};

/** A line that meets the current winner at `rise / closing`; `closing` is positive. */
type Meeting = { readonly line: Line; readonly rise: Ratio; readonly closing: Ratio };

/**
 * Walks along the envelope from 0 to `length` (null: to infinity) and asks only for the signs that it needs on the
 * way. Programs are named in the order of `lines`, which must not be empty.
 */
export function symbolicEnvelope(
  lines: readonly Line[],
  length: Ratio | null,
  atoms: Atoms,
  signs: Signs,
): SymbolicEnvelope {
  const minus = (a: Ratio, b: Ratio): Ratio => subtract(atoms, a, b);
  const racing = lines.filter((line) => !lines.some((other) => isSurelyWorse(line, other, minus, signs)));
  const winners: (readonly Line[])[] = [];
  const thresholds: SymbolicThreshold[] = [];
  let current = firstWinners(racing, minus, signs);
  for (;;) {
    winners.push(current);
    const meetings = nextMeetings(current, racing, atoms, signs);
    const next = lowestAfter(meetings, minus, signs);
    if (next === null || (length !== null && isBeyond(must(meetings[0], "a meeting"), length, atoms, signs)))
      break;
    const ties = lines.filter((line) => current.includes(line) || meetings.some((one) => one.line === line));
    const { rise, closing } = must(meetings[0], "a meeting");
    thresholds.push({
      at: divide(atoms, rise, closing),
      rise,
      closing,
      ties: ties.map((line) => line.program),
    });
    current = next;
  }
  const never = losersAmong(lines, winners, minus, signs);
  return { winners: winners.map((some) => some.map((line) => line.program)), thresholds, never };
}

type Minus = (a: Ratio, b: Ratio) => Ratio;

/** Whether `other` is known to be no worse than `line` in slope and start and better in one. */
function isSurelyWorse(line: Line, other: Line, minus: Minus, { peek }: Signs): boolean {
  if (line === other) return false;
  const slope = peek(minus(line.slope, other.slope));
  if (slope === undefined || slope < 0) return false;
  const start = peek(minus(line.start, other.start));
  return start !== undefined && start >= 0 && slope + start > 0;
}

/** All lines that are lowest just after 0. */
function firstWinners(lines: readonly Line[], minus: Minus, { signOf }: Signs): readonly Line[] {
  let best: Line[] = [];
  for (const line of lines) {
    const [rival] = best;
    if (rival === undefined) {
      best = [line];
      continue;
    }
    const order = signOf(minus(line.start, rival.start)) || signOf(minus(line.slope, rival.slope));
    if (order < 0) best = [line];
    else if (order === 0) best.push(line);
  }
  return best;
}

/** The lines that are the first to come down to the current winners; none when these win for good. */
function nextMeetings(
  current: readonly Line[],
  lines: readonly Line[],
  atoms: Atoms,
  signs: Signs,
): Meeting[] {
  const winner = must(current[0], "somebody wins");
  let first: Meeting[] = [];
  for (const line of lines) {
    if (current.includes(line)) continue;
    const closing = subtract(atoms, winner.slope, line.slope);
    if (signs.signOf(closing) <= 0) continue;
    const meeting = { line, rise: subtract(atoms, line.start, winner.start), closing };
    const [rival] = first;
    const order = rival === undefined ? -1 : orderOf(meeting, rival, atoms, signs);
    if (order < 0) first = [meeting];
    else if (order === 0) first.push(meeting);
  }
  return first;
}

/** Which of two meetings comes first, without dividing. */
function orderOf(a: Meeting, b: Meeting, atoms: Atoms, signs: Signs): -1 | 0 | 1 {
  const [left, right] = [multiply(atoms, a.rise, b.closing), multiply(atoms, b.rise, a.closing)];
  const written = (rise: Ratio, closing: Ratio): Expr =>
    core.multiply(toExpr(atoms, rise), toExpr(atoms, closing));
  const sides = { left: written(a.rise, b.closing), right: written(b.rise, a.closing) };
  return signs.signOf(subtract(atoms, left, right), sides);
}

/** Whether a meeting is not before `length`. */
const isBeyond = ({ rise, closing }: Meeting, length: Ratio, atoms: Atoms, signs: Signs): boolean =>
  signs.signOf(subtract(atoms, rise, multiply(atoms, length, closing))) >= 0;

/** Of the lines that meet at one point, those that are lowest after it. */
function lowestAfter(meetings: readonly Meeting[], minus: Minus, { signOf }: Signs): readonly Line[] | null {
  let best: Line[] = [];
  for (const { line } of meetings) {
    const [rival] = best;
    const order = rival === undefined ? -1 : signOf(minus(line.slope, rival.slope));
    if (order < 0) best = [line];
    else if (order === 0) best.push(line);
  }
  return best.length === 0 ? null : best;
}

function losersAmong(
  lines: readonly Line[],
  winners: readonly (readonly Line[])[],
  minus: Minus,
  signs: Signs,
): Loser[] {
  const winning = new Set(winners.flat());
  const firsts = [...new Set(winners.map((some) => must(some[0], "somebody wins")))];
  return lines.flatMap((line): Loser[] => {
    if (winning.has(line)) return [];
    const by = [...winning, ...lines].find((other) => isSurelyWorse(line, other, minus, signs));
    // Straight lines that do not coincide meet at most at one end where only one of them wins throughout.
    const better = by ?? (firsts.length === 1 ? firsts[0] : undefined);
    if (better !== undefined)
      return [{ program: line.program, because: { kind: "dominated", by: [better.program] } }];
    return [
      { program: line.program, because: { kind: "jointly-dominated", by: firsts.map((one) => one.program) } },
    ];
  });
}
