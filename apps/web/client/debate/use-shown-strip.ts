"use client";

import { alignStrips, type Effect, type StripScene } from "@crux/present";
import { useMemo } from "react";
import { useShownOver } from "../mine/use-mine.tsx";
import { useWorkspace } from "../use-workspace.tsx";
import { together, useEffects, usePreview } from "./use-debate.tsx";

/** The strip of the workspace as it is drawn, and while something is tried out the ghost above it, on one axis. */
export type ShownStrip = {
  readonly strip: StripScene | null;
  readonly ghost: StripScene | null;
  /** What all that is tried out does together; null while it is worked out, or when there is nothing. */
  readonly effect: Effect | null;
};

/** What the strip shows now; handles and pins take their axis from it. */
export function useShownStrip(): ShownStrip {
  const strip = useWorkspace((workspace) => workspace.view.strip);
  const below = useShownOver();
  const request = together(usePreview()?.layers ?? [], below?.patch ?? null);
  const [view] = useEffects(request === null ? [] : [request]);
  const effect = request === null ? null : (view?.effect ?? null);
  const ghost = effect?.strips?.after ?? null;
  return useMemo(() => {
    if (strip === null || ghost === null) return { strip, ghost: null, effect };
    const [below = strip, above = ghost] = alignStrips([strip, ghost]);
    return { strip: below, ghost: above, effect };
  }, [strip, ghost, effect]);
}
