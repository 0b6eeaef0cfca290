import type { Budget, Contest, Entrant } from "@crux/core";
import {
  add,
  compare,
  divide,
  equals,
  multiply,
  type Rational,
  sign,
  subtract,
  zero,
} from "@crux/core/exact";
import type { Loser, WinnerMap } from "../query/answer.ts";
import { createAlgebra, denseIn } from "./algebra.ts";
import { normalForm } from "./normal-form.ts";
import { constantOf } from "./polynomial.ts";
import { exprAt } from "./read-text.ts";
import { demand, type Path, refuse } from "./refusal.ts";
import { sameList } from "./same-list.ts";

const STEP = "compare straight score lines";

/** A score `slope * g + start`. */
type Line = { readonly id: string; readonly slope: Rational; readonly start: Rational };

/** Where a line touches the envelope: on a whole segment, at the place between two, or nowhere. */
type Contact = { readonly segment: number } | { readonly threshold: number } | null;

/** Refuses a map of straight lines over `(0, oo)` unless it is right in all but its formulas and digits. */
export function checkLines(map: WinnerMap, contest: Contest, path: Path, budget: Budget): void {
  demand(map.over === "g", STEP, [...path, "over"], "the axis is not g");
  demand(
    map.touches.length === 0,
    STEP,
    [...path, "touches"],
    "straight lines have no touches without a flip",
  );
  const lines = contest.entrants.map((entrant) => lineOf(entrant, path, budget));
  const envelope = envelopeOf(map, lines, path);
  const ends = endsOf(map, path);
  for (const [index, end] of ends.entries()) {
    const [before, after] = [envelope[index], envelope[index + 1]];
    const meets =
      before !== undefined && after !== undefined && equals(valueAt(before, end), valueAt(after, end));
    demand(meets, STEP, [...path, "thresholds", index, "at"], "the winners' lines do not meet there");
    const falls = compare(before.slope, after.slope) > 0;
    demand(
      falls,
      STEP,
      [...path, "segments", index + 1, "winners"],
      "the line of the winner is not less steep",
    );
  }
  const contacts = lines.map((line) => contactOf(line, envelope, ends, path));
  checkTies(map, lines, contacts, path);
  checkLosers(map, lines, contacts, path, budget);
}

function lineOf(entrant: Entrant, path: Path, budget: Budget): Line {
  budget.spend(5, "reading score lines");
  const wrong = (): never => refuse(STEP, path, `the score of ${entrant.id} is not a straight line in g`);
  if (entrant.eligible !== null) return wrong();
  const { num, den } = normalForm(
    entrant.score,
    createAlgebra((name) => name === "g", budget),
  );
  const [below, coefficients] = [constantOf(den), denseIn(num, "g")];
  if (below === undefined || coefficients === undefined || coefficients.length > 2) return wrong();
  const [start = zero, slope = zero] = coefficients.map((one) => divide(one, below));
  return { id: entrant.id, slope, start };
}

const valueAt = (line: Line, g: Rational): Rational => add(multiply(line.slope, g), line.start);

/** The line that wins on each segment; refused unless all winners of a segment have the same line. */
function envelopeOf(map: WinnerMap, lines: readonly Line[], path: Path): readonly Line[] {
  const byId = new Map(lines.map((line) => [line.id, line]));
  return map.segments.map(({ winners }, index) => {
    const place = [...path, "segments", index, "winners"];
    const [first, ...others] = winners.map(
      (id) => byId.get(id) ?? refuse(STEP, place, `unknown program: ${id}`),
    );
    if (first === undefined) return refuse(STEP, place, "nobody wins");
    const areSame = others.every(
      (line) => equals(line.slope, first.slope) && equals(line.start, first.start),
    );
    demand(areSame, STEP, place, "the winners do not tie");
    return first;
  });
}

/** The places between the segments, ascending; refused unless the segments cover `(0, oo)`. */
function endsOf(map: WinnerMap, path: Path): readonly Rational[] {
  const ends = map.segments.slice(0, -1).map(({ to }, index) => {
    const place = [...path, "segments", index, "to", "exact"];
    const expr = exprAt(to.exact ?? "", place);
    return expr.kind === "number" ? expr.value : refuse(STEP, place, `not a fraction: ${to.exact}`);
  });
  for (const [index, end] of ends.entries()) {
    const rises = compare(ends[index - 1] ?? zero, end) < 0;
    demand(rises, STEP, [...path, "segments", index, "to"], "the segments are not in ascending order");
  }
  return ends;
}

/** Where the line touches the envelope, whose slopes fall; refused if it is below it anywhere. */
function contactOf(line: Line, envelope: readonly Line[], ends: readonly Rational[], path: Path): Contact {
  let [low, high] = [0, envelope.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    const other = envelope[middle];
    if (other !== undefined && compare(other.slope, line.slope) > 0) low = middle + 1;
    else high = middle;
  }
  const [before, after] = [envelope[low - 1], envelope[low]];
  const fine = (holds: boolean): void =>
    demand(holds, STEP, [...path, "segments"], `the score of ${line.id} is lower somewhere`);
  if (after !== undefined && equals(after.slope, line.slope)) {
    const order = compare(line.start, after.start);
    fine(order >= 0);
    return order === 0 ? { segment: low } : null;
  }
  if (before === undefined) {
    // Steeper than every winner: lowest near 0.
    fine(after !== undefined && compare(line.start, after.start) >= 0);
    return null;
  }
  const end = ends[low - 1];
  // Less steep than every winner, it is lower far out.
  if (after === undefined || end === undefined)
    return refuse(STEP, path, `the score of ${line.id} is lower far out`);
  const order = compare(valueAt(line, end), valueAt(before, end));
  fine(order >= 0);
  return order === 0 ? { threshold: low - 1 } : null;
}

function checkTies(map: WinnerMap, lines: readonly Line[], contacts: readonly Contact[], path: Path): void {
  const onSegment: string[][] = map.segments.map(() => []);
  const through: string[][] = map.thresholds.map(() => []);
  for (const [index, contact] of contacts.entries()) {
    const id = lines[index]?.id ?? "";
    if (contact === null) continue;
    if ("segment" in contact) {
      onSegment[contact.segment]?.push(id);
      through[contact.segment - 1]?.push(id);
      through[contact.segment]?.push(id);
    } else through[contact.threshold]?.push(id);
  }
  for (const [index, { winners }] of map.segments.entries()) {
    const right = onSegment[index] ?? [];
    demand(
      sameList(winners, right),
      STEP,
      [...path, "segments", index, "winners"],
      `not all winners: ${right.join(", ")}`,
    );
  }
  for (const [index, { ties }] of map.thresholds.entries()) {
    const right = through[index] ?? [];
    demand(
      sameList(ties, right),
      STEP,
      [...path, "thresholds", index, "ties"],
      `not those that tie: ${right.join(", ")}`,
    );
  }
}

function checkLosers(
  map: WinnerMap,
  lines: readonly Line[],
  contacts: readonly Contact[],
  path: Path,
  budget: Budget,
): void {
  const losing = lines.filter((_, index) => {
    const contact = contacts[index];
    return contact === null || contact === undefined || "threshold" in contact;
  });
  const listed = map.never.map(({ program }) => program);
  const right = losing.map(({ id }) => id);
  demand(sameList(listed, right), STEP, [...path, "never"], `not those that never win: ${right.join(", ")}`);
  const isDominated = dominatedLines(lines);
  const byId = new Map(lines.map((line) => [line.id, line]));
  for (const [index, loser] of map.never.entries()) {
    budget.spend(1, "checking who never wins");
    const place = [...path, "never", index, "because"];
    const line = losing[index];
    const by = ("by" in loser.because ? loser.because.by : []).map((id) => byId.get(id));
    if (line !== undefined) checkReason(loser, line, by, isDominated.has(line.id), place);
  }
}

function checkReason(
  loser: Loser,
  line: Line,
  by: readonly (Line | undefined)[],
  isDominated: boolean,
  path: Path,
): void {
  const [first, second, ...more] = by;
  if (loser.because.kind === "dominated") {
    const holds = first !== undefined && second === undefined && dominates(first, line);
    demand(holds, STEP, path, "that program is not at least as good in both costs");
    return;
  }
  const isJoint = loser.because.kind === "jointly-dominated" && more.length === 0;
  if (!isJoint || first === undefined || second === undefined) {
    refuse(STEP, path, "not a reason for lines");
  }
  demand(!isDominated, STEP, [...path, "kind"], "a single program is at least as good in both costs");
  const [steep, flat] = compare(first.slope, second.slope) > 0 ? [first, second] : [second, first];
  const ends = compare(steep.start, line.start) <= 0 && compare(flat.slope, line.slope) <= 0;
  demand(ends && !equals(steep.slope, flat.slope), STEP, path, "the two do not beat it at both ends");
  const meet = divide(subtract(flat.start, steep.start), subtract(steep.slope, flat.slope));
  const isLow = sign(meet) > 0 && compare(valueAt(steep, meet), valueAt(line, meet)) <= 0;
  demand(isLow, STEP, path, "it is lower than both where the two meet");
}

const dominates = (a: Line, b: Line): boolean =>
  compare(a.slope, b.slope) <= 0 &&
  compare(a.start, b.start) <= 0 &&
  !(equals(a.slope, b.slope) && equals(a.start, b.start));

/** The programs that another one is at least as good as in both costs, and better in one. */
function dominatedLines(lines: readonly Line[]): ReadonlySet<string> {
  const sorted = [...lines].sort((a, b) => compare(a.slope, b.slope) || compare(a.start, b.start));
  const found = new Set<string>();
  let best: Line | undefined;
  for (const line of sorted) {
    if (best !== undefined && dominates(best, line)) found.add(line.id);
    if (best === undefined || compare(line.start, best.start) < 0) best = line;
  }
  return found;
}
