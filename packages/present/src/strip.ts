import type { Scenario } from "@crux/core";
import type { WinnerMap } from "@crux/solver";
import { type Axis, axisFor, decades, positionOf, rateAt } from "./axis.ts";
import { flipPair } from "./flip-pair.ts";
import { type ProgramStyle, programStyles } from "./names.ts";
import { decimalText, exactAndDecimal, exactText, toFloat } from "./number-text.ts";
import { mapSentence } from "./sentence.ts";

/** One band of the strip; positions run from 0 to 1. */
export type Band = {
  readonly from: number;
  readonly to: number;
  readonly winners: readonly string[];
  /** Styles of the winners; two or more mean a tie, drawn hatched with all names. */
  readonly styles: readonly ProgramStyle[];
  readonly label: string;
};

/** A mark where something happens: a flip, a tie without a flip, or a jump of a score. */
export type Tick = {
  readonly kind: "threshold" | "touch" | "pole";
  readonly position: number;
  readonly exact: string;
  readonly decimal: string;
  /** Exact and decimal together, for titles and screen readers. */
  readonly label: string;
  readonly formula: string | null;
  readonly description: string;
  /** The two programs between which the winner flips; null where it does not, or nobody wins on one side. */
  readonly between: readonly [string, string] | null;
};

/** All that is needed to draw a winner strip, in positions along the axis. */
export type StripScene = {
  readonly axis: Axis;
  readonly over: string;
  readonly bands: readonly Band[];
  readonly ticks: readonly Tick[];
  readonly decades: readonly { readonly text: string; readonly position: number }[];
  readonly sentence: string;
};

/** The strip of a winner map. `also` are further values of the axis (handles, pins, ghosts) that must lie in view. */
export function stripScene(scenario: Scenario, map: WinnerMap, also: readonly number[] = []): StripScene {
  const styles = programStyles(scenario);
  const styleOf = (id: string): ProgramStyle =>
    styles.get(id) ?? { name: id, hue: "slate", pattern: "plain" };
  const marks = [...map.thresholds, ...map.touches].map((mark) => toFloat(mark.at));
  const axis = axisFor([...marks, ...also]);
  const bands = map.segments.map((segment) => ({
    from: positionOf(axis, toFloat(segment.from)),
    to: positionOf(axis, toFloat(segment.to)),
    winners: segment.winners,
    styles: segment.winners.map(styleOf),
    label:
      segment.winners.length === 0 ? "nobody" : segment.winners.map((id) => styleOf(id).name).join(" = "),
  }));
  const name = (ids: readonly string[]) => ids.map((id) => styleOf(id).name).join(", ") || "nobody";
  const flips = map.thresholds.map(
    (threshold): Tick => ({
      kind: threshold.ties.length === 0 ? "pole" : "threshold",
      position: positionOf(axis, toFloat(threshold.at)),
      exact: exactText(threshold.at),
      decimal: decimalText(threshold.at),
      label: exactAndDecimal(threshold.at),
      formula: threshold.formula,
      description: `At ${map.over} = ${exactAndDecimal(threshold.at)} the winner flips from ${name(threshold.before)} to ${name(threshold.after)}.`,
      between: flipPair(threshold),
    }),
  );
  const touches = map.touches.map(
    (touch): Tick => ({
      kind: "touch",
      position: positionOf(axis, toFloat(touch.at)),
      exact: exactText(touch.at),
      decimal: decimalText(touch.at),
      label: exactAndDecimal(touch.at),
      formula: null,
      description: `At ${map.over} = ${exactAndDecimal(touch.at)} ${name(touch.ties)} tie, but the winner stays.`,
      between: null,
    }),
  );
  const ticks = [...flips, ...touches].sort((a, b) => a.position - b.position);
  return { axis, over: map.over, bands, ticks, decades: decades(axis), sentence: mapSentence(scenario, map) };
}

/** The same strips on one axis that shows all their marks, so that they can be drawn above each other. */
export function alignStrips(scenes: readonly StripScene[]): readonly StripScene[] {
  const axis = axisFor(
    scenes.flatMap((scene) => scene.ticks.map((tick) => rateAt(scene.axis, tick.position))),
  );
  return scenes.map((scene) => {
    const place = (position: number): number => positionOf(axis, rateAt(scene.axis, position));
    return {
      ...scene,
      axis,
      bands: scene.bands.map((band) => ({ ...band, from: place(band.from), to: place(band.to) })),
      ticks: scene.ticks.map((tick) => ({ ...tick, position: place(tick.position) })),
      decades: decades(axis),
    };
  });
}
