"use client";

import { useEffect } from "react";
import type { Draft } from "../../client/debate/draft.ts";
import { DRAFT, type Layer } from "../../client/debate/preview-store.ts";
import { useDebate } from "../../client/debate/use-debate.tsx";
import type { DraftPatches } from "./use-draft-patch.ts";

/** Shows the chosen reading of a draft as a ghost while the form is open, above what it builds on. */
export function usePreviewedDraft(draft: Draft, patches: DraftPatches): void {
  const preview = useDebate()?.preview;
  const built = patches.built[draft.reading];
  const isWhole = built !== undefined && built.patch.length > 0 && built.problems.length === 0;
  const patch = isWhole ? JSON.stringify(built.patch) : "";
  const { under } = draft;
  const whole = patches.built.flatMap((one, at) =>
    one.patch.length > 0 && one.problems.length === 0
      ? [{ label: draft.readings[at]?.label ?? "", patch: one.patch }]
      : [],
  );
  const readings = whole.length > 1 ? JSON.stringify(whole) : "";
  // What the draft builds on goes with it, but for what was tried out before it.
  useEffect(() => {
    if (preview === undefined) return;
    const before = new Set(preview.read().map(({ id }) => id));
    const own = new Set([DRAFT, ...under.map(({ id }) => id).filter((id) => !before.has(id))]);
    return () => preview.show(preview.read().filter(({ id }) => !own.has(id)));
  }, [preview, under]);
  useEffect(() => {
    if (preview === undefined) return;
    if (patch === "") preview.drop(DRAFT);
    else {
      const layer = { id: DRAFT, title: "your draft", patch: JSON.parse(patch) as unknown[] };
      const all = readings === "" ? {} : { readings: JSON.parse(readings) as NonNullable<Layer["readings"]> };
      preview.putOver(under, { ...layer, ...all });
    }
  }, [preview, patch, under, readings]);
}
