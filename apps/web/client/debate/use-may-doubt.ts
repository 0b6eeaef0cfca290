"use client";

import { speakers } from "@crux/room/client";
import { useRoomView } from "../room/use-room.tsx";

/** Whether this person may raise objections in the room: participants and up. */
export const useMayDoubt = (): boolean =>
  useRoomView((view) => view.you !== null && speakers.includes(view.you.role) && !view.closed);
