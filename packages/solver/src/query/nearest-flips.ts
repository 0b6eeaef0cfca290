import type { Rational } from "@crux/core";
import { contestOf, expandCosts, exprOfName, number, unknownsOf } from "@crux/core";
import { absolute, compare, divide, isZero, parseRational, subtract } from "@crux/core/exact";
import { Undecided } from "../algebra/undecided.ts";
import type { MapProof } from "../certificate/map-proof.ts";
import type { Position } from "../disagreement/difference.ts";
import { winnersIn, winnersKey } from "../disagreement/outcomes.ts";
import { numberValue } from "../map/number-value.ts";
import type { NearestFlip, Value, WinnerMap } from "./answer.ts";
import { mapFor } from "./answer-winners.ts";
import type { Work } from "./work.ts";

/** A flip and the map along its axis that shows it; null where the map could not be had. */
export type ShownFlip = {
  readonly flip: NearestFlip;
  readonly shown: { readonly map: WinnerMap; readonly proof: () => MapProof } | null;
};

/**
 * For each cost, each parameter and `g` of each side: the nearest value at which the side's winner changes, all else as
 * it is. Least relative change first, then those that never change the winner, then those of which it can't be told.
 */
export function nearestFlips(a: Position, b: Position, work: Work): readonly ShownFlip[] {
  const all = [
    ...axesOf(a).map((of) => nearestFlip("a", a, of, work)),
    ...axesOf(b).map((of) => nearestFlip("b", b, of, work)),
  ];
  return all.toSorted((one, other) => byChange(one.flip, other.flip));
}

/** Costs and parameters with a value that a score depends on, then `g`. */
function axesOf({ scenario }: Position): readonly string[] {
  const costs = scenario.terms.flatMap(({ id, c, t }) => [
    ...(c === null ? [] : [`c(${id})`]),
    ...(t === null ? [] : [`t(${id})`]),
  ]);
  const parameters = scenario.parameters.flatMap(({ id, value }) => (value === null ? [] : [id]));
  const matters = (name: string): boolean =>
    contestOf(scenario, { keep: [name] }).entrants.some(({ score }) => unknownsOf(score).includes(name));
  return [...[...costs, ...parameters].filter(matters), "g"];
}

function nearestFlip(side: "a" | "b", position: Position, of: string, work: Work): ShownFlip {
  const { scenario, g } = position;
  const now =
    of === "g"
      ? numberValue(number(g), work.budget)
      : numberValue(expandCosts(scenario, exprOfName(of)), work.budget);
  const open: ShownFlip = {
    flip: { side, of, now: now ?? { exact: null }, kind: "open", at: null, winners: [] },
    shown: null,
  };
  const shown = now && mapAlong(position, of, work);
  if (!now || !shown) return open;
  const nearest = nearestIn(shown.map, now, winnersKey(winnersIn(position)));
  return nearest === undefined ? open : { flip: { side, of, now, ...nearest }, shown };
}

/** The winner map along one axis; assumptions do not limit it. Null where there is none or it takes too much. */
function mapAlong({ scenario, g }: Position, of: string, work: Work): ShownFlip["shown"] {
  const at = of === "g" ? new Map() : new Map([["g", number(g)]]);
  try {
    const found = mapFor({ ...scenario, assumptions: [] }, of, at, work);
    return found.ok && found.value.kind === "map" ? found.value : null;
  } catch (error) {
    if (error instanceof Undecided) return null;
    throw error;
  }
}

/** The end of the segment around `now` that is nearer; undefined where the place of `now` can't be told. */
function nearestIn(
  map: WinnerMap,
  now: Value,
  winners: string,
): Pick<NearestFlip, "kind" | "at" | "winners"> | undefined {
  const here = decimalOf(now);
  const ends = map.thresholds.map(({ at }) => decimalOf(at));
  if (here === undefined || ends.includes(undefined)) return undefined;
  const below = ends.filter((end) => end !== undefined && compare(end, here) < 0).length;
  const segment = map.segments[below];
  const next = ends[below];
  if (segment === undefined || (next !== undefined && compare(next, here) === 0)) return undefined;
  if (winnersKey(segment.winners) !== winners) return undefined;
  const gap = (at: number): Rational | undefined => {
    const end = ends[at];
    return end && absolute(subtract(end, here));
  };
  const [down, up] = [gap(below - 1), gap(below)];
  if (down === undefined && up === undefined) return { kind: "never", at: null, winners: [] };
  const isUp = down === undefined || (up !== undefined && compare(up, down) <= 0);
  const at = map.thresholds[isUp ? below : below - 1]?.at ?? null;
  return { kind: "flips", at, winners: map.segments[isUp ? below + 1 : below - 1]?.winners ?? [] };
}

/** A value to 30 digits; ends that agree with the present value to so many are not told apart from it. */
const decimalOf = ({ exact, decimal }: Value): Rational | undefined =>
  (exact === null ? undefined : parseRational(exact)) ??
  (decimal === undefined ? undefined : parseRational(decimal));

const KINDS = ["flips", "never", "open"];

function byChange(one: NearestFlip, other: NearestFlip): number {
  if (one.kind !== other.kind) return KINDS.indexOf(one.kind) - KINDS.indexOf(other.kind);
  const [mine, others] = [changeOf(one), changeOf(other)];
  if (mine === undefined || others === undefined)
    return Number(mine === undefined) - Number(others === undefined);
  return compare(mine, others);
}

/** The change relative to the present value; undefined where that is 0. */
function changeOf({ now, at }: NearestFlip): Rational | undefined {
  const [here, there] = [decimalOf(now), at === null ? undefined : decimalOf(at)];
  if (here === undefined || there === undefined || isZero(here)) return undefined;
  return divide(absolute(subtract(there, here)), absolute(here));
}
