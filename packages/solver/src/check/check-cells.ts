import { type Budget, compareAt, type Entrant, type Env, evaluate, holdsAt } from "@crux/core";
import { add, integer, midpoint, type Rational, subtract } from "@crux/core/exact";
import type { Loser, WinnerMap } from "../query/answer.ts";
import { checkPlace } from "./check-place.ts";
import type { MapQuestion } from "./map-question.ts";
import { demand, type Path, refuse } from "./refusal.ts";
import { sameList } from "./same-list.ts";
import type { Spot } from "./spot.ts";

const STEP = "compare the programs between the cuts";

/** For each pair of programs (ids joined by a space): the cuts at which they are equal; undefined for everywhere. */
export type Differences = Map<string, ReadonlySet<number> | undefined>;

/** The places where anything can change, in ascending order. */
export type Cells = {
  readonly cuts: readonly (readonly [Rational, Rational])[];
  readonly places: readonly Spot[];
  readonly differences: Differences;
};

/** An open range in which nothing changes: who competes, and who wins. */
type Cell = { readonly env: Env; readonly present: readonly Entrant[]; readonly winners: readonly string[] };

/** Refuses a map unless it follows from who wins between the cuts; gives back where its thresholds are. */
export function checkCells(
  map: WinnerMap,
  cells: Cells,
  question: MapQuestion,
  path: Path,
  budget: Budget,
): readonly Spot[] {
  const { entrants } = question.contest;
  const found = samples(cells, question).map((sample) => cellAt(sample, question, cells.differences, budget));
  const order = new Map(entrants.map(({ id }, index) => [id, index]));
  const inOrder = (ids: Iterable<string>): readonly string[] =>
    [...new Set(ids)].sort((a, b) => (order.get(a) ?? 0) - (order.get(b) ?? 0));
  const ends: Spot[] = [];
  const touches: { readonly spot: Spot; readonly ties: readonly string[] }[] = [];
  checkWinners(map, 0, found[0]?.winners ?? [], path);
  for (const [cut, spot] of cells.places.entries()) {
    const [left, right] = [found[cut], found[cut + 1]];
    if (left === undefined || right === undefined)
      return refuse(STEP, path, "a range between cuts is missing");
    const equalTo = (ids: readonly string[]): readonly string[] =>
      inOrder(equalAt(cut, ids, [left, right], cells));
    if (sameList(left.winners, right.winners)) {
      const ties = equalTo(left.winners);
      if (ties.length > left.winners.length) touches.push({ spot, ties });
      continue;
    }
    const index = ends.push(spot) - 1;
    checkWinners(map, index + 1, right.winners, path);
    const [before, after] = [left.winners[0], right.winners[0]];
    const meets = before !== undefined && after !== undefined && equalTo([before]).includes(after);
    const ties = meets ? equalTo([...left.winners, ...right.winners]) : [];
    const place = [...path, "thresholds", index, "ties"];
    demand(
      sameList(map.thresholds[index]?.ties ?? [], ties),
      STEP,
      place,
      `not those that tie: ${ties.join(", ")}`,
    );
  }
  demand(
    map.segments.length === ends.length + 1,
    STEP,
    [...path, "segments"],
    `there are ${ends.length + 1}`,
  );
  checkTouches(map, touches, cells.places, path, budget);
  checkLosers(map, found, cells, question, path);
  return ends;
}

function checkWinners(map: WinnerMap, index: number, winners: readonly string[], path: Path): void {
  const listed = map.segments[index]?.winners ?? refuse(STEP, [...path, "segments"], "a segment is missing");
  const place = [...path, "segments", index, "winners"];
  demand(sameList(listed, winners), STEP, place, `not those that win: ${winners.join(", ")}`);
}

/** One fraction inside of each range between neighbouring cuts. */
function samples({ cuts }: Cells, { range }: MapQuestion): readonly Rational[] {
  const between = (low: Rational | string, high: Rational | string): Rational => {
    if (typeof low === "string") return typeof high === "string" ? integer(0) : subtract(high, integer(1));
    return typeof high === "string" ? add(low, integer(1)) : midpoint(low, high);
  };
  const highs = [...cuts.map(([low]) => low), range.high];
  return highs.map((high, index) => between(cuts[index - 1]?.[1] ?? range.low, high));
}

function cellAt(sample: Rational, question: MapQuestion, differences: Differences, budget: Budget): Cell {
  const env: Env = new Map([[question.axis, sample]]);
  const present = question.contest.entrants.filter((entrant) => competes(entrant, env));
  let best: Entrant[] = [];
  for (const entrant of present) {
    budget.spend(20, "comparing programs");
    const [leader] = best;
    const order = leader === undefined ? -1 : orderOf(entrant, leader, env, differences);
    if (order < 0) best = [entrant];
    else if (order === 0) best.push(entrant);
  }
  return { env, present, winners: best.map(({ id }) => id) };
}

function competes({ id, score, eligible }: Entrant, env: Env): boolean {
  const value = evaluate(score, env);
  if (value.kind === "undefined") return false;
  const holds = eligible === null || holdsAt(eligible, env);
  const isKnown = value.kind !== "unknown" && holds !== "undecided";
  return isKnown ? holds : refuse(STEP, [], `whether ${id} competes could not be told`);
}

const isSame = (a: string, b: string, differences: Differences): boolean =>
  [`${a} ${b}`, `${b} ${a}`].some((key) => differences.has(key) && differences.get(key) === undefined);

function orderOf(a: Entrant, b: Entrant, env: Env, differences: Differences): -1 | 0 | 1 {
  if (isSame(a.id, b.id, differences)) return 0;
  const order = compareAt(a.score, b.score, env);
  return order === "undecided"
    ? refuse(STEP, [], `which of ${a.id} and ${b.id} is lower could not be told`)
    : order;
}

/** The programs, and those that compete on either side and are equal to one of them at the cut. */
function equalAt(
  cut: number,
  ids: readonly string[],
  sides: readonly Cell[],
  cells: Cells,
): readonly string[] {
  const near = sides.flatMap(({ present }) => present.map(({ id }) => id));
  const equal = near.filter((other) =>
    ids.some((id) => {
      const key = [`${id} ${other}`, `${other} ${id}`].find((one) => cells.differences.has(one));
      const zeros = key === undefined ? new Set<number>() : cells.differences.get(key);
      return zeros === undefined || zeros.has(cut);
    }),
  );
  return [...ids, ...equal];
}

function checkTouches(
  map: WinnerMap,
  touches: readonly { readonly spot: Spot; readonly ties: readonly string[] }[],
  cuts: readonly Spot[],
  path: Path,
  budget: Budget,
): void {
  demand(map.touches.length === touches.length, STEP, [...path, "touches"], `there are ${touches.length}`);
  for (const [index, { spot, ties }] of touches.entries()) {
    const place = [...path, "touches", index];
    const touch = map.touches[index] ?? refuse(STEP, place, "it is missing");
    checkPlace(touch.at, spot, [...place, "at"], budget, cuts);
    demand(sameList(touch.ties, ties), STEP, [...place, "ties"], `not those that tie: ${ties.join(", ")}`);
  }
}

function checkLosers(
  map: WinnerMap,
  found: readonly Cell[],
  cells: Cells,
  question: MapQuestion,
  path: Path,
): void {
  const winning = new Set(found.flatMap(({ winners }) => winners));
  const losing = question.contest.entrants.filter(({ id }) => !winning.has(id));
  const right = losing.map(({ id }) => id);
  const listed = map.never.map(({ program }) => program);
  demand(sameList(listed, right), STEP, [...path, "never"], `not those that never win: ${right.join(", ")}`);
  for (const [index, entrant] of losing.entries()) {
    const because = map.never[index]?.because ?? refuse(STEP, path, "a reason is missing");
    checkReason(because, entrant, found, cells, question, [...path, "never", index, "because"]);
  }
}

function checkReason(
  because: Loser["because"],
  loser: Entrant,
  found: readonly Cell[],
  cells: Cells,
  { contest }: MapQuestion,
  path: Path,
): void {
  const competing = found.filter(({ present }) => present.includes(loser));
  const isOut = competing.length === 0;
  demand(isOut === (because.kind === "not-eligible"), STEP, [...path, "kind"], "whether it ever competes");
  if (because.kind === "not-eligible") return;
  const isBelow = (other: Entrant, { env, present }: Cell): boolean =>
    present.includes(other) && orderOf(other, loser, env, cells.differences) < 0;
  const meets = (other: Entrant): boolean => {
    const key = [`${loser.id} ${other.id}`, `${other.id} ${loser.id}`].find((one) =>
      cells.differences.has(one),
    );
    const zeros = key === undefined ? undefined : cells.differences.get(key);
    return zeros === undefined || zeros.size > 0;
  };
  const dominates = (other: Entrant): boolean =>
    other !== loser && !meets(other) && competing.every((cell) => isBelow(other, cell));
  const by = because.by.map(
    (id) =>
      contest.entrants.find((one) => one.id === id) ??
      refuse(STEP, [...path, "by"], `unknown program: ${id}`),
  );
  const [first] = by;
  if (because.kind === "dominated") {
    const holds = by.length === 1 && first !== undefined && dominates(first);
    demand(holds, STEP, [...path, "by"], "that program is not lower throughout");
    return;
  }
  demand(because.kind === "beaten", STEP, [...path, "kind"], "the programs are not straight lines");
  demand(!contest.entrants.some(dominates), STEP, [...path, "kind"], "a single program is lower throughout");
  const covers = (some: readonly Entrant[]): boolean =>
    competing.every((cell) => some.some((other) => isBelow(other, cell)));
  const isLeast = covers(by) && by.every((one) => !covers(by.filter((other) => other !== one)));
  demand(
    isLeast && new Set(by).size === by.length,
    STEP,
    [...path, "by"],
    "not the programs that beat it together",
  );
}
