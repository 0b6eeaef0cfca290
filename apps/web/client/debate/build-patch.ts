import { applyPatch, type Issue, readPatch, type Scenario, showText } from "@crux/core";
import { buildEdits } from "./build-edits.ts";
import type { Change } from "./change.ts";
import type { PatchJson } from "./compute-effect.ts";

/** Something to mend in a change: in one of its fields, or in all of it (""). A missing field was not filled in yet. */
export type ChangeProblem = {
  readonly change: number;
  readonly field: string;
  readonly message: string;
  readonly isMissing: boolean;
};

/** A patch made of changes, or what is still wrong with them; `before` is the scenario that each change starts from. */
export type BuiltPatch = {
  readonly patch: PatchJson;
  readonly problems: readonly ChangeProblem[];
  readonly before: readonly Scenario[];
};

/** The patch that changes add up to, each starting from the scenario that the one before it leaves. */
export function buildPatch(scenario: Scenario, changes: readonly Change[]): BuiltPatch {
  let here = scenario;
  const patch: unknown[] = [];
  const problems: ChangeProblem[] = [];
  const before: Scenario[] = [];
  changes.forEach((change, index) => {
    before.push(here);
    const built = buildEdits(here, change);
    if (!built.ok) {
      problems.push(...built.error.map((one) => ({ change: index, ...one })));
      return;
    }
    const read = readPatch(built.value);
    const changed = read.ok ? applyPatch(here, read.value) : read;
    if (!changed.ok) {
      problems.push({ change: index, field: "", message: inWords(changed.error), isMissing: false });
      return;
    }
    here = changed.value;
    patch.push(...built.value);
  });
  return { patch, problems, before };
}

/** The scenario after patches, as far as they fit: those that don't are left out. */
export function afterPatches(scenario: Scenario, patches: readonly PatchJson[]): Scenario {
  return patches.reduce<Scenario>((here, json) => {
    const read = readPatch(json);
    const changed = read.ok ? applyPatch(here, read.value) : read;
    return changed.ok ? changed.value : here;
  }, scenario);
}

function inWords([first]: readonly Issue[]): string {
  if (first === undefined) return "this does not fit the model";
  return first.hint === "" ? showText(first.message, 300) : `${showText(first.message, 300)} – ${first.hint}`;
}
