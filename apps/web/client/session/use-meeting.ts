"use client";

import { type Permission, remainingMs, type Timers } from "@crux/room/client";
import { useEffect, useRef, useState, useSyncExternalStore } from "react";
import { useRoom, useRoomIfAny, useRoomView } from "../room/use-room.tsx";
import { announcement } from "./countdown.ts";
import { isMeeting, leads, lockSentence } from "./meeting.ts";

const silent = () => () => {};

/** Why the phase that is on locks this for the person at this page; null when it does not, or there is no room. */
export function useLock(permission: Permission): string | null {
  const here = useRoomIfAny();
  const read = (): string | null => here && lockSentence(here.room.getSnapshot(), permission);
  return useSyncExternalStore(here?.room.subscribe ?? silent, read, read);
}

/** Whether the person at this page steers the meeting now. */
export const useLeads = (): boolean => useRoomView(leads);

/** Whether a meeting is being held in the room. */
export const useIsMeeting = (): boolean => useRoomView(isMeeting);

/** Whether the page has parts for a meeting: one is being held, or you could begin one. */
export const useHasMeeting = (): boolean =>
  useRoomView((view) => isMeeting(view) || (view.you?.role === "moderator" && !view.closed));

/** Whether there is something to read or do about a meeting: also what moderators did, which is for everybody. */
export const useHasMeetingPanel = (): boolean =>
  useRoomView(
    (view) =>
      isMeeting(view) || view.session.notes.length > 0 || (view.you?.role === "moderator" && !view.closed),
  );

/** A timer as it stands now. */
export type Countdown = {
  /** Milliseconds left by the server's clock; below 0 it has run over. */
  readonly ms: number;
  readonly isPaused: boolean;
  /** What it counted down from, in milliseconds. */
  readonly total: number;
};

/** One of the room's two timers by the server's clock, drawn again each second while it runs; null: none. */
export function useCountdown(which: keyof Timers): Countdown | null {
  const { room } = useRoom();
  const timer = useRoomView((view) => view.session.timers[which]);
  const offset = useRoomView((view) => view.clockOffsetMs);
  const [, tick] = useState(0);
  const isRunning = timer !== null && timer.since !== null;
  useEffect(() => {
    if (timer === null || !isRunning) return;
    let next: ReturnType<typeof setTimeout>;
    const wait = (): void => {
      const ms = remainingMs(timer, Date.now() + offset);
      // Wakes just after the shown second changes, so that all devices change together.
      next = setTimeout(
        () => {
          tick((count) => count + 1);
          wait();
        },
        (((ms % 1_000) + 1_000) % 1_000) + 5,
      );
    };
    wait();
    return () => clearTimeout(next);
  }, [timer, isRunning, offset]);
  if (timer === null) return null;
  // The server's clock is known up to half a round trip: what has just started never shows more than all of it.
  const ms = Math.min(timer.total, remainingMs(timer, Date.now() + room.getSnapshot().clockOffsetMs));
  return { ms, isPaused: timer.since === null, total: timer.total };
}

/** What a screen reader is told of a timer: at five minutes, one minute, ten seconds and the end, not each second. */
export function useAnnounced(countdown: Countdown | null): string {
  const before = useRef<number | null>(null);
  const [said, setSaid] = useState("");
  const ms = countdown?.ms ?? null;
  useEffect(() => {
    const words = ms === null ? null : announcement(before.current, ms);
    const hasMoreTime = ms === null || (before.current !== null && ms > before.current);
    before.current = ms;
    if (words !== null) setSaid(words);
    else if (hasMoreTime) setSaid("");
  }, [ms]);
  return said;
}
