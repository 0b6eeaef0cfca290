"use client";

import type { JoinedRoom } from "@crux/room/client";
import { useEffect, useRef, useState } from "react";
import { DebateProvider } from "../../client/debate/use-debate.tsx";
import { MineProvider } from "../../client/mine/use-mine.tsx";
import { useOfflineShell } from "../../client/offline-shell.ts";
import { createRoomStore } from "../../client/room/room-store.ts";
import { type Here, RoomProvider } from "../../client/room/use-room.tsx";
import { StoreProvider, startSolver } from "../../client/use-workspace.tsx";
import type { Theme } from "../../ui/theme.ts";
import type { LibraryEntry } from "../library/library-dialog.tsx";
import { RoomBody } from "./room-body.tsx";

/** A room, live: the workspace over its shared scenario, and the people in it. */
export function LiveRoom(props: {
  readonly room: JoinedRoom;
  readonly library: readonly LibraryEntry[];
  readonly theme: Theme;
}) {
  const { room } = props;
  const [here] = useState<Here>(() => ({ room, store: createRoomStore(room, startSolver()) }));
  useLeaving(here);
  useOfflineShell();
  return (
    <RoomProvider here={here}>
      <StoreProvider store={here.store}>
        <MineProvider place={room.id} shared="Room">
          <DebateProvider>
            <RoomBody library={props.library} theme={props.theme} />
          </DebateProvider>
        </MineProvider>
      </StoreProvider>
    </RoomProvider>
  );
}

/** Leaves when the page is really gone, not when a development build only draws it twice. */
function useLeaving({ room, store }: Here): void {
  const leaving = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => {
    clearTimeout(leaving.current);
    return () => {
      leaving.current = setTimeout(() => {
        store.close();
        room.leave();
      }, 0);
    };
  }, [room, store]);
}
