import type { Budget, Edit, Patch, Rational, Scenario } from "@crux/core";
import { must, unreachable } from "@crux/core";
import { writeEdit } from "@crux/core/patch";
import { allSets, minimalSets } from "./minimal-sets.ts";
import { type Change, changed, outcomesOf, winnersIn, winnersKey } from "./outcomes.ts";
import { searchSets } from "./search-sets.ts";

/** An objection as far as it matters here: its readings, each a patch. */
export type Objecting = {
  readonly id: string;
  readonly readings: readonly { readonly label: string; readonly patch: Patch }[];
};

/** Objections that together change the winner, each read in one way, and who wins then. */
export type FlipSet = {
  readonly objections: readonly { readonly id: string; readonly reading: string }[];
  readonly winners: readonly string[];
};

/** Every smallest set, or, where there are too many sets to try, what a search among them found; see `Found`. */
export type FlipSets = {
  readonly sets: readonly FlipSet[];
  readonly search: { readonly tried: number; readonly loose: readonly FlipSet[] } | null;
};

/**
 * The smallest sets of objections that change the winner at `g`: no part of one does so by itself in the same
 * readings. Sets in which two patches set the same thing to different values are left out, and so are sets whose
 * patches do not fit the scenario together.
 */
export function flipSets(
  scenario: Scenario,
  g: Rational,
  objections: readonly Objecting[],
  budget: Budget,
): FlipSets {
  const start = { scenario, g };
  const before = winnersKey(winnersIn(start));
  const choices = objections.flatMap(({ id, readings }, at) =>
    readings.map(({ label, patch }): Read => ({ at, id, label, patch, sets: settingsOf(patch), g: null })),
  );
  const outcomes = outcomesOf(start, choices, budget);
  const flips = (key: string | null): boolean => key !== null && key !== before;
  const flipSet = (places: readonly number[]): FlipSet => ({
    objections: places.flatMap((place) => {
      const choice = choices[place];
      return choice === undefined ? [] : [{ id: choice.id, reading: choice.label }];
    }),
    winners: winnersIn(
      must(
        changed(
          start,
          places.flatMap((place) => choices[place] ?? []),
        ),
        "a set that flips fits the scenario",
      ),
    ),
  });
  const clash = (one: number, other: number): boolean =>
    excludes(must(choices[one], "a choice"), must(choices[other], "a choice"));
  const all = allSets(choices.length, clashesOf(choices.length, clash));
  if (all !== null) {
    return { sets: minimalSets(all, (set) => flips(outcomes.ofBits(set))).map(flipSet), search: null };
  }
  const { minimal, loose, tried } = searchSets(choices.length, clash, (places) => flips(outcomes.of(places)));
  return { sets: minimal.map(flipSet), search: { tried, loose: loose.map(flipSet) } };
}

/** One reading of an objection, with what its patch sets, as texts by place. */
type Read = Change & {
  /** The place of the objection. */
  readonly at: number;
  readonly id: string;
  readonly label: string;
  readonly sets: ReadonlyMap<string, string>;
};

const settingsOf = (patch: Patch): ReadonlyMap<string, string> =>
  new Map(patch.map((edit) => [placeOf(edit), JSON.stringify(writeEdit(edit))]));

/** Two readings of one objection, and patches that set the same thing to different values. */
function excludes(one: Read, other: Read): boolean {
  if (one.at === other.at) return true;
  for (const [place, to] of one.sets) if ((other.sets.get(place) ?? to) !== to) return true;
  return false;
}

const clashesOf = (count: number, clash: (one: number, other: number) => boolean): readonly number[] =>
  Array.from({ length: count }, (_, place) => {
    let clashes = 0;
    for (let other = 0; other < count; other += 1)
      if (other !== place && clash(place, other)) clashes |= 1 << other;
    return clashes;
  });

/** What an edit sets; edits of the same place conflict unless they are the same. */
function placeOf(edit: Edit): string {
  switch (edit.kind) {
    case "set-cost":
      return `${edit.axis}(${edit.term})`;
    case "set-parameter":
      return `parameter ${edit.parameter}`;
    case "set-domain":
      return `domain ${edit.parameter}`;
    case "set-program":
      return `${edit.axis} of program ${edit.id}`;
    case "set-exchange":
      return "exchange";
    case "add-term":
      return `term ${edit.term.id}`;
    case "remove-term":
    case "split-term":
      return `term ${edit.term}`;
    case "add-parameter":
      return `whole parameter ${edit.parameter.id}`;
    case "remove-parameter":
      return `whole parameter ${edit.parameter}`;
    case "add-program":
      return `program ${edit.program.id}`;
    case "remove-program":
      return `program ${edit.program}`;
    case "set-assumption":
      return `assumption ${edit.assumption.id}`;
    case "set-status":
    case "remove-assumption":
      return `assumption ${edit.assumption}`;
    case "set-key":
    case "remove-key":
      return `key ${edit.key}`;
    default:
      return unreachable(edit);
  }
}
