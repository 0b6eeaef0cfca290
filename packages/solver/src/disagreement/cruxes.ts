import type { Budget } from "@crux/core";
import { type Difference, differencesBetween, type Position } from "./difference.ts";
import { allSets, minimalSets, type Sets } from "./minimal-sets.ts";
import { type Change, type Outcomes, outcomesOf, winnersIn, winnersKey } from "./outcomes.ts";
import { searchSets } from "./search-sets.ts";
import { type Shares, sharesOfGap } from "./shares.ts";

/** On what two positions come apart. Sets name differences by their `of`. */
export type Cruxes = {
  readonly winners: { readonly a: readonly string[]; readonly b: readonly string[] };
  readonly differences: readonly Difference[];
  /** Smallest sets of points that, taken over from `b`, make `a` name the winners of `b`. */
  readonly flipA: readonly (readonly string[])[];
  /** Smallest sets of points that, taken over from `a`, make `b` name the winners of `a`. */
  readonly flipB: readonly (readonly string[])[];
  /** Sets that are smallest both ways: double cruxes. */
  readonly both: readonly (readonly string[])[];
  /** Null where all sets were tried; else what the search among them did. See `Found`. */
  readonly search: {
    readonly tried: number;
    readonly looseA: readonly (readonly string[])[];
    readonly looseB: readonly (readonly string[])[];
  } | null;
  readonly shares: Shares;
};

/** The cruxes between two positions. Throws `Undecided` where winners depend on what is unknown. */
export function cruxesBetween(a: Position, b: Position, budget: Budget): Cruxes {
  const differences = differencesBetween(a, b);
  const winners = { a: winnersIn(a), b: winnersIn(b) };
  const keys = { a: winnersKey(winners.a), b: winnersKey(winners.b) };
  const isSame = keys.a === keys.b;
  const found = isSame
    ? NO_SETS
    : setsOf(outcomesOf(a, differences.map(changeOf(b)), budget), differences.length, keys);
  const named = (sets: Sets): readonly (readonly string[])[] =>
    sets.map((places) => places.flatMap((place) => differences[place]?.of ?? []));
  const [flipA, flipB] = [named(found.a), named(found.b)];
  const texts = new Set(flipB.map((set) => JSON.stringify(set)));
  return {
    winners,
    differences,
    flipA,
    flipB,
    both: flipA.filter((set) => texts.has(JSON.stringify(set))),
    search: found.search && {
      tried: found.search.tried,
      looseA: named(found.search.a),
      looseB: named(found.search.b),
    },
    shares: sharesOfGap(a, b, differences, winners, budget),
  };
}

const changeOf =
  (b: Position) =>
  ({ edit }: Difference): Change =>
    edit === null ? { patch: [], g: b.g } : { patch: [edit], g: null };

type SetsBothWays = {
  readonly a: Sets;
  readonly b: Sets;
  readonly search: { readonly tried: number; readonly a: Sets; readonly b: Sets } | null;
};

const NO_SETS: SetsBothWays = { a: [], b: [], search: null };

/** The smallest sets both ways: `outcomes` takes differences over from `b` into `a`. */
function setsOf(
  outcomes: Outcomes,
  count: number,
  keys: { readonly a: string; readonly b: string },
): SetsBothWays {
  const sets = allSets(count, []);
  if (sets !== null) {
    const whole = sets.length - 1;
    const a = minimalSets(sets, (set) => outcomes.ofBits(set) === keys.b);
    return { a, b: minimalSets(sets, (set) => outcomes.ofBits(whole ^ set) === keys.a), search: null };
  }
  const all = Array.from({ length: count }, (_, place) => place);
  const apart = (): boolean => false;
  const a = searchSets(count, apart, (places) => outcomes.of(places) === keys.b);
  const without = (places: readonly number[]): readonly number[] => {
    const left = new Set(places);
    return all.filter((place) => !left.has(place));
  };
  const b = searchSets(count, apart, (places) => outcomes.of(without(places)) === keys.a);
  return { a: a.minimal, b: b.minimal, search: { tried: a.tried, a: a.loose, b: b.loose } };
}
