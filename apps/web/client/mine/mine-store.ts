import { type Patch, readPatch } from "@crux/core";
import type { ScenarioJson } from "../scenario-json.ts";
import type { SolveClient } from "../solve/solve-client.ts";
import { createWorkspaceStore, type OwnStore, type WorkspaceStore } from "../workspace-store.ts";
import { withPoint } from "./changes.ts";
import { applyOverlayText, createPatchReader, layPatch, overlayText } from "./overlay-text.ts";
import { sayEdit } from "./say-edit.ts";

/** One's own values over a shared scenario: kept in this browser, sent to nobody. */
export type MineStore = OwnStore & {
  /** Puts a point's values in: costs, parameters and `g`. */
  readonly load: (point: Readonly<Record<string, string>>) => void;
  /** Lays patches of the patch format over one's own values, one after the other, as far as they fit: one step of undo. */
  readonly take: (patches: readonly unknown[]) => void;
  /** Changes that do not fit the shared scenario as it is now, in words; they come back when what they are about does. */
  readonly lost: () => readonly string[];
  /** Gives up what does not fit. */
  readonly forgetLost: () => void;
  /** All that is one's own over the shared scenario, as JSON of the patch format; null while either can't be read. */
  readonly patch: () => readonly unknown[] | null;
  /** Takes all of one's own changes back. */
  readonly discard: () => void;
  readonly close: () => void;
};

/** Where changes are kept; the browser's storage, or a stand-in. */
export type Keep = { readonly get: () => string | null; readonly set: (text: string) => void };

const PAUSE = 300;

/** Lays what is kept over the shared scenario and follows it as it changes. */
export function openMine(shared: WorkspaceStore, solver: SolveClient, keep: Keep): MineStore {
  const now = shared.read();
  let below: ScenarioJson = now.draft;
  let saved = keep.get();
  const first = applyOverlayText(below, saved);
  let lost = first.lost;
  let lostWords: readonly string[] = lost.map(sayEdit);
  const lose = (next: Patch): void => {
    lost = next;
    lostWords = next.map(sayEdit);
  };
  const own = createWorkspaceStore({ scenario: below, view: now.view, here: now.here, g: now.g }, solver);
  let seen: ScenarioJson = below;
  const patchOf = createPatchReader();
  // Solved anew even where nothing is changed: the shared view may not have been solved yet.
  own.startOver(first.draft);
  if (first.g !== null) own.setG(first.g);

  let timer: ReturnType<typeof setTimeout> | undefined;
  const save = (): void => {
    clearTimeout(timer);
    timer = undefined;
    const { draft, g } = own.read();
    const text = overlayText(below, draft, g, lost);
    if (text === null || text === saved) return;
    saved = text;
    keep.set(text);
  };
  const stopOwn = own.subscribe(() => {
    const { draft } = own.read();
    if (draft === seen) return;
    seen = draft;
    clearTimeout(timer);
    timer = setTimeout(save, PAUSE);
  });
  const stopShared = shared.subscribe(() => {
    const { draft, issues } = shared.read();
    if (draft === below || issues.length > 0) return;
    const text = overlayText(below, own.read().draft, own.read().g, lost) ?? saved;
    below = draft;
    const laid = applyOverlayText(below, text);
    lose(laid.lost);
    own.startOver(laid.draft);
  });

  return {
    ...own,
    load: (point) => {
      const { puts, g } = withPoint(own.read().draft, point);
      own.settle();
      for (const { path, value } of puts) own.edit(path, value);
      if (g !== null) own.setG(g);
    },
    take(patches) {
      let { draft } = own.read();
      for (const json of patches) {
        const patch = readPatch(json);
        if (patch.ok) draft = layPatch(draft, patch.value).draft;
      }
      own.settle();
      own.replace(draft);
    },
    lost: () => lostWords,
    forgetLost() {
      lose([]);
      own.replace({ ...own.read().draft });
    },
    patch: () => patchOf(below, own.read().draft),
    discard() {
      lose([]);
      own.replace(below);
    },
    close() {
      save();
      stopOwn();
      stopShared();
      solver.close();
    },
  };
}
