"use client";

import { useEffect } from "react";
import { useRoom } from "../room/use-room.tsx";
import { refAt } from "./selected-thing.ts";
import { useSelection } from "./use-board.ts";

/** Selects whatever field of the model the focus goes to. */
export function useFollowingFocus(): void {
  const { room } = useRoom();
  const { store } = useSelection();
  useEffect(() => {
    const onFocus = ({ target }: FocusEvent) => {
      const path = target instanceof HTMLElement ? target.dataset.field : undefined;
      const ref = path === undefined ? null : refAt(room.getSnapshot().rows, path);
      if (ref !== null) store.select({ ref });
    };
    document.addEventListener("focusin", onFocus);
    return () => document.removeEventListener("focusin", onFocus);
  }, [room, store]);
}
