import type { Issue } from "../base/issue.ts";
import { err, ok, type Result } from "../base/result.ts";
import { checkScenario, namesWithoutMeaning } from "../scenario/check-scenario.ts";
import type { Scenario } from "../scenario/scenario.ts";
import { extraOf } from "./extra.ts";
import { FieldReader } from "./field-reader.ts";
import { withNameSpan } from "./name-span.ts";
import {
  KNOWN,
  LINEAR,
  readAssumption,
  readExchange,
  readParameter,
  readProgram,
  readTerm,
} from "./read-parts.ts";
import { scenarioSchema } from "./scenario-schema.ts";
import { shapeIssues } from "./shape-issues.ts";

/**
 * Reads a scenario from JSON of unknown origin (format `crux/scenario`, version 1). Every mistake is reported at
 * once: wrong shapes first, then formulas, then names, cycles and costs that can't be. Unknown keys are kept.
 */
export function readScenario(json: unknown): Result<Scenario, readonly Issue[]> {
  const shape = scenarioSchema.safeParse(json);
  if (!shape.success) return err(shapeIssues(shape.error.issues, json));
  const data = shape.data;
  const reader = new FieldReader();
  const each = <Json, Part>(
    key: string,
    list: readonly Json[] | undefined,
    read: (reader: FieldReader, json: Json, path: readonly (string | number)[]) => Part,
  ): readonly Part[] => Object.freeze((list ?? []).map((one, index) => read(reader, one, [key, index])));
  const scenario: Scenario = Object.freeze({
    title: data.title ?? "",
    summary: data.summary ?? "",
    exchange: data.exchange === undefined ? LINEAR : readExchange(reader, data.exchange, ["exchange"]),
    terms: each("terms", data.terms, readTerm),
    parameters: each("parameters", data.parameters, readParameter),
    programs: each("programs", data.programs, readProgram),
    assumptions: each("assumptions", data.assumptions, readAssumption),
    extra: extraOf(json, KNOWN.scenario),
  });
  const issues = [
    ...reader.issues,
    ...wholeIssues(scenario, reader.issues).map((one) => withNameSpan(one, json)),
  ];
  return issues.length > 0 ? err(issues) : ok(scenario);
}

/** What is wrong with the scenario as a whole; beside formulas that could not be read, only names without a meaning. */
function wholeIssues(scenario: Scenario, unread: readonly Issue[]): readonly Issue[] {
  if (unread.length === 0) return checkScenario(scenario);
  // An id that could not be read would only cause more complaints, about every formula that names it.
  return unread.some(({ path }) => path.at(-1) === "id") ? [] : namesWithoutMeaning(scenario);
}
