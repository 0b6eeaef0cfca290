import { type Issue, placeAt, readJson, readScenario } from "@crux/core";
import type { ScenarioJson } from "../scenario-json.ts";
import type { Brought, Problem } from "./view.ts";

/** Reads the text of a scenario file; what is wrong comes with line and column, all at once. */
export function bringScenario(text: string): Brought {
  const json = readJson(text);
  if (!json.ok)
    return {
      ok: false,
      problems: json.error.map((one) => problem(one, one.span && placeAt(text, one.span.start))),
    };
  if ((json.value.value as { readonly format?: unknown } | null)?.format === "crux/room")
    return { ok: false, problems: [WHOLE_ROOM] };
  const scenario = readScenario(json.value.value);
  if (scenario.ok) return { ok: true, scenario: json.value.value as ScenarioJson };
  return {
    ok: false,
    problems: scenario.error.map((one) => problem(one, json.value.placeOf(one.path, one.span))),
  };
}

const WHOLE_ROOM: Problem = {
  place: "",
  message: "this is a whole room, not a scenario",
  hint: "bring it back from the home page: it becomes a room of its own",
};

const problem = (
  { message, hint }: Issue,
  place: { readonly line: number; readonly column: number } | null,
): Problem => ({ place: place === null ? "" : `${place.line}:${place.column}`, message, hint });
