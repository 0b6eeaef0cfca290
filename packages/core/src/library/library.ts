import { assert } from "../base/assert.ts";
import type { Scenario } from "../scenario/scenario.ts";
import { readScenario } from "../syntax/read-scenario.ts";
import type { ScenarioJson } from "../syntax/scenario-schema.ts";
import { codecs } from "./codecs.ts";
import { indexOrScan } from "./index-or-scan.ts";
import { memoiseOrRecompute } from "./memoise-or-recompute.ts";
import { speedSimplicity } from "./speed-simplicity.ts";
import { levin, rolloutCap, storeOrDerive } from "./variants.ts";

const SCENARIOS: ReadonlyMap<string, ScenarioJson> = new Map([
  ["speed-simplicity", speedSimplicity],
  ["levin", levin],
  ["rollout-cap", rolloutCap],
  ["store-or-derive", storeOrDerive],
  ["codecs", codecs],
  ["memoise-or-recompute", memoiseOrRecompute],
  ["index-or-scan", indexOrScan],
]);

const read = new Map<string, Scenario>();

/** Names of the built-in scenarios, the best known first. */
export const libraryNames = (): readonly string[] => [...SCENARIOS.keys()];

/** The built-in scenario of that name; undefined when there is none. */
export function fromLibrary(name: string): Scenario | undefined {
  const known = read.get(name);
  const json = SCENARIOS.get(name);
  if (known !== undefined || json === undefined) return known;
  const scenario = readScenario(json);
  assert(scenario.ok, `the built-in scenario ${name} can be read`);
  read.set(name, scenario.value);
  return scenario.value;
}
