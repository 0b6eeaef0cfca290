"use client";

import { useSyncExternalStore } from "react";

/** Whether a media query holds, e.g. `(min-width: 80rem)`; false on the server. */
export function useMedia(query: string): boolean {
  const subscribe = (listener: () => void): (() => void) => {
    const list = window.matchMedia(query);
    list.addEventListener("change", listener);
    return () => list.removeEventListener("change", listener);
  };
  return useSyncExternalStore(
    subscribe,
    () => window.matchMedia(query).matches,
    () => false,
  );
}
