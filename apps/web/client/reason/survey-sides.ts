import { applyPatch, diffScenarios, type Edit, printExpr, type Scenario, writeScenario } from "@crux/core";
import { labelOf } from "@crux/present/words";
import { sayEdit } from "../mine/say-edit.ts";
import { SILENT } from "./compare-sides.ts";
import { type ReadSide, readSide, stripsOf, winnersAt } from "./read-side.ts";
import type { Split, Surveyed, SurveyTask } from "./reason.ts";

/** Who wins for whom, and on which values people differ from the shared ones: those that turn most people first. */
export function surveySides({ shared, sides }: SurveyTask): Surveyed {
  const base = readSide(shared);
  if (typeof base === "string") return { kind: "wrong", why: base };
  const read = sides.map(readSide);
  const known = read.filter((one) => typeof one !== "string");
  const unread = sides.filter((_, at) => typeof read[at] === "string").map(({ name }) => name);
  const splits = new Map<string, Split>();
  for (const one of known) for (const split of splitsOf(base.scenario, one)) put(splits, split);
  return {
    kind: "surveyed",
    strips: stripsOf(known),
    unread,
    splits: [...splits.values()].toSorted(
      (a, b) => b.turns.length - a.turns.length || holders(b) - holders(a) || (a.label < b.label ? -1 : 1),
    ),
  };
}

const holders = ({ held }: Split): number => held.reduce((sum, { names }) => sum + names.length, 0);

/** What one side has otherwise than the shared scenario, value by value, and whether taking the shared one turns it. */
function splitsOf(shared: Scenario, { side, scenario, winners }: ReadSide): readonly Split[] {
  const patch = diffScenarios(shared, scenario);
  return patch.flatMap((edit): Split[] => {
    if (SILENT.includes(edit.kind)) return [];
    const without = applyPatch(
      shared,
      patch.filter((one) => one !== edit),
    );
    const then = without.ok ? winnersAt(writeScenario(without.value), side.g) : null;
    const isTurned = then !== null && JSON.stringify(then) !== JSON.stringify(winners);
    return [
      {
        ...named(shared, edit),
        held: [{ value: heldValue(edit), names: [side.name] }],
        turns: isTurned ? [side.name] : [],
      },
    ];
  });
}

/** What an edit is about, its name, and what the shared scenario says there. */
function named(shared: Scenario, edit: Edit): Pick<Split, "of" | "label" | "shared"> {
  if (edit.kind === "set-cost") {
    const of = `${edit.axis}(${edit.term})`;
    const term = shared.terms.find(({ id }) => id === edit.term);
    const there = term?.[edit.axis] ?? null;
    return { of, label: labelOf(shared, of), shared: there === null ? "unknown" : printExpr(there) };
  }
  if (edit.kind === "set-parameter") {
    const there = shared.parameters.find(({ id }) => id === edit.parameter)?.value ?? null;
    const label = labelOf(shared, edit.parameter);
    return { of: edit.parameter, label, shared: there === null ? "unknown" : printExpr(there) };
  }
  const text = sayEdit(edit);
  return { of: text, label: text, shared: "not so" };
}

function heldValue(edit: Edit): string {
  if (edit.kind !== "set-cost" && edit.kind !== "set-parameter") return "so";
  return edit.to === null ? "unknown" : printExpr(edit.to);
}

function put(splits: Map<string, Split>, { of, label, shared, held, turns }: Split): void {
  const old = splits.get(of);
  if (old === undefined) {
    splits.set(of, { of, label, shared, held, turns });
    return;
  }
  const all = [...old.held];
  for (const { value, names } of held) {
    const at = all.findIndex((one) => one.value === value);
    const there = all[at];
    if (there === undefined) all.push({ value, names });
    else all[at] = { value, names: [...there.names, ...names] };
  }
  splits.set(of, { ...old, held: all, turns: [...old.turns, ...turns] });
}
