import type { Budget, Contest, Expr } from "@crux/core";
import { must, printExpr, sameExpr, unknownsOf } from "@crux/core";
import { isZero, zero } from "@crux/core/exact";
import { type Atoms, createAtoms } from "../algebra/atoms.ts";
import { Undecided } from "../algebra/undecided.ts";
import type { Value, WinnerMap } from "../query/answer.ts";
import { crossoverFormula } from "./crossover-formula.ts";
import { type LowerEnvelope, lowerEnvelope, type ScoreLine } from "./lower-envelope.ts";
import { rationalValue } from "./rational-value.ts";
import { toStraightLine } from "./straight-line.ts";
import type { MapAxis } from "./zeros.ts";

/** Longest formula of a threshold that is still worth showing. */
const LONGEST_FORMULA = 400;

/** The end of a map that has none. */
export const infinity: Value = Object.freeze({ exact: "oo" });

/**
 * Who wins where along `g` if all scores are straight lines with rational numbers that compete everywhere; null where
 * there is more to it. A checker needs no proof of it but the lines.
 */
export function lineMap(
  contest: Contest,
  axis: MapAxis,
  formula: FormulaWriter,
  budget: Budget,
): WinnerMap | null {
  const lines = asLines(contest, axis);
  if (lines === null) return null;
  budget.spend(lines.length, "comparing programs");
  return fromEnvelope(lowerEnvelope(lines), axis, formula);
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
export type FormulaWriter = (before: readonly string[], after: readonly string[]) => string | null;

/** A writer of formulas in the names of `named`, the contest with the costs of terms as unknowns; none where that is null. */
export function formulaWriter(named: Contest | null, axis: MapAxis, budget: Budget): FormulaWriter {
  if (named === null) return () => null;
  const scores = new Map<string, Expr>(named.entrants.map((one) => [one.id, one.score]));
  const positive = ["g", ...named.positive];
  const { over } = axis;
  const names = JSON.stringify([over, positive]);
  return (before, after) => {
    const [one, other] = [scores.get(before[0] ?? ""), scores.get(after[0] ?? "")];
    if (one === undefined || other === undefined) return null;
    const known = recent.find((each) => each.names === names && isOf(each, one, other));
    if (known !== undefined) {
      budget.spend(known.steps, "writing a formula");
      return known.text;
    }
    const left = budget.left();
    const text = writeFormula(one, other, over, createAtoms({ positive, budget }));
    recent.unshift({ names, before: one, after: other, text, steps: left - budget.left() });
    recent.length = Math.min(recent.length, MOST_KEPT);
    return text;
  };
}

/** A formula that was written, and all that it depends on: both scores, the axis and what is positive. */
type Written = {
  readonly names: string;
  readonly before: Expr;
  readonly after: Expr;
  readonly text: string | null;
  /** What writing it took, which it takes each time: an answer does not depend on what was asked before. */
  readonly steps: number;
};

/** Written last: while someone changes a number, the formulas in names stay as they are. */
const recent: Written[] = [];
const MOST_KEPT = 40;

const isOf = (one: Written, before: Expr, after: Expr): boolean =>
  sameExpr(one.before, before) && sameExpr(one.after, after);

/** The formula of one threshold, with a table of atoms of its own: it does not depend on what was written before. */
function writeFormula(before: Expr, after: Expr, over: string, atoms: Atoms): string | null {
  try {
    const formula = crossoverFormula(before, after, over, atoms);
    // A formula without names says no more than the value.
    const text = formula === null || unknownsOf(formula).length === 0 ? null : printExpr(formula);
    return text === null || text.length > LONGEST_FORMULA ? null : text;
  } catch (error) {
    // A formula is an extra: where the algebra has none, the threshold stands without it.
    if (error instanceof Undecided) return null;
    throw error;
  }
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
