"use client";

import type { JoinedRoom } from "@crux/room/client";
import { useEffect, useRef, useState } from "react";
import { DebateProvider } from "../../client/debate/debate-provider.tsx";
import { createRoomStore } from "../../client/room/room-store.ts";
import { type Here, RoomProvider } from "../../client/room/use-room.tsx";
import { StoreProvider, startSolver } from "../../client/use-workspace.tsx";
import { ScreenBody } from "./screen-body.tsx";

/** A room on the big screen: it solves for itself, and writes nothing. */
export function ScreenRoom({ room }: { readonly room: JoinedRoom }) {
  const [here] = useState<Here>(() => {
    const store = createRoomStore(room, startSolver());
    store.allowEdits(false);
    return { room, store };
  });
  const leaving = useRef<ReturnType<typeof setTimeout>>(undefined);
  useEffect(() => {
    clearTimeout(leaving.current);
    return () => {
      leaving.current = setTimeout(() => {
        here.store.close();
        here.room.leave();
      }, 0);
    };
  }, [here]);
  return (
    <RoomProvider here={here}>
      <StoreProvider store={here.store}>
        <DebateProvider>
          <ScreenBody />
        </DebateProvider>
      </StoreProvider>
    </RoomProvider>
  );
}
