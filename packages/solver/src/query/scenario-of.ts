import type { Issue, Result, Scenario } from "@crux/core";
import { err, ok, readScenario, under, writeScenario } from "@crux/core";
import { libraryScenario } from "@crux/core/library";
import { librarySchema, type RawRequest } from "./request-schema.ts";
import { schemaIssues } from "./schema-issues.ts";

/** The scenario of a request: written out, by name from the library with the patches named there, or none. */
export function scenarioOf(raw: RawRequest["scenario"]): Result<Scenario | null, readonly Issue[]> {
  if (raw === undefined) return ok(null);
  if (isLibraryName(raw)) return namedScenario(raw);
  const read = readScenario(raw);
  return read.ok ? read : err(under(["scenario"], read.error));
}

const isLibraryName = (raw: object): boolean =>
  Object.hasOwn(raw, "library") && !Object.hasOwn(raw, "format");

function namedScenario(raw: unknown): Result<Scenario, readonly Issue[]> {
  const shape = librarySchema.safeParse(raw);
  if (!shape.success) return err(under(["scenario"], schemaIssues(shape.error.issues, raw)));
  const scenario = libraryScenario(shape.data.library, shape.data.patches);
  return scenario.ok ? scenario : err(under(["scenario"], scenario.error));
}

/** The scenario as it stands in a certificate: always written out. */
export const writtenScenario = (scenario: Scenario | null): unknown =>
  scenario === null ? null : writeScenario(scenario);
