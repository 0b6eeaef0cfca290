"use client";

import {
  createContext,
  type ReactNode,
  useContext,
  useEffect,
  useRef,
  useState,
  useSyncExternalStore,
} from "react";
import { keepIn } from "../keep-in.ts";
import { useRoom } from "../room/use-room.tsx";
import type { PatchJson } from "./compute-effect.ts";
import { createDraftStore, type Drafting, type DraftStore } from "./draft-store.ts";
import {
  createEffectsClient,
  type EffectRequest,
  type EffectsClient,
  type EffectsWorker,
  type EffectView,
} from "./effects-client.ts";
import { createPreviewStore, type Layer, type PreviewStore } from "./preview-store.ts";

/** What a room's debate shares on this page: effects of patches, what is being tried out, what is being written. */
export type Debate = {
  readonly effects: EffectsClient;
  readonly preview: PreviewStore;
  readonly drafts: DraftStore;
};

const Context = createContext<Debate | null>(null);

const startWorker = (): EffectsWorker =>
  new Worker(new URL("./effects-worker.ts", import.meta.url), { type: "module" }) as EffectsWorker;

const newId = (): string =>
  [...crypto.getRandomValues(new Uint8Array(8))].map((byte) => byte.toString(16).padStart(2, "0")).join("");

/** Puts the debate's shared state around a room's page; effects follow the scenario in force. */
export function DebateProvider({ children }: { readonly children: ReactNode }) {
  const { room } = useRoom();
  const [debate] = useState<Debate>(() => ({
    effects: createEffectsClient(startWorker, () => performance.now()),
    preview: createPreviewStore(),
    drafts: createDraftStore(room, keepIn(`crux-draft ${room.id}`), newId),
  }));
  useEffect(() => {
    const follow = () => debate.effects.open(room.getSnapshot().scenario);
    follow();
    return room.subscribe(follow);
  }, [room, debate]);
  const leaving = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => {
    clearTimeout(leaving.current);
    return () => {
      leaving.current = setTimeout(debate.effects.close, 0);
    };
  }, [debate]);
  return <Context value={debate}>{children}</Context>;
}

/** The debate around this component; null on a page without a room. */
export const useDebate = (): Debate | null => useContext(Context);

const none: readonly Layer[] = [];
const silent = () => () => {};

/** What is being tried out, and the store to change it (see preview-store.ts); null on a page without a room. */
export function usePreview(): { readonly layers: readonly Layer[]; readonly store: PreviewStore } | null {
  const store = useDebate()?.preview;
  const read = () => store?.read() ?? none;
  const layers = useSyncExternalStore(store?.subscribe ?? silent, read, read);
  return store === undefined ? null : { layers, store };
}

const nothing: Drafting = { draft: null, waiting: null, receipt: null, isOpen: false };

/** What is being written, and the store to change it (see draft-store.ts); null on a page without a room. */
export function useDrafts(): (Drafting & { readonly store: DraftStore }) | null {
  const store = useDebate()?.drafts;
  const read = () => store?.read() ?? nothing;
  const drafting = useSyncExternalStore(store?.subscribe ?? silent, read, read);
  return store === undefined ? null : { ...drafting, store };
}

/** The request for what several layers do together to the scenario in force; null for none. */
export const together = (layers: readonly Layer[]): EffectRequest | null =>
  layers.length === 0 ? null : { over: [], patch: layers.flatMap(({ patch }): PatchJson => patch) };

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
