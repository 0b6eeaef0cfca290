"use client";

import { useRef, useState } from "react";
import { useRoomView } from "../../client/room/use-room.tsx";
import { useIsMeeting } from "../../client/session/use-meeting.ts";
import type { Side } from "./side-column.tsx";

/** What a phone shows one of: what is asked now, the model or its picture, the debate or questions, one's own numbers. */
export type Panel = "now" | "model" | "picture" | "debate" | "me";

/** Which panel a phone shows, what the right column does, and on a tablet whether it is drawn out. */
export type Panels = {
  readonly panel: Panel;
  readonly side: Side;
  readonly drawer: boolean;
  readonly open: (panel: Panel) => void;
  readonly openSide: (side: Side) => void;
  readonly draw: (drawer: boolean) => void;
};

/** The panels of a room's page; a phone begins with what is asked now where a meeting is held, else with the model. */
export function usePanels(): Panels {
  const isMeeting = useIsMeeting();
  const isKnown = useRoomView((view) => view.you !== null && view.connection.kind !== "connecting");
  const start = useRef<Panel | null>(null);
  // A meeting that begins later moves nobody who is in the middle of something: that is decided in phone-news.
  if (isKnown) start.current ??= isMeeting ? "now" : "model";
  const [chosen, setPanel] = useState<Panel | null>(null);
  const [side, setSide] = useState<Side>("debate");
  const [drawer, setDrawer] = useState(false);
  return {
    panel: chosen ?? start.current ?? (isMeeting ? "now" : "model"),
    side,
    drawer,
    open: setPanel,
    openSide(next) {
      setSide(next);
      setPanel("debate");
      setDrawer(true);
    },
    draw: setDrawer,
  };
}
