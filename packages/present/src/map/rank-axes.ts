import type { Scenario } from "@crux/core";
import type { MapAnswer } from "@crux/solver";
import { answerQuick } from "@crux/solver/quick";
import { flipPair } from "../flip-pair.ts";
import { rationalToFloat, toFloat } from "../number-text.ts";
import type { MapAxis } from "./map-axis.ts";

/**
 * The axes with those first that tell most: along whose range the first flip moves farthest, to first order. In their
 * own order where nothing flips, or where that takes more than calculating. Ranks a picture only, so floats will do.
 */
export function rankAxes(
  scenario: Scenario,
  map: MapAnswer | null,
  axes: readonly MapAxis[],
): readonly MapAxis[] {
  const [flip] = map?.thresholds ?? [];
  const between = flipPair(flip);
  if (flip === undefined || between === null) return axes;
  const answer = answerQuick(scenario, { kind: "sensitivity", between, at: flip.at });
  if (answer?.kind !== "sensitivity") return axes;
  const moves = ({ name, low, high }: MapAxis): number => {
    const row = answer.rows.find(({ of }) => of === name);
    const range = rationalToFloat(high) - rationalToFloat(low);
    return row === undefined ? 0 : Math.abs(toFloat(row.derivative) * range) || 0; // 0 also for what is no number
  };
  return [...axes].sort((a, b) => moves(b) - moves(a));
}
