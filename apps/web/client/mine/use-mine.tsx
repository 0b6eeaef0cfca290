"use client";

import {
  createContext,
  type ReactNode,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
  useSyncExternalStore,
} from "react";
import { keepIn } from "../keep-in.ts";
import { readOnly } from "../read-only.ts";
import { StoreProvider, startSolver, useWorkspaceStore } from "../use-workspace.tsx";
import type { WorkspaceStore } from "../workspace-store.ts";
import type { MineStore } from "./mine-store.ts";
import type { OtherStore } from "./other-store.ts";
import type { Position } from "./position.ts";

/** The shared values, one's own, and those that others have published: one of them is on the page. */
export type Mine = {
  /** Whether the page shows one's own values. */
  readonly on: boolean;
  /** Null until they have been opened once. */
  readonly store: MineStore | null;
  readonly shared: WorkspaceStore;
  /** Names what is kept on this device for this page. */
  readonly place: string;
  /** What the shared scenario is called. */
  readonly sharedName: string;
  readonly show: (on: boolean) => Promise<void>;
  /** What others have published. */
  readonly positions: readonly Position[];
  /** Whose published values the page shows, and the store over them once it is open; null: nobody's. */
  readonly other: { readonly position: Position; readonly store: OtherStore | null } | null;
  /** Shows someone's published values, by the position's id. */
  readonly showOther: (id: string) => void;
  /** One's own values, opened if need be, without showing them. */
  readonly open: () => Promise<MineStore>;
  /** Puts a point into one's own values and shows them. */
  readonly load: (point: Readonly<Record<string, string>>) => Promise<void>;
  /** Lays patches over one's own values and shows them. */
  readonly take: (patches: readonly unknown[]) => Promise<void>;
};

const Context = createContext<Mine | null>(null);

/** The reader's own values; null where a page has none. */
export const useMine = (): Mine | null => useContext(Context);

/** The values that the page shows in place of the shared ones: whose, in words, and what they change there. */
export function useShownOver(): { readonly whose: string; readonly patch: readonly unknown[] } | null {
  const mine = useMine();
  const store = mine?.on === true ? mine.store : (mine?.other?.store ?? null);
  const read = () => store?.patch() ?? null;
  const patch = useSyncExternalStore(store?.subscribe ?? silent, read, read);
  if (mine === null || patch === null || patch.length === 0) return null;
  return { whose: mine.on ? "your own values" : `the values of ${mine.other?.position.name}`, patch };
}

const silent = () => () => {};

/** Lets a page show one's own values, or someone else's, in place of the shared ones. `place` names what one's own are kept for. */
export function MineProvider(props: {
  readonly place: string;
  readonly shared: string;
  readonly positions?: readonly Position[];
  readonly children: ReactNode;
}) {
  const shared = useWorkspaceStore();
  const [store, setStore] = useState<MineStore | null>(null);
  const [on, setOn] = useState(false);
  const [otherId, setOtherId] = useState<string | null>(null);
  const positions = props.positions ?? nobody;
  // What is taken back while it is looked at gives way to the shared values.
  const position = (on ? null : positions.find(({ id }) => id === otherId)) ?? null;
  const otherStore = useOther(shared, position);
  const opening = useRef<Promise<MineStore> | null>(null);
  const { place } = props;
  const open = useCallback((): Promise<MineStore> => {
    opening.current ??= import("./mine-store.ts").then(
      async ({ openMine }) => {
        const opened = await openMine(shared, startSolver(), keepIn(`crux-mine ${place}`));
        setStore(opened);
        return opened;
      },
      (error: unknown) => {
        opening.current = null;
        setOn(false);
        throw error;
      },
    );
    return opening.current;
  }, [shared, place]);
  useClosing(opening);
  const mine = useMemo<Mine>(
    () => ({
      on: on && store !== null,
      store,
      shared,
      place,
      sharedName: props.shared,
      open,
      positions,
      other: position && { position, store: otherStore },
      showOther(id) {
        setOn(false);
        setOtherId(id);
      },
      async show(next) {
        setOn(next);
        setOtherId(null);
        if (next) await open();
      },
      async load(point) {
        (await open()).load(point);
        setOn(true);
      },
      async take(patches) {
        await (await open()).take(patches);
        setOn(true);
      },
    }),
    [on, store, shared, place, props.shared, open, positions, position, otherStore],
  );
  // Between the click and the moment they are open, nothing typed may land in the shared values.
  const waiting = useMemo(() => readOnly(shared), [shared]);
  const shown = on ? (store ?? waiting) : position !== null ? (otherStore ?? waiting) : shared;
  return (
    <Context value={mine}>
      <StoreProvider store={shown}>{props.children}</StoreProvider>
    </Context>
  );
}

const nobody: readonly Position[] = [];

/** The store over someone's published values; null while there is none, or it is not open yet. */
function useOther(shared: WorkspaceStore, position: Position | null): OtherStore | null {
  const [store, setStore] = useState<OtherStore | null>(null);
  const newest = useRef(position);
  newest.current = position;
  const id = position?.id ?? null;
  useEffect(() => {
    if (id === null) return;
    let gone = false;
    let opened: OtherStore | null = null;
    void import("./other-store.ts").then(({ openOther }) => {
      if (gone || newest.current === null) return;
      opened = openOther(shared, startSolver(), newest.current);
      setStore(opened);
    });
    return () => {
      gone = true;
      opened?.close();
      setStore(null);
    };
  }, [shared, id]);
  useEffect(() => {
    if (position !== null) store?.follow(position);
  }, [store, position]);
  return store;
}

/** Closes the store when the page is really gone, not when a development build only draws it twice. */
function useClosing(opening: { readonly current: Promise<MineStore> | null }): void {
  const leaving = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => {
    clearTimeout(leaving.current);
    return () => {
      leaving.current = setTimeout(() => void opening.current?.then((store) => store.close()), 0);
    };
  }, [opening]);
}
