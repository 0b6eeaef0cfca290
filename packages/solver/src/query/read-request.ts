import type { Issue, Result } from "@crux/core";
import { err, ok } from "@crux/core";
import { readQuery } from "./read-query.ts";
import type { Request } from "./request.ts";
import { requestSchema } from "./request-schema.ts";
import { scenarioOf, writtenScenario } from "./scenario-of.ts";
import { schemaIssues } from "./schema-issues.ts";

/** Reads a request; every issue has its place in the JSON, and all of them come at once. */
export function readRequest(raw: unknown): Result<Request, readonly Issue[]> {
  const shape = requestSchema.safeParse(raw);
  if (!shape.success) return err(schemaIssues(shape.error.issues, raw));
  const scenario = scenarioOf(shape.data.scenario);
  const issues: Issue[] = scenario.ok ? [] : [...scenario.error];
  const known = scenario.ok ? scenario.value : "unreadable";
  const query = readQuery(shape.data.query, known, issues);
  if (!scenario.ok || query === null || issues.length > 0) return err(issues);
  const written = { scenario: writtenScenario(scenario.value), query: shape.data.query };
  return ok({ id: idOf(raw), scenario: scenario.value, query, written });
}

/** The id that a reply repeats as it was given, also for a request that could not be read. */
export function idOf(raw: unknown): string | number | null {
  if (typeof raw !== "object" || raw === null || !Object.hasOwn(raw, "id")) return null;
  const { id } = raw as { readonly id: unknown };
  return typeof id === "string" || typeof id === "number" ? id : null;
}
