import { must } from "@crux/core";
import type { Rational } from "@crux/core/exact";
import { integer, ratio } from "@crux/core/exact";
import type { Loser } from "../query/answer.ts";

/** A program whose score is the straight line `c * g + t`. */
export type ScoreLine = { readonly program: string; readonly c: Rational; readonly t: Rational };

/** Where the winner flips from `before` to `after`; `ties` are all programs that are equal there. */
export type EnvelopeThreshold = {
  readonly at: Rational;
  readonly before: readonly string[];
  readonly after: readonly string[];
  readonly ties: readonly string[];
};

/** The best score at each `g > 0`: neighbours differ, the last segment has no end, every other program is in `never`. */
export type LowerEnvelope = {
  readonly segments: readonly {
    readonly from: Rational;
    readonly to: Rational | null;
    readonly winners: readonly string[];
  }[];
  readonly thresholds: readonly EnvelopeThreshold[];
  readonly never: readonly Loser[];
};

/** Equal lines, scaled to whole numbers; `members` are places in the list of lines, ascending. */
type Group = { readonly c: bigint; readonly t: bigint; readonly members: number[] };

/** Common multipliers that make every complexity and every time whole; they rescale `g`, never who wins. */
type Scale = { readonly c: bigint; readonly t: bigint };

/**
 * Winners of straight score lines on `(0, oo)`, exactly, in `n log n` comparisons.
 * Programs are named in the order of `lines`, which must not be empty and decides nothing else.
 */
export function lowerEnvelope(lines: readonly ScoreLine[]): LowerEnvelope {
  const scale = {
    c: commonDenominator(lines.map((line) => line.c)),
    t: commonDenominator(lines.map((line) => line.t)),
  };
  const groups = groupsBySlope(lines, scale);
  const hull = hullOf(groups);
  const onHull = new Set(hull);
  const names = (members: readonly number[]): string[] =>
    members.map((at) => must(lines[at], "a line").program);
  const extraTies = hull.map((): number[] => []);
  const losers: { readonly member: number; readonly loser: Loser }[] = [];
  const cheapest = cheapestSoFar(groups);
  groups.forEach((group, place) => {
    if (onHull.has(group)) return;
    const because = reasonFor(group, hull, must(cheapest[place], "each group has a place"), names);
    const vertex = vertexThrough(group, hull);
    if (vertex !== null) must(extraTies[vertex], "a vertex of the hull").push(...group.members);
    for (const member of group.members) {
      losers.push({ member, loser: { program: must(lines[member], "a line").program, because } });
    }
  });
  const thresholds = hull.slice(1).map((after, at): EnvelopeThreshold => {
    const before = must(hull[at], "a threshold has a line before it");
    const ties = [...before.members, ...after.members, ...must(extraTies[at], "a vertex")].sort(ascending);
    return {
      at: crossing(before, after, scale),
      before: names(before.members),
      after: names(after.members),
      ties: names(ties),
    };
  });
  const segments = hull.map((group, at) => ({
    from: thresholds[at - 1]?.at ?? integer(0),
    to: thresholds[at]?.at ?? null,
    winners: names(group.members),
  }));
  const never = losers.sort((a, b) => a.member - b.member).map((one) => one.loser);
  return { segments, thresholds, never };
}

const ascending = (a: number, b: number): number => a - b;

/** Least common multiple of the denominators. */
function commonDenominator(values: readonly Rational[]): bigint {
  let common = 1n;
  for (const value of values) {
    if (common % value.den !== 0n) common = ratio(common, value.den).num * value.den;
  }
  return common;
}

/** Groups of equal lines, by falling complexity, then by rising time. */
function groupsBySlope(lines: readonly ScoreLine[], scale: Scale): Group[] {
  const scaled = lines.map((line, member) => ({
    c: line.c.num * (scale.c / line.c.den),
    t: line.t.num * (scale.t / line.t.den),
    member,
  }));
  scaled.sort((a, b) =>
    a.c > b.c ? -1 : a.c < b.c ? 1 : a.t < b.t ? -1 : a.t > b.t ? 1 : a.member - b.member,
  );
  const groups: Group[] = [];
  for (const { c, t, member } of scaled) {
    const last = groups.at(-1);
    if (last !== undefined && last.c === c && last.t === t) last.members.push(member);
    else groups.push({ c, t, members: [member] });
  }
  return groups;
}

/** The groups on the envelope over `(0, oo)`, from small to large `g`. */
function hullOf(groups: readonly Group[]): Group[] {
  const hull: Group[] = [];
  for (const group of groups) {
    if (hull.at(-1)?.c === group.c) continue;
    // A line that starts no higher and is less steep is below from the start.
    while (hull.length > 0 && must(hull.at(-1), "a line").t >= group.t) hull.pop();
    while (hull.length > 1 && isBelow(must(hull.at(-2), "a line"), must(hull.at(-1), "a line"), group))
      hull.pop();
    hull.push(group);
  }
  return hull;
}

/** Whether `middle` is nowhere alone below both others; slopes fall and starts rise from `first` to `last`. */
const isBelow = (first: Group, middle: Group, last: Group): boolean =>
  (last.t - first.t) * (first.c - middle.c) <= (middle.t - first.t) * (first.c - last.c);

/** Exchange rate at which two lines of different slope meet. */
const crossing = (before: Group, after: Group, scale: Scale): Rational =>
  ratio((after.t - before.t) * scale.c, (before.c - after.c) * scale.t);

/** For each group, a group of smallest time among those that are no more complex than it and not equal to it. */
function cheapestSoFar(groups: readonly Group[]): (Group | null)[] {
  const found: (Group | null)[] = groups.map(() => null);
  let best: Group | null = null;
  for (let place = groups.length - 1; place >= 0; place -= 1) {
    const group = must(groups[place], "a group");
    const faster = groups[place - 1];
    // Groups of one complexity come with rising time.
    found[place] = faster?.c === group.c ? faster : best;
    if (best === null || group.t < best.t) best = group;
  }
  return found;
}

/** Place of the first line on the hull that is no steeper than `group`; the hull's length if there is none. */
function firstNoSteeper(group: Group, hull: readonly Group[]): number {
  let [low, high] = [0, hull.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (must(hull[middle], "a line").c <= group.c) high = middle;
    else low = middle + 1;
  }
  return low;
}

const dominates = (a: Group, b: Group): boolean => a.c <= b.c && a.t <= b.t && (a.c < b.c || a.t < b.t);

/** Why a group off the hull never wins: one line is better in both costs, or two that meet on the envelope together. */
function reasonFor(
  group: Group,
  hull: readonly Group[],
  cheapest: Group | null,
  names: (members: readonly number[]) => readonly string[],
): Loser["because"] {
  const first = (of: Group): string => must(names(of.members)[0], "a group has a member");
  const place = firstNoSteeper(group, hull);
  const winner = hull[place];
  if (winner !== undefined && dominates(winner, group)) return { kind: "dominated", by: [first(winner)] };
  if (cheapest !== null && dominates(cheapest, group)) return { kind: "dominated", by: [first(cheapest)] };
  const before = must(
    hull[place - 1],
    "a line off the envelope that nobody dominates lies between two on it",
  );
  const after = must(winner, "a line off the envelope that nobody dominates lies between two on it");
  return { kind: "jointly-dominated", by: [first(before), first(after)] };
}

/** The vertex of the hull (place of its left line) that `group` passes through, if any. */
function vertexThrough(group: Group, hull: readonly Group[]): number | null {
  const place = firstNoSteeper(group, hull);
  const [before, after] = [hull[place - 1], hull[place]];
  if (before === undefined || after === undefined || after.c === group.c) return null;
  const meets = (after.t - before.t) * (before.c - group.c) === (group.t - before.t) * (before.c - after.c);
  return meets ? place - 1 : null;
}
