"use client";

import { alignStrips, type Effect, type StripScene, type Tick } from "@crux/present";
import { useMemo } from "react";
import { useShownOver } from "../mine/use-mine.tsx";
import { useWorkspace } from "../use-workspace.tsx";
import type { Layer } from "./preview-store.ts";
import { together, useEffects, usePreview } from "./use-debate.tsx";

/** The strip of the workspace as it is drawn, and while something is tried out the ghost above it, on one axis. */
export type ShownStrip = {
  readonly strip: StripScene | null;
  readonly ghost: StripScene | null;
  /** Where other ways to read what is tried out would put the flips, on the same axis. */
  readonly marks: readonly Tick[];
  /** What all that is tried out does together; null while it is worked out, or when there is nothing. */
  readonly effect: Effect | null;
};

const mark = (tick: Tick, label: string): Tick => ({
  ...tick,
  kind: "touch",
  between: null,
  description: `If it is read as “${label}”: ${tick.description}`,
});

/** What the strip shows now; handles and pins take their axis from it. */
export function useShownStrip(): ShownStrip {
  const strip = useWorkspace((workspace) => workspace.view.strip);
  const below = useShownOver();
  const layers = usePreview()?.layers ?? [];
  const request = together(layers, below?.patch ?? null);
  const others = otherReadings(layers);
  const asked = others.flatMap((one) => together(one.layers, below?.patch ?? null) ?? []);
  const [view, ...otherViews] = useEffects(request === null ? [] : [request, ...asked]);
  const effect = request === null ? null : (view?.effect ?? null);
  const ghost = effect?.strips?.after ?? null;
  const marks = others.flatMap(({ label }, at) => {
    const scene = otherViews[at]?.effect?.strips?.after;
    return scene === undefined ? [] : [{ label, scene }];
  });
  const key = JSON.stringify(marks.map(({ label, scene }) => [label, scene.ticks]));
  // biome-ignore lint/correctness/useExhaustiveDependencies: `key` says all of the marks
  return useMemo(() => {
    if (strip === null || ghost === null) return { strip, ghost: null, marks: [], effect };
    const [below = strip, above = ghost, ...more] = alignStrips([
      strip,
      ghost,
      ...marks.map(({ scene }) => scene),
    ]);
    const isNew = ({ exact }: Tick) => !above.ticks.some((tick) => tick.exact === exact);
    return {
      strip: below,
      ghost: above,
      marks: more.flatMap(({ ticks }, at) =>
        ticks.filter(isNew).map((tick) => mark(tick, marks[at]?.label ?? "")),
      ),
      effect,
    };
  }, [strip, ghost, effect, key]);
}

/** What is tried out, with each other way to read the topmost of it in its place. */
function otherReadings(
  layers: readonly Layer[],
): readonly { readonly label: string; readonly layers: readonly Layer[] }[] {
  const top = layers.at(-1);
  if (top?.readings === undefined) return [];
  const shown = JSON.stringify(top.patch);
  return top.readings
    .filter(({ patch }) => JSON.stringify(patch) !== shown)
    .map(({ label, patch }) => ({
      label,
      layers: [...layers.slice(0, -1), { id: top.id, title: label, patch }],
    }));
}
