"use client";

import {
  createContext,
  type ReactNode,
  useContext,
  useEffect,
  useMemo,
  useState,
  useSyncExternalStore,
} from "react";
import { createParts } from "./parts.ts";
import { createSolveClient, type SolveClient, type WorkerLike } from "./solve/solve-client.ts";
import { createSpareWorker } from "./spare-worker.ts";
import { createWorkspaceStore, type Start, type Workspace, type WorkspaceStore } from "./workspace-store.ts";

const Store = createContext<WorkspaceStore | null>(null);

/** Puts a workspace and its solver around a page. */
export function WorkspaceProvider({
  start,
  children,
}: {
  readonly start: Start;
  readonly children: ReactNode;
}) {
  const [{ store, solver }] = useState(() => {
    const solver = startSolver();
    return { solver, store: createWorkspaceStore(start, solver) };
  });
  useEffect(() => () => solver.close(), [solver]);
  return <Store value={store}>{children}</Store>;
}

/** Puts a store around a page that keeps it by itself, as a room does. */
export function StoreProvider(props: { readonly store: WorkspaceStore; readonly children: ReactNode }) {
  return <Store value={props.store}>{props.children}</Store>;
}

/** A solver of its own for one page. */
export const startSolver = (): SolveClient =>
  createSolveClient(
    () => workers.take() as WorkerLike,
    () => performance.now(),
  );

const workers = createSpareWorker(
  () => new Worker(new URL("./solve/solve-worker.ts", import.meta.url), { type: "module" }),
);

/** Starts the worker of a solver that will be needed soon. */
export const prepareSolver = workers.prepare;

/** The actions of the workspace. */
export function useWorkspaceStore(): WorkspaceStore {
  const store = useContext(Store);
  if (store === null) throw new Error("bug: a workspace is missing around this component");
  return store;
}

/** A part of the workspace's state; the component is drawn again when that part changes. What `select` does not look at costs nothing when it changes. */
export function useWorkspace<T>(select: (workspace: Workspace) => T): T {
  const store = useWorkspaceStore();
  const { parts, subscribe } = useMemo(() => {
    const parts = createParts<Workspace>();
    const subscribe = (hear: () => void) =>
      store.subscribe((changed) => {
        if (parts.areIn(changed)) hear();
      });
    return { parts, subscribe };
  }, [store]);
  const read = () => parts.read(store.read(), select);
  return useSyncExternalStore(subscribe, read, read);
}
