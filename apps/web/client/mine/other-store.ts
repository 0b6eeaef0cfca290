import { readPatch } from "@crux/core";
import { readOnly } from "../read-only.ts";
import type { ScenarioJson } from "../scenario-json.ts";
import type { SolveClient } from "../solve/solve-client.ts";
import { createWorkspaceStore, type WorkspaceStore } from "../workspace-store.ts";
import { createPatchReader, layPatch } from "./overlay-text.ts";
import type { Position } from "./position.ts";
import { sayEdit } from "./say-edit.ts";

/** The shared scenario through someone's published values: to look at, with a `g` of one's own to move. */
export type OtherStore = WorkspaceStore & {
  /** Takes what they have published since. */
  readonly follow: (position: Position) => void;
  /** Changes of theirs that do not fit the shared scenario as it is now, in words. */
  readonly lost: () => readonly string[];
  /** What of theirs holds over the shared scenario, as JSON of the patch format; null while that can't be read. */
  readonly patch: () => readonly unknown[] | null;
  readonly close: () => void;
};

/** Lays `position` over the shared scenario and follows both as they change. */
export function openOther(shared: WorkspaceStore, solver: SolveClient, position: Position): OtherStore {
  const now = shared.read();
  const own = createWorkspaceStore({ scenario: now.draft, view: now.view, here: now.here, g: now.g }, solver);
  let below: ScenarioJson = now.draft;
  let patch: readonly unknown[] = position.patch;
  let lost: readonly string[] = [];
  const patchOf = createPatchReader();
  const lay = (): void => {
    const read = readPatch(patch);
    if (!read.ok) return;
    const laid = layPatch(below, read.value);
    lost = laid.lost.map(sayEdit);
    own.startOver(laid.draft);
  };
  const stop = shared.subscribe(() => {
    const { draft, issues } = shared.read();
    if (draft === below || issues.length > 0) return;
    below = draft;
    lay();
  });
  lay();
  if (position.g !== null) own.setG(position.g);
  return {
    ...readOnly(own),
    follow(next) {
      if (JSON.stringify(next.patch) === JSON.stringify(patch)) return;
      patch = next.patch;
      lay();
    },
    lost: () => lost,
    patch: () => patchOf(below, own.read().draft)?.patch ?? null,
    close() {
      stop();
      solver.close();
    },
  };
}
