import type { Issue, Overlay, Result, Scenario } from "@crux/core";
import { err, ok, under } from "@crux/core";
import { applyPatch, readOverlay, readPatch } from "@crux/core/patch";

/** An overlay, which a query may also give as its patch alone; issues have paths inside what was given. */
export function readChanges(json: unknown): Result<Overlay, readonly Issue[]> {
  if (!Array.isArray(json)) return readOverlay(json);
  const patch = readPatch(json);
  return patch.ok ? ok({ owner: "", patch: patch.value, g: null }) : patch;
}

/** The scenario with an overlay's patch applied; issues of edits have their place in the patch as path. */
export function afterOverlay(scenario: Scenario, json: unknown): Result<Scenario, readonly Issue[]> {
  const overlay = readChanges(json);
  if (!overlay.ok) return overlay;
  const changed = applyPatch(scenario, overlay.value.patch);
  return changed.ok ? changed : err(Array.isArray(json) ? changed.error : under(["patch"], changed.error));
}
