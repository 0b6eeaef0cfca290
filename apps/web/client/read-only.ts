import type { Workspace, WorkspaceStore } from "./workspace-store.ts";

/** A store that shows what another shows, but lets nothing in it be changed; `g` can still be moved. */
export function readOnly(store: WorkspaceStore): WorkspaceStore {
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
    step: nothing,
    settle: nothing,
    add: nothing,
    move: nothing,
    remove: () => [],
    focus: nothing,
    replace: nothing,
    undo: nothing,
    redo: nothing,
  };
}
