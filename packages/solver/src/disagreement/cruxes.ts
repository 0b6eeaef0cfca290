import type { Budget } from "@crux/core";
import { contestOf, winnersAt } from "@crux/core";
import { Undecided } from "../algebra/undecided.ts";
import { between, type Difference, differencesBetween, type Position } from "./difference.ts";
import { minimalSets } from "./minimal-sets.ts";
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
  readonly shares: Shares;
};

/** Above this many differences there are too many sets to try. */
const MOST_DIFFERENCES = 14;
/** Steps that one set costs. */
const STEPS_A_SET = 100;

/** The cruxes between two positions. Throws `Undecided` where winners depend on what is unknown. */
export function cruxesBetween(a: Position, b: Position, budget: Budget): Cruxes {
  const differences = differencesBetween(a, b);
  if (differences.length > MOST_DIFFERENCES) {
    throw new Undecided(
      `cruxes among at most ${MOST_DIFFERENCES} differences; here are ${differences.length}`,
    );
  }
  const winners = { a: winnersOf(a), b: winnersOf(b) };
  const key = (some: readonly string[]): string => JSON.stringify(some.toSorted());
  const namesWinnersOf = (side: "a" | "b", taken: readonly Difference[]): boolean => {
    budget.spend(STEPS_A_SET, "trying sets of differences");
    const position = between(a, b, taken);
    return position !== null && key(winnersOf(position)) === key(winners[side]);
  };
  const isSame = key(winners.a) === key(winners.b);
  const sets = (has: (places: readonly number[]) => boolean): readonly (readonly string[])[] =>
    isSame
      ? []
      : minimalSets(differences.length, has).map((places) =>
          places.map((place) => differences[place]?.of ?? ""),
        );
  const at = (places: readonly number[]): readonly Difference[] =>
    differences.filter((_, i) => places.includes(i));
  const without = (places: readonly number[]): readonly Difference[] =>
    differences.filter((_, i) => !places.includes(i));
  const flipA = sets((places) => namesWinnersOf("b", at(places)));
  const flipB = sets((places) => namesWinnersOf("a", without(places)));
  const both = flipA.filter((set) => flipB.some((other) => key(other) === key(set)));
  return {
    winners,
    differences,
    flipA,
    flipB,
    both,
    shares: sharesOfGap(a, b, differences, winners, budget),
  };
}

/** Who wins in a position. */
export function winnersOf({ scenario, g }: Position): readonly string[] {
  const found = winnersAt(contestOf(scenario), new Map([["g", g]]));
  if (found.kind === "undecided") throw new Undecided(found.reason);
  return found.winners;
}
