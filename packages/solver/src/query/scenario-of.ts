import type { Issue, Result, Scenario } from "@crux/core";
import { err, issue, ok, readScenario, under, writeScenario } from "@crux/core";
import type { RawRequest } from "./request-schema.ts";

/** The scenario of a request: written out, by name from the library, or none. */
export function scenarioOf(raw: RawRequest["scenario"]): Result<Scenario | null, readonly Issue[]> {
  if (raw === undefined) return ok(null);
  if ("library" in raw) {
    return err([
      issue("unknown-library", `unknown library scenario: ${raw.library}`, { path: ["scenario", "library"] }),
    ]);
  }
  const read = readScenario(raw);
  return read.ok ? read : err(under(["scenario"], read.error));
}

/** The scenario as it stands in a certificate: always written out. */
export const writtenScenario = (scenario: Scenario | null): unknown =>
  scenario === null ? null : writeScenario(scenario);
