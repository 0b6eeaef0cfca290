import { contestOf, type Scenario, writeScenario } from "@crux/core";
import {
  chartScene,
  chartSvg,
  derivation,
  derivationLatex,
  derivationMarkdown,
  mapSentence,
  scenarioLatex,
  scenarioMarkdown,
  stripScene,
  stripSvg,
} from "@crux/present";
import type { MapAnswer } from "@crux/solver";
import { BadInput } from "./exit.ts";
import type { Source } from "./input.ts";
import { answerOf } from "./solve.ts";

/** The scenario as `json`, `markdown`, `latex`, `strip.svg` or `chart.svg`; throws `BadInput` for another format. */
export async function exported(source: Source, format: string): Promise<string> {
  const { scenario } = source;
  switch (format) {
    case "json":
      return JSON.stringify(writeScenario(scenario), null, 2);
    case "markdown": {
      const map = await mapOf(source);
      return [
        scenarioMarkdown(scenario),
        map === null ? "" : `## Who wins where\n\n${mapSentence(scenario, map)}`,
        stepsOf(scenario, map, derivationMarkdown),
      ]
        .filter((part) => part !== "")
        .join("\n\n");
    }
    case "latex": {
      const map = await mapOf(source);
      return [scenarioLatex(scenario), stepsOf(scenario, map, derivationLatex)]
        .filter((part) => part !== "")
        .join("\n\n");
    }
    case "strip.svg":
      return stripSvg(stripScene(scenario, await mustMap(source)));
    case "chart.svg": {
      const map = await mustMap(source);
      return chartSvg(chartScene(scenario, contestOf(scenario), map), mapSentence(scenario, map));
    }
    default:
      throw new BadInput([
        `unknown format: ${format}`,
        "  use json, markdown, latex, strip.svg or chart.svg",
      ]);
  }
}

async function mapOf(source: Source): Promise<MapAnswer | null> {
  const answer = await answerOf(source, { kind: "winners" });
  return answer.kind === "map" ? answer : null;
}

async function mustMap(source: Source): Promise<MapAnswer> {
  const map = await mapOf(source);
  if (map === null)
    throw new BadInput([
      `${source.name}: nothing to draw while costs are unknown`,
      "  put numbers in, or use --as markdown",
    ]);
  return map;
}

function stepsOf(
  scenario: Scenario,
  map: MapAnswer | null,
  write: (lines: ReturnType<typeof derivation>) => string,
): string {
  const threshold = map?.thresholds[0];
  const [before] = threshold?.before ?? [];
  const after = threshold?.after.find((id) => id !== before);
  if (threshold === undefined || before === undefined || after === undefined) return "";
  return write(derivation(scenario, [before, after], threshold.at, threshold.formula));
}
