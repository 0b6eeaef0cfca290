import { useEffect, useRef } from "react";
import { useRoomView } from "../room/use-room.tsx";
import { isYou, nameOf } from "../room/who.ts";

/** Why something is out of sight, as a page says it. */
export type HiddenView = {
  /** `You`, or the name of the moderator who hid it. */
  readonly by: string;
  readonly reason: string;
  /** What it said, for moderators; empty for everybody else. */
  readonly words: readonly string[];
};

/** Why `to` (a name in `session.hidden`) is hidden; null where it is not. */
export const useHidden = (to: string): HiddenView | null =>
  useRoomView((view) => {
    const { [to]: found } = view.session.hidden;
    if (found === undefined) return null;
    const by = isYou(view, found.by) ? "You" : nameOf(view, found.by);
    return { by, reason: found.reason, words: view.covered[to] ?? [] };
  });

/** Whether the person at this page may hide things, and show them again. */
export const useModerates = (): boolean =>
  useRoomView((view) => view.you?.role === "moderator" && !view.closed && view.connection.kind !== "ended");

/** What this page hid, or showed again, last: what takes the place of the button that was pressed takes the focus. */
let pressed = "";

/** Remembers that a press takes the button away which it was made on. */
export const willMove = (to: string): void => {
  pressed = to;
};

/** A ref for what stands where a pressed button stood: it takes the focus once, when it comes up. */
export function useMovedFocus<T extends HTMLElement>(to: string): { readonly current: T | null } {
  const ref = useRef<T>(null);
  useEffect(() => {
    if (to === "" || pressed !== to) return;
    pressed = "";
    ref.current?.focus();
  }, [to]);
  return ref;
}
