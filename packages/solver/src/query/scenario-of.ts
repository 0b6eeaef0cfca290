import type { Issue, Result, Scenario } from "@crux/core";
import { didYouMean, err, issue, ok, readScenario, under, writeScenario } from "@crux/core";
import { fromLibrary, libraryNames } from "@crux/core/library";
import type { RawRequest } from "./request-schema.ts";

/** The scenario of a request: written out, by name from the library, or none. */
export function scenarioOf(raw: RawRequest["scenario"]): Result<Scenario | null, readonly Issue[]> {
  if (raw === undefined) return ok(null);
  if (isLibraryName(raw)) return namedScenario(raw.library);
  const read = readScenario(raw);
  return read.ok ? read : err(under(["scenario"], read.error));
}

const isLibraryName = (raw: object): raw is { readonly library: string } =>
  Object.hasOwn(raw, "library") && !Object.hasOwn(raw, "format");

function namedScenario(name: string): Result<Scenario, readonly Issue[]> {
  const scenario = fromLibrary(name);
  if (scenario !== undefined) return ok(scenario);
  const names = libraryNames();
  const near = didYouMean(name, names);
  const hint = near === "" ? `one of: ${names.join(", ")}` : near;
  return err([
    issue("unknown-library", `unknown library scenario: ${name}`, { path: ["scenario", "library"], hint }),
  ]);
}

/** The scenario as it stands in a certificate: always written out. */
export const writtenScenario = (scenario: Scenario | null): unknown =>
  scenario === null ? null : writeScenario(scenario);
