import { assert, must } from "../base/assert.ts";
import { applyPatch } from "../patch/apply-patch.ts";
import type { Overlay, Patch } from "../patch/edit.ts";
import { readOverlay, readPatch } from "../patch/read-patch.ts";
import type { Scenario } from "../scenario/scenario.ts";
import { fromLibrary } from "./library.ts";
import { speedSimplicityPatches } from "./speed-simplicity-patches.ts";

/** A named change to a built-in scenario; `after` names the patches that come before it, in order. */
export type LibraryPatch = {
  readonly name: string;
  readonly label: string;
  readonly gloss: string;
  readonly after: readonly string[];
  readonly patch: Patch;
};

const ESSAY = "speed-simplicity";

/** The named changes to a built-in scenario; empty for a scenario without any. */
export function libraryPatches(name: string): readonly LibraryPatch[] {
  if (name !== ESSAY) return [];
  return speedSimplicityPatches.map(({ patch, ...rest }) => {
    const read = readPatch(patch);
    assert(read.ok, `the built-in patch ${rest.name} can be read`);
    return { ...rest, patch: read.value };
  });
}

/** The built-in scenario after the named patch and those it builds on; undefined when either name is unknown. */
export function libraryVariant(name: string, patchName: string): Scenario | undefined {
  const base = fromLibrary(name);
  const patches = new Map(libraryPatches(name).map((one) => [one.name, one]));
  const last = patches.get(patchName);
  if (base === undefined || last === undefined) return undefined;
  const all = [
    ...last.after.map((one) => must(patches.get(one), "built-in patches build on each other")),
    last,
  ];
  return all.reduce((scenario, { patch }) => {
    const changed = applyPatch(scenario, patch);
    assert(changed.ok, `the built-in patch ${patchName} applies`);
    return changed.value;
  }, base);
}

/** Two people who differ about the speed + simplicity scenario: the worked example of a search for cruxes. */
export function libraryOverlays(name: string): readonly Overlay[] {
  if (name !== ESSAY) return [];
  const costs: readonly (readonly [string, "c" | "t", string])[] = [
    ["get_base_obj", "c", "55"],
    ["combine", "c", "9"],
    ["find(get_proxy_for_base_obj(env))", "t", "12"],
    ["mesaoptimize_outer_world_env", "t", "30"],
  ];
  const second = costs.map(([term, axis, to]) => ({ kind: "set-cost", term, axis, to }));
  return [
    { owner: "A", patch: [], g: "3/2" },
    { owner: "B", patch: second, g: "9/4" },
  ].map((json) => {
    const overlay = readOverlay(json);
    assert(overlay.ok, "the built-in overlays can be read");
    return overlay.value;
  });
}
