"use client";

import type { JoinedRoom } from "@crux/room/client";
import { type ReactNode, useEffect, useRef } from "react";
import { DebateProvider } from "../../client/debate/debate-provider.tsx";
import { oneForEach } from "../../client/debate/room-cache.ts";
import { MineProvider } from "../../client/mine/use-mine.tsx";
import { useOfflineShell } from "../../client/offline-shell.ts";
import { createRoomStore } from "../../client/room/room-store.ts";
import { usePositions } from "../../client/room/use-positions.ts";
import { type Here, RoomProvider, useRoom } from "../../client/room/use-room.tsx";
import { StoreProvider, startSolver } from "../../client/use-workspace.tsx";
import type { Theme } from "../../ui/theme.ts";
import type { LibraryEntry } from "../library/library-dialog.tsx";
import { RoomBody } from "./room-body.tsx";

/** What is opened later, and has to open without a connection, too. */
const LATER = [
  () => import("../../client/debate/apply-patch.ts"),
  () => import("../../client/mine/mine-store.ts"),
  () => import("../../client/mine/overlay-text.ts"),
  () => import("../../client/mine/other-store.ts"),
  () => import("../model/mine-changes.tsx"),
  () => import("../model/other-changes.tsx"),
  () => import("../me/me-panel.tsx"),
  () => import("./now.tsx"),
  () => import("./empty-room.tsx"),
  () => import("./share-panel.tsx"),
  () => import("../library/library-dialog.tsx"),
  () => import("../library/import-dialog.tsx"),
  () => import("../debate/thread-list.tsx"),
  () => import("../debate/flip-sets.tsx"),
  () => import("../debate/clashes.tsx"),
  () => import("../debate/orphan-tray.tsx"),
  () => import("../debate/tour.tsx"),
  () => import("../ask/ask-panel.tsx"),
  () => import("../map/map-panel.tsx"),
  () => import("../compare/compare-panel.tsx"),
  () => import("../claims/claims-panel.tsx"),
];

/** One for each room: a page that is begun twice, as React does when something in it still loads, must not solve twice. */
const hereIn = oneForEach((room): Here => ({ room, store: createRoomStore(room, startSolver()) }));

/** A room, live: the workspace over its shared scenario, and the people in it. */
export function LiveRoom(props: {
  readonly room: JoinedRoom;
  readonly library: readonly LibraryEntry[];
  readonly theme: Theme;
  readonly isWatching: boolean;
}) {
  const { room } = props;
  const here = hereIn(room);
  useLeaving(here);
  useOfflineShell(LATER);
  return (
    <RoomProvider here={here}>
      <StoreProvider store={here.store}>
        <WithPositions>
          <DebateProvider>
            <RoomBody library={props.library} theme={props.theme} isWatching={props.isWatching} />
          </DebateProvider>
        </WithPositions>
      </StoreProvider>
    </RoomProvider>
  );
}

/** The room's values, one's own and the published ones around the page. */
function WithPositions({ children }: { readonly children: ReactNode }) {
  const { room } = useRoom();
  const positions = usePositions();
  return (
    <MineProvider place={room.id} shared="Room" positions={positions}>
      {children}
    </MineProvider>
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
