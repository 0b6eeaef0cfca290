import { assert } from "../base/assert.ts";
import { type Issue, issue, under } from "../base/issue.ts";
import { err, ok, type Result } from "../base/result.ts";
import { showText } from "../base/show-text.ts";
import { didYouMean } from "../base/suggest.ts";
import { applyPatch } from "../patch/apply-patch.ts";
import type { Overlay, Patch } from "../patch/edit.ts";
import { readOverlay, readPatch } from "../patch/read-patch.ts";
import type { Scenario } from "../scenario/scenario.ts";
import { fromLibrary, libraryNames } from "./library.ts";
import { speedSimplicityPatches } from "./speed-simplicity-patches.ts";
import { speedSimplicityVariants } from "./speed-simplicity-variants.ts";

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
  return [...speedSimplicityPatches, ...speedSimplicityVariants].map(({ patch, ...rest }) => {
    const read = readPatch(patch);
    assert(read.ok, `the built-in patch ${rest.name} can be read`);
    return { ...rest, patch: read.value };
  });
}

/** The built-in scenario after the named patch and those it builds on; undefined when either name is unknown. */
export function libraryVariant(name: string, patchName: string): Scenario | undefined {
  const variant = libraryScenario(name, [patchName]);
  return variant.ok ? variant.value : undefined;
}

/**
 * The built-in scenario after all named patches, in their order, each preceded by those it builds on; none is applied
 * twice. Issues: a name that is unknown (path `library` or `patches`, place), or patches that do not fit together.
 */
export function libraryScenario(
  name: string,
  patchNames: readonly string[] = [],
): Result<Scenario, readonly Issue[]> {
  const base = fromLibrary(name);
  if (base === undefined) return err([unknown("library scenario", name, libraryNames(), ["library"])]);
  const known = new Map(libraryPatches(name).map((one) => [one.name, one]));
  const issues = patchNames.flatMap((one, place) =>
    known.has(one) ? [] : [unknown("library patch", one, [...known.keys()], ["patches", place])],
  );
  if (issues.length > 0) return err(issues);
  const done = new Set<string>();
  let scenario = base;
  for (const [place, last] of patchNames.entries()) {
    for (const one of [...(known.get(last)?.after ?? []), last]) {
      if (done.has(one)) continue;
      const changed = applyPatch(scenario, known.get(one)?.patch ?? []);
      if (!changed.ok) return err(under(["patches", place], changed.error));
      scenario = changed.value;
      done.add(one);
    }
  }
  return ok(scenario);
}

function unknown(
  what: string,
  name: string,
  names: readonly string[],
  path: readonly (string | number)[],
): Issue {
  const near = didYouMean(name, names);
  const others = names.length === 0 ? "there are none" : `one of: ${names.join(", ")}`;
  const hint = near === "" ? others : near;
  return issue(
    `unknown-${path[0] === "patches" ? "patch" : "library"}`,
    `unknown ${what}: ${showText(name)}`,
    {
      path,
      hint,
    },
  );
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
