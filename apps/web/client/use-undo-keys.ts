"use client";

import { useEffect } from "react";
import { useWorkspaceStore } from "./use-workspace.tsx";

/** Ctrl or Cmd with Z undoes, with Shift or Y redoes; in other text fields than the model's the browser does it. */
export function useUndoKeys(): void {
  const store = useWorkspaceStore();
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey) return;
      const key = event.key.toLowerCase();
      if (key !== "z" && key !== "y") return;
      const target = event.target instanceof HTMLElement ? event.target : null;
      if (target?.matches("input:not(.value), textarea")) return;
      event.preventDefault();
      if (key === "y" || event.shiftKey) store.redo();
      else store.undo();
    };
    document.addEventListener("keydown", onKeyDown);
    return () => document.removeEventListener("keydown", onKeyDown);
  }, [store]);
}
