import type { Budget, Contest, Expr, Rational, Relation, Scenario } from "@crux/core";
import { contestOf, definitionsOf, exprOfName, number, relationHolds } from "@crux/core";
import * as exact from "@crux/core/exact";
import { NotTabular, type Setting, type Tabulation, tabulate } from "./tabulate.ts";
import { type Entry, orderOf, placesIn, type ValueTable } from "./value-table.ts";

/** Programs as bits of a number. */
const MOST_PROGRAMS = 30;
/** An entry for which the definition of who wins has to be asked. */
export const OPEN = 0;

/**
 * Who wins for every choice among `count` points that give names other values: entry `i` is for the points that are
 * bits of `i`, and its bits are the places of the winners among the programs; `OPEN` where the tables can't tell, or
 * where the values taken over may not make a scenario. Null where nothing can be told in this way.
 */
export function outcomeTable(
  scenario: Scenario,
  g: Rational,
  settings: readonly Setting[],
  count: number,
  budget: Budget,
): Int32Array | null {
  if (scenario.programs.length > MOST_PROGRAMS) return null;
  try {
    const tabulation = tabulate(scenario, settings, number(g), budget);
    const outcomes = winnersTable(contestOf(scenario, { keep: [...tabulation.changed] }), tabulation, count);
    for (const doubt of doubts(scenario, tabulation)) openWhere(outcomes, doubt, count);
    return outcomes;
  } catch (error) {
    if (error instanceof NotTabular) return null;
    throw error;
  }
}

function winnersTable(contest: Contest, { table, sides }: Tabulation, count: number): Int32Array {
  const all = pointsBelow(count);
  const racers = contest.entrants.map(({ score, eligible }): Racer => {
    const { points, entries } = table(score);
    const limit = eligible === null ? null : competing(eligible.relation, ordersOf(...sides(eligible)), all);
    return { scores: entries, places: placesIn(points, all), competes: limit };
  });
  return Int32Array.from({ length: 1 << count }, (_, i) => winnersOf(racers, i));
}

/** A program's scores and whether it may compete, for every choice. */
type Racer = {
  readonly scores: readonly Entry[];
  readonly places: Uint32Array;
  readonly competes: ((i: number) => boolean | undefined) | null;
};

/** The winners for one choice, as bits. */
function winnersOf(racers: readonly Racer[], i: number): number {
  let best: Entry = null;
  let winners = 0;
  for (const [place, { scores, places, competes }] of racers.entries()) {
    const isIn = competes === null || competes(i);
    if (isIn === false) continue;
    const score = scores[places[i] ?? 0] ?? null;
    const sign = score === null || isIn === undefined ? undefined : winners === 0 ? -1 : orderOf(score, best);
    if (sign === undefined) return OPEN;
    if (sign < 0) [best, winners] = [score, 1 << place];
    else if (sign === 0) winners |= 1 << place;
  }
  return winners;
}

function competing(
  relation: Relation,
  { points, entries }: Orders,
  all: readonly number[],
): (i: number) => boolean | undefined {
  const places = placesIn(points, all);
  return (i) => {
    const sign = entries[places[i] ?? 0];
    return sign === undefined ? undefined : relationHolds(relation, sign);
  };
}

type Orders = { readonly points: readonly number[]; readonly entries: readonly (-1 | 0 | 1 | undefined)[] };

/** The sign of `left - right` for every choice. */
function ordersOf(left: ValueTable, right: ValueTable): Orders {
  const points = [...new Set([...left.points, ...right.points])];
  const [one, other] = [placesIn(left.points, points), placesIn(right.points, points)];
  const entries = Array.from(one, (place, i) =>
    orderOf(left.entries[place] ?? null, right.entries[other[i] ?? 0] ?? null),
  );
  return { points, entries };
}

/** Whether something may be wrong with a scenario, for every choice among some points. */
type Doubt = { readonly points: readonly number[]; readonly entries: readonly boolean[] };

/** Where values may be negative, no numbers, or outside of a domain, so that they may not make a scenario. */
function* doubts(scenario: Scenario, { table, sides }: Tabulation): Iterable<Doubt> {
  const doubt = (of: ValueTable, isFine: (sign: -1 | 0 | 1 | undefined) => boolean): Doubt => ({
    points: of.points,
    entries: of.entries.map((entry) => entry === null || !isFine(orderOf(entry, exact.zero))),
  });
  const isLevin = scenario.exchange.family === "levin";
  const totals = new Set(scenario.programs.map(({ id }) => `t(${id})`));
  for (const name of definitionsOf(scenario).keys()) {
    const least = isLevin && totals.has(name) ? 1 : name.includes("(") ? 0 : -1;
    yield doubt(table(exprOfName(name)), (sign) => least < 0 || (sign !== undefined && sign >= least));
  }
  for (const expr of exchangeValues(scenario)) yield doubt(table(expr), (sign) => sign === 1);
  for (const { value, domain } of scenario.parameters) {
    for (const limit of value === null ? [] : (domain ?? [])) {
      const { points, entries } = ordersOf(...sides(limit));
      yield {
        points,
        entries: entries.map((sign) => sign === undefined || !relationHolds(limit.relation, sign)),
      };
    }
  }
}

function exchangeValues({ exchange }: Scenario): readonly Expr[] {
  switch (exchange.family) {
    case "affine":
      return [exchange.offset];
    case "power":
      return [exchange.exponent];
    case "exponential":
      return [exchange.base];
    case "cap":
      return [exchange.cap];
    default:
      return [];
  }
}

/** Leaves those outcomes open for which there is a doubt; one that no point touches concerns a sound scenario. */
function openWhere(outcomes: Int32Array, { points, entries }: Doubt, count: number): void {
  if (points.length === 0 || !entries.includes(true)) return;
  const places = placesIn(points, pointsBelow(count));
  for (let i = 0; i < outcomes.length; i += 1) if (entries[places[i] ?? 0]) outcomes[i] = OPEN;
}

const pointsBelow = (count: number): readonly number[] => Array.from({ length: count }, (_, point) => point);
