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
} from "react";
import { keepIn } from "../keep-in.ts";
import { StoreProvider, startSolver, useWorkspaceStore } from "../use-workspace.tsx";
import type { Workspace, WorkspaceStore } from "../workspace-store.ts";
import type { MineStore } from "./mine-store.ts";

/** One's own values and the shared ones, of which one is on the page. */
export type Mine = {
  /** Whether the page shows one's own values. */
  readonly on: boolean;
  /** Null until they have been opened once. */
  readonly store: MineStore | null;
  readonly shared: WorkspaceStore;
  /** What the shared scenario is called. */
  readonly sharedName: string;
  readonly show: (on: boolean) => Promise<void>;
  /** One's own values, opened if need be, without showing them. */
  readonly open: () => Promise<MineStore>;
  /** Puts a point into one's own values and shows them. */
  readonly load: (point: Readonly<Record<string, string>>) => Promise<void>;
};

const Context = createContext<Mine | null>(null);

/** The reader's own values; null where a page has none. */
export const useMine = (): Mine | null => useContext(Context);

/** Lets a page show one's own values in place of the shared ones. `place` names what they are kept for. */
export function MineProvider(props: {
  readonly place: string;
  readonly shared: string;
  readonly children: ReactNode;
}) {
  const shared = useWorkspaceStore();
  const [store, setStore] = useState<MineStore | null>(null);
  const [on, setOn] = useState(false);
  const opening = useRef<Promise<MineStore> | null>(null);
  const { place } = props;
  const open = useCallback((): Promise<MineStore> => {
    opening.current ??= import("./mine-store.ts").then(({ openMine }) => {
      const opened = openMine(shared, startSolver(), keepIn(`crux-mine ${place}`));
      setStore(opened);
      return opened;
    });
    return opening.current;
  }, [shared, place]);
  useClosing(opening);
  const mine = useMemo<Mine>(
    () => ({
      on: on && store !== null,
      store,
      shared,
      sharedName: props.shared,
      open,
      async show(next) {
        setOn(next);
        if (next) await open();
      },
      async load(point) {
        (await open()).load(point);
        setOn(true);
      },
    }),
    [on, store, shared, props.shared, open],
  );
  // Between the click and the moment they are open, nothing typed may land in the shared values.
  const waiting = useMemo(() => readOnly(shared), [shared]);
  return (
    <Context value={mine}>
      <StoreProvider store={on ? (store ?? waiting) : shared}>{props.children}</StoreProvider>
    </Context>
  );
}

/** A store that shows what another shows, but lets nothing be changed. */
function readOnly(store: WorkspaceStore): WorkspaceStore {
  let seen = store.read();
  let shown: Workspace = { ...seen, canEdit: false, canUndo: false, canRedo: false };
  const nothing = () => {};
  return {
    ...store,
    read() {
      const now = store.read();
      if (now !== seen) shown = { ...now, canEdit: false, canUndo: false, canRedo: false };
      seen = now;
      return shown;
    },
    edit: nothing,
    add: nothing,
    move: nothing,
    remove: () => [],
    replace: nothing,
    bring: async () => [],
    undo: nothing,
    redo: nothing,
  };
}

/** Hides one's own values from a part of a page that has another copy. */
export function WithoutMine({ children }: { readonly children: ReactNode }) {
  return <Context value={null}>{children}</Context>;
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
