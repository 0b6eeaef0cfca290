import type { Patch } from "@crux/core";
import type { ScenarioJson } from "../scenario-json.ts";
import type { SolveClient } from "../solve/solve-client.ts";
import { untilLoaded } from "../until-loaded.ts";
import { createWorkspaceStore, type OwnStore, type WorkspaceStore } from "../workspace-store.ts";
import { withPoint } from "./changes.ts";
import type { Own } from "./overlay-text.ts";

/** One's own values over a shared scenario: kept in this browser, sent to nobody. */
export type MineStore = OwnStore & {
  /** Puts a point's values in: costs, parameters and `g`. */
  readonly load: (point: Readonly<Record<string, string>>) => void;
  /** Lays patches of the patch format over one's own values, one after the other, as far as they fit: one step of undo. */
  readonly take: (patches: readonly unknown[]) => Promise<void>;
  /** Changes that do not fit the shared scenario as it is now, in words; they come back when what they are about does. */
  readonly lost: () => readonly string[];
  /** Gives up what does not fit. */
  readonly forgetLost: () => void;
  /** All that is one's own over the shared scenario; null while either can't be read, or what reads it is on its way. */
  readonly own: () => Own | null;
  /** The same as JSON of the patch format. */
  readonly patch: () => readonly unknown[] | null;
  /** Takes all of one's own changes back. */
  readonly discard: () => void;
  readonly close: () => void;
};

/** Where changes are kept; the browser's storage, or a stand-in. */
export type Keep = { readonly get: () => string | null; readonly set: (text: string) => void };

const PAUSE = 300;

/** What reads and lays overlays. The parser comes with it, so it comes when something is one's own. */
const bringOverlays = () => untilLoaded(() => import("./overlay-text.ts"));
type Overlays = Awaited<ReturnType<typeof bringOverlays>>;

const nothing: Own = { patch: [], inWords: [] };

/** Lays what is kept over the shared scenario and follows it as it changes. */
export async function openMine(shared: WorkspaceStore, solver: SolveClient, keep: Keep): Promise<MineStore> {
  let saved = keep.get();
  let overlays: Overlays | null = saved === null ? null : await bringOverlays();
  const now = shared.read();
  let below: ScenarioJson = now.draft;
  const first = overlays?.applyOverlayText(below, saved) ?? { draft: below, g: null, lost: [] };
  let lost: Patch = first.lost;
  let lostWords = overlays?.sayEdits(lost) ?? [];
  const lose = (next: Patch): void => {
    lost = next;
    lostWords = overlays?.sayEdits(next) ?? [];
  };
  const own = createWorkspaceStore({ scenario: below, view: now.view, here: now.here, g: now.g }, solver);
  let seen: ScenarioJson = below;
  let patchOf = overlays?.createPatchReader() ?? null;
  // Solved anew even where nothing is changed: the shared view may not have been solved yet.
  own.startOver(first.draft);
  if (first.g !== null) own.setG(first.g);

  const listeners = new Set<Parameters<WorkspaceStore["subscribe"]>[0]>();
  let coming: Promise<Overlays> | null = null;
  /** Brings what reads overlays, and says so to whoever waits for what is one's own. */
  const bring = (): Promise<Overlays> => {
    coming ??= bringOverlays().then((brought) => {
      overlays = brought;
      patchOf = brought.createPatchReader();
      for (const listener of [...listeners]) listener(new Set(["draft"] as const));
      return brought;
    });
    return coming;
  };
  const saveWith = ({ overlayText }: Overlays): void => {
    const { draft, g } = own.read();
    const text = overlayText(below, draft, g, lost);
    if (text === null || text === saved) return;
    saved = text;
    keep.set(text);
  };
  let timer: ReturnType<typeof setTimeout> | undefined;
  const save = (): void => {
    clearTimeout(timer);
    timer = undefined;
    if (overlays !== null) saveWith(overlays);
    else void bring().then(saveWith);
  };
  const stopOwn = own.subscribe(() => {
    const { draft } = own.read();
    if (draft === seen) return;
    seen = draft;
    if (overlays === null) void bring();
    clearTimeout(timer);
    timer = setTimeout(save, PAUSE);
  });
  const follow = (): void => {
    const { draft, issues } = shared.read();
    if (draft === below || issues.length > 0) return;
    const mine = own.read().draft;
    if (overlays === null && mine !== below) return void bring().then(follow);
    const text = overlays?.overlayText(below, mine, own.read().g, lost) ?? saved;
    below = draft;
    const laid = overlays?.applyOverlayText(below, text) ?? { draft, lost: [] };
    lose(laid.lost);
    // With nothing of one's own, what changed is not one's own either.
    if (overlays === null) seen = draft;
    own.startOver(laid.draft);
  };
  const stopShared = shared.subscribe(follow);
  const ownNow = (): Own | null => {
    const { draft } = own.read();
    return patchOf === null ? (draft === below ? nothing : null) : patchOf(below, draft);
  };

  return {
    ...own,
    subscribe(listener) {
      const stop = own.subscribe(listener);
      listeners.add(listener);
      return () => {
        stop();
        listeners.delete(listener);
      };
    },
    load: (point) => {
      const { puts, g } = withPoint(own.read().draft, point);
      own.settle();
      for (const { path, value } of puts) own.edit(path, value);
      if (g !== null) own.setG(g);
    },
    async take(patches) {
      const { layPatches } = overlays ?? (await bring());
      const { draft } = own.read();
      own.settle();
      own.replace(layPatches(draft, patches));
    },
    lost: () => lostWords,
    forgetLost() {
      lose([]);
      own.replace({ ...own.read().draft });
    },
    own: ownNow,
    patch: () => ownNow()?.patch ?? null,
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
