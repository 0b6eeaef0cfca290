"use client";

import type { JoinedRoom, RoomView } from "@crux/room/client";
import { createContext, type ReactNode, useContext, useRef, useSyncExternalStore } from "react";
import { roomListeners } from "./room-listeners.ts";
import type { RoomStore } from "./room-store.ts";

/** A room that this page is in, with the workspace over its scenario. */
export type Here = { readonly room: JoinedRoom; readonly store: RoomStore };

const Context = createContext<Here | null>(null);
const RoomContext = createContext<JoinedRoom | null>(null);

/** Puts a room around its page. */
export function RoomProvider({ here, children }: { readonly here: Here; readonly children: ReactNode }) {
  return (
    <Context value={here}>
      <JoinedRoomProvider room={here.room}>{children}</JoinedRoomProvider>
    </Context>
  );
}

/** Puts a room around what needs no workspace over its scenario: parts that read what is said, and send commands. */
export function JoinedRoomProvider(props: { readonly room: JoinedRoom; readonly children: ReactNode }) {
  return <RoomContext value={props.room}>{props.children}</RoomContext>;
}

/** The room around this component, with a workspace or without. */
export function useJoinedRoom(): JoinedRoom {
  const room = useContext(RoomContext);
  if (room === null) throw new Error("bug: a room is missing around this component");
  return room;
}

/** The room around this component. */
export function useRoom(): Here {
  const here = useContext(Context);
  if (here === null) throw new Error("bug: a room is missing around this component");
  return here;
}

/** The room around this component; null where a page belongs to one person. */
export const useRoomIfAny = (): Here | null => useContext(Context);

/** A part of what the room shows; the component is drawn again when that part says something else. */
export function useRoomView<T>(select: (view: RoomView) => T): T {
  const room = useJoinedRoom();
  const last = useRef<{ readonly given: T; readonly text: string; readonly value: T } | null>(null);
  const read = (): T => {
    const value = select(room.getSnapshot());
    if (typeof value !== "object" || value === null) return value;
    if (last.current?.given === value) return last.current.value;
    const text = JSON.stringify(value);
    const known = last.current?.text === text ? last.current.value : value;
    last.current = { given: value, text, value: known };
    return known;
  };
  return useSyncExternalStore(roomListeners(room).subscribe, read, read);
}
