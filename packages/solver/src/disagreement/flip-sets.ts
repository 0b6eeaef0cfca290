import type { Budget, Edit, Patch, Rational, Scenario } from "@crux/core";
import { unreachable } from "@crux/core";
import { applyPatch, writeEdit } from "@crux/core/patch";
import { winnersOf } from "./cruxes.ts";
import { subsets } from "./minimal-sets.ts";

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

/** Steps that one set in one reading costs, and one that is passed over since a part of it flips already. */
const STEPS_A_SET = 100;
const STEPS_A_GLANCE = 5;

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
): readonly FlipSet[] {
  const before = JSON.stringify(winnersOf({ scenario, g }).toSorted());
  const found: FlipSet[] = [];
  for (let size = 1; size <= objections.length; size += 1) {
    for (const places of subsets(objections.length, size)) {
      for (const choice of readingsOf(objections.filter((_, at) => places.includes(at)))) {
        budget.spend(STEPS_A_GLANCE, "trying sets of objections");
        if (found.some((smaller) => holds(choice, smaller)) || conflict(choice)) continue;
        budget.spend(STEPS_A_SET, "trying sets of objections");
        const changed = applyPatch(
          scenario,
          choice.flatMap((one) => one.patch),
        );
        if (!changed.ok) continue;
        const winners = winnersOf({ scenario: changed.value, g });
        if (JSON.stringify(winners.toSorted()) === before) continue;
        found.push({ objections: choice.map(({ id, label }) => ({ id, reading: label })), winners });
      }
    }
  }
  return found;
}

type Read = { readonly id: string; readonly label: string; readonly patch: Patch };

/** Every way to read each of the objections. */
function readingsOf([first, ...others]: readonly Objecting[]): readonly (readonly Read[])[] {
  if (first === undefined) return [[]];
  const rest = readingsOf(others);
  return first.readings.flatMap(({ label, patch }) =>
    rest.map((more) => [{ id: first.id, label, patch }, ...more]),
  );
}

const holds = (choice: readonly Read[], { objections }: FlipSet): boolean =>
  objections.every(({ id, reading }) => choice.some((one) => one.id === id && one.label === reading));

/** Whether two of the patches set the same thing to different values. */
function conflict(choice: readonly Read[]): boolean {
  const set = new Map<string, { readonly by: string; readonly to: string }>();
  for (const { id, patch } of choice) {
    for (const edit of patch) {
      const [place, to] = [placeOf(edit), JSON.stringify(writeEdit(edit))];
      const other = set.get(place);
      if (other !== undefined && other.by !== id && other.to !== to) return true;
      set.set(place, { by: id, to });
    }
  }
  return false;
}

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
