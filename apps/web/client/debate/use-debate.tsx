"use client";

import { createContext, useContext, useEffect, useState, useSyncExternalStore } from "react";
import type { PatchJson } from "./compute-effect.ts";
import type { DraftStore } from "./draft-store.ts";
import { type Drafting, noDrafting } from "./drafting.ts";
import type { EffectRequest, EffectsClient, EffectView } from "./effects-client.ts";
import type { Layer, PreviewStore } from "./preview-store.ts";

/** What a room's debate shares on this page: effects of patches, what is being tried out, what is being written. */
export type Debate = {
  readonly effects: EffectsClient;
  readonly preview: PreviewStore;
  readonly drafts: DraftStore;
  /** Why this person may not raise objections now, as a sentence without its full stop; empty when they may. */
  readonly lock: string;
};

/** The debate's shared state; debate-provider.tsx fills it, so that a page without a room loads none of it. */
export const DebateContext = createContext<Debate | null>(null);

/** The debate around this component; null on a page without a room. */
export const useDebate = (): Debate | null => useContext(DebateContext);

const none: readonly Layer[] = [];
const silent = () => () => {};

/** What is being tried out, and the store to change it (see preview-store.ts); null on a page without a room. */
export function usePreview(): { readonly layers: readonly Layer[]; readonly store: PreviewStore } | null {
  const store = useDebate()?.preview;
  const read = () => store?.read() ?? none;
  const layers = useSyncExternalStore(store?.subscribe ?? silent, read, read);
  return store === undefined ? null : { layers, store };
}

/** What is being written, and the store to change it (see draft-store.ts); null on a page without a room. */
export function useDrafts(): (Drafting & { readonly store: DraftStore }) | null {
  const store = useDebate()?.drafts;
  const read = () => store?.read() ?? noDrafting;
  const drafting = useSyncExternalStore(store?.subscribe ?? silent, read, read);
  return store === undefined ? null : { ...drafting, store };
}

/** The request for what several layers do together to the scenario in force with `below` laid over it; null for none. */
export const together = (layers: readonly Layer[], below: PatchJson | null): EffectRequest | null =>
  layers.length === 0
    ? null
    : { over: below === null ? [] : [below], patch: layers.flatMap(({ patch }): PatchJson => patch) };

/**
 * The effects of patches on the scenario in force, worked out beside the page; each entry becomes known in its own
 * time (see `EffectView`). Ask only for what is on screen: what nobody asks for any more is not worked out.
 *
 *     const [{ effect, isWaiting }] = useEffects([{ over: [parentPatch], patch }]);
 *     effect?.badge;     // "19/8 → 14/17"
 *     effect?.sentence;  // "Moves the flip at 19/8 to 14/17. …"
 *     effect?.strips;    // both strips on one axis
 */
export function useEffects(requests: readonly EffectRequest[]): readonly EffectView[] {
  const effects = useDebate()?.effects;
  const key = JSON.stringify(requests);
  const [stable] = useState({ key: "", requests, views: [] as readonly EffectView[] });
  if (stable.key !== key) Object.assign(stable, { key, requests });
  const read = (): readonly EffectView[] => {
    const views = effects === undefined ? [] : stable.requests.map(effects.read);
    const isSame =
      views.length === stable.views.length && views.every((view, index) => view === stable.views[index]);
    if (!isSame) stable.views = views;
    return stable.views;
  };
  const [, redraw] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `key` stands for the requests
  useEffect(() => {
    if (effects === undefined) return;
    const heard = () => redraw((count) => count + 1);
    const stops = stable.requests.map((request) => effects.watch(request, heard));
    heard();
    return () => {
      for (const stop of stops) stop();
    };
  }, [effects, key, stable]);
  return read();
}
