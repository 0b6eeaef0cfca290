import {
  contestOf,
  err,
  type Issue,
  issue,
  ok,
  type Result,
  type Scenario,
  unreachable,
  writeScenario,
} from "@crux/core";
import type { MapAnswer } from "@crux/solver";
import { chartScene } from "../chart-scene.ts";
import { type DerivationLine, derivation, derivationMarkdown } from "../derivation.ts";
import { flipPair } from "../flip-pair.ts";
import { mapAxesOf, withValueAt } from "../map/map-axis.ts";
import { mapSvg } from "../map/map-svg.ts";
import { rankAxes } from "../map/rank-axes.ts";
import { axisOfSheet, regionsOf } from "../map/regions.ts";
import { sheetOf } from "../map/sheet.ts";
import { escapeMarkdown } from "../markdown-text.ts";
import { scenarioMarkdown } from "../scenario-text.ts";
import { mapSentence } from "../sentence.ts";
import { stripScene } from "../strip.ts";
import { chartSvg, stripSvg } from "../svg.ts";
import { annotationsOf } from "./annotations.ts";
import { argdownOf } from "./argdown.ts";
import { type DebateItem, writeDebate } from "./debate.ts";
import { debateMarkdown } from "./debate-markdown.ts";
import type { ExportId } from "./formats.ts";
import { latexDocument } from "./latex-document.ts";

/** All that an export is made of. */
export type Material = {
  readonly scenario: Scenario;
  /** Its winner map over g; null where costs are unknown. */
  readonly map: MapAnswer | null;
  readonly debate: readonly DebateItem[];
  /** The address of the scenario, or any other IRI that stands for it. */
  readonly source: string;
  /** What a map has upwards, e.g. `phi` or `t(combine)`; null: what tells most. */
  readonly over: string | null;
};

/** The text of an export; of a PNG the SVG that it is drawn from. An issue where there is nothing to draw. */
export function exportOf(id: ExportId, material: Material): Result<string, readonly Issue[]> {
  const { scenario, map, debate, source } = material;
  switch (id) {
    case "json":
      return ok(json(writeScenario(scenario)));
    case "objections":
      return ok(json(writeDebate(debate)));
    case "annotations":
      return ok(json(annotationsOf(scenario, debate, source)));
    case "argdown":
      return ok(argdownOf(scenario, map, debate));
    case "latex":
      return ok(latexDocument(scenario, map, stepsOf(scenario, map)));
    case "markdown":
      return ok(markdownOf(material));
    case "strip.svg":
    case "strip.png":
      return map === null ? nothingToDraw() : ok(stripSvg(stripScene(scenario, map)));
    case "lines.svg":
    case "lines.png":
      return map === null
        ? nothingToDraw()
        : ok(chartSvg(chartScene(scenario, contestOf(scenario), map), mapSentence(scenario, map)));
    case "map.svg":
    case "map.png":
      return mapOf(material);
    default:
      return unreachable(id);
  }
}

const json = (value: unknown): string => `${JSON.stringify(value, null, 2)}\n`;

const nothingToDraw = (): Result<never, readonly Issue[]> =>
  err([
    issue("nothing-to-draw", "nothing to draw while costs are unknown", {
      hint: "give every cost a number, or export Markdown",
    }),
  ]);

function markdownOf({ scenario, map, debate }: Material): string {
  const steps = stepsOf(scenario, map);
  const parts = [
    scenarioMarkdown(scenario),
    map === null ? "" : `## Who wins where\n\n${escapeMarkdown(mapSentence(scenario, map))}`,
    steps.length === 0 ? "" : `## How the flip comes about\n\n${derivationMarkdown(steps)}`,
    debateMarkdown(debate),
  ];
  return `${parts.filter((part) => part !== "").join("\n\n")}\n`;
}

/** How the first flip comes about; no lines where there is none. */
function stepsOf(scenario: Scenario, map: MapAnswer | null): readonly DerivationLine[] {
  const flip = map?.thresholds[0];
  const pair = flipPair(flip);
  if (flip === undefined || pair === null) return [];
  return derivation(scenario, pair, flip.at, flip.formula);
}

function mapOf({ scenario, map, over }: Material): Result<string, readonly Issue[]> {
  const axes = mapAxesOf(scenario);
  const chosen = over === null ? rankAxes(scenario, map, axes) : axes.filter((one) => one.name === over);
  if (over !== null && chosen.length === 0) {
    const hint = `use one of ${axes
      .slice(0, 12)
      .map(({ name }) => name)
      .join(", ")}`;
    return err([issue("unknown-axis", `no map can be drawn over: ${over}`, { hint })]);
  }
  for (const axis of chosen) {
    const sheet = sheetOf(axis.low, axis.high, (value) => withValueAt(scenario, axis, value));
    if (sheet === null || sheet.rows.length === 0) continue;
    const drawing = axisOfSheet(sheet);
    const scene = { axis: drawing, over: axis, regions: regionsOf(sheet, drawing), styles: sheet.styles };
    const title = `Who wins over g and ${axis.label}. ${map === null ? "" : mapSentence(scenario, map)}`;
    return ok(mapSvg(scene, title.trim()));
  }
  return nothingToDraw();
}
