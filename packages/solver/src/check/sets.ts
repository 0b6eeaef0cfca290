import { applyPatch, type Budget, contestOf, type Patch, type Scenario, winnersAt } from "@crux/core";
import type { Rational } from "@crux/core/exact";
import { demand, type Path, refuse } from "./refusal.ts";

const STEP = "try the sets again";

/** A scenario and an exchange rate. */
export type Position = { readonly scenario: Scenario; readonly g: Rational };

/** What is taken over whole or not at all. */
export type Change = { readonly patch: Patch; readonly g: Rational | null };

/** What two sides differ on, with both texts and the change that takes it over from `b`. */
export type Differing = Change & {
  readonly of: string;
  readonly a: string | null;
  readonly b: string | null;
};

/** What a side is asked about: the position of `a`, what is taken over from `b`, and who wins for each. */
export type Sides = {
  readonly a: Position;
  readonly differences: readonly Differing[];
  readonly winners: { readonly a: readonly string[]; readonly b: readonly string[] };
  readonly budget: Budget;
};

/** Sets of places, each ascending. */
export type Sets = readonly (readonly number[])[];

/** A property of sets of places below `count`, in which some two places never go together. */
export type Question = {
  readonly count: number;
  readonly has: (places: readonly number[]) => boolean;
  readonly excludes: (one: number, other: number) => boolean;
};

/** Who wins in a position, in the order of the scenario. */
export function winnersIn({ scenario, g }: Position, path: Path): readonly string[] {
  const found = winnersAt(contestOf(scenario), new Map([["g", g]]));
  return found.kind === "winners"
    ? found.winners
    : refuse(STEP, path, `it could not be told: ${found.reason}`);
}

/** Winners as one text. */
export const textOf = (winners: readonly string[]): string => JSON.stringify(winners.toSorted());

/** The position with changes made in their order; null where that is no scenario. */
export function positionAfter(start: Position, changes: readonly Change[]): Position | null {
  const scenario = applyPatch(
    start.scenario,
    changes.flatMap(({ patch }) => patch),
  );
  if (!scenario.ok) return null;
  return { scenario: scenario.value, g: changes.findLast(({ g }) => g !== null)?.g ?? start.g };
}

/** Who wins, as a text, with the changes at some places made, by the definition; null where that is no scenario. */
export function outcomesOf(
  start: Position,
  changes: readonly Change[],
  path: Path,
  budget: Budget,
): (places: readonly number[]) => string | null {
  const known = new Map<string, string | null>();
  return (places) => {
    const name = places.join();
    const before = known.get(name);
    if (before !== undefined) return before;
    budget.spend(100, "trying sets of changes");
    const position = positionAfter(
      start,
      places.flatMap((place) => changes[place] ?? []),
    );
    const outcome = position && textOf(winnersIn(position, path));
    known.set(name, outcome);
    return outcome;
  };
}

/** Every set of at most `most` places that has the property although no part of it does, small ones first. */
export function smallestSets({ count, has, excludes }: Question, most: number, budget: Budget): Sets {
  const found: (readonly number[])[] = [];
  for (let size = 1; size <= most; size += 1) {
    for (const places of setsOf(count, size, excludes)) {
      budget.spend(1 + (found.length >> 3), "trying sets");
      const isNew = !found.some((smaller) => isPart(smaller, places));
      if (isNew && has(places)) found.push(places);
    }
  }
  return found;
}

/** All sets of `size` places, in order. */
function* setsOf(
  count: number,
  size: number,
  excludes: Question["excludes"],
  before: readonly number[] = [],
): Generator<readonly number[]> {
  if (before.length === size) {
    yield before;
    return;
  }
  for (let next = (before.at(-1) ?? -1) + 1; next <= count - size + before.length; next += 1) {
    if (!before.some((one) => excludes(one, next))) yield* setsOf(count, size, excludes, [...before, next]);
  }
}

const isPart = (part: readonly number[], places: readonly number[]): boolean =>
  part.every((place) => places.includes(place));

/** Refuses sets that a search lists unless all small ones are there, each is smallest, and loose ones are tight. */
export function checkSearch(
  listed: Sets,
  loose: Sets,
  tried: number,
  question: Question,
  path: Path,
  budget: Budget,
): void {
  const { count, has, excludes } = question;
  const small = smallestSets(question, Math.min(tried, count), budget);
  const texts = listed.filter((places) => places.length <= tried).map(String);
  demand(
    `${small.map(String).join(";")}` === texts.join(";"),
    STEP,
    path,
    "not the small sets that there are",
  );
  for (const places of [...listed, ...loose]) {
    const isAllowed = !places.some((one) => places.some((other) => one !== other && excludes(one, other)));
    demand(isAllowed && has(places), STEP, path, `it does not flip: ${places.join(", ")}`);
  }
  for (const places of listed.filter(({ length }) => length > tried)) {
    const own = {
      count: places.length,
      excludes: () => false,
      has: (some: readonly number[]) => has(within(places, some)),
    };
    const parts = smallestSets(own, places.length, budget);
    demand(parts.length === 1 && parts[0]?.length === places.length, STEP, path, "a part of it flips");
  }
  for (const places of loose) {
    const isTight = places.every((left) => !has(places.filter((place) => place !== left)));
    demand(isTight, STEP, path, "it flips without one of its members");
  }
}

const within = (places: readonly number[], some: readonly number[]): readonly number[] =>
  some.map((at) => places[at] ?? 0);
