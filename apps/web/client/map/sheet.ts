import { readScenario } from "@crux/core";
import { verdictSentence } from "@crux/present";
import { type Sheet, sheetOf } from "@crux/present/map";
import { answerQuick } from "@crux/solver/quick";
import { type Path, type ScenarioJson, withValue } from "../scenario-json.ts";

/** What a map is drawn of: a scenario, the value that goes up and down, and its range as exact texts. */
export type MapRequest = {
  readonly scenario: ScenarioJson;
  readonly path: Path;
  readonly low: string;
  readonly high: string;
};

/** Solves the scenario at values of the range; null where it can't be read even once. */
export const drawSheet = ({ scenario, path, low, high }: MapRequest): Sheet | null =>
  sheetOf(low, high, (value) => {
    const read = readScenario(withValue(scenario, path, value));
    return read.ok ? read.value : null;
  });

/** Who wins at one point, exactly, as a sentence; empty where it has no answer in numbers. */
export function sayPoint(scenario: ScenarioJson, path: Path, value: string, g: string): string {
  const read = readScenario(withValue(scenario, path, value));
  if (!read.ok) return "";
  const answer = answerQuick(read.value, { kind: "score", g });
  return answer?.kind === "score" ? verdictSentence(read.value, answer) : "";
}
