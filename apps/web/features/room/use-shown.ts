"use client";

import type { Spotlight } from "@crux/room/client";
import { useEffect, useRef, useState } from "react";
import { useSelection } from "../../client/debate/use-board.ts";
import { pathOf } from "../../client/room/room-draft.ts";
import { showField } from "../../client/room/use-follow.ts";
import { useRoom, useRoomView } from "../../client/room/use-room.tsx";
import { sayShown, shownRow } from "../../client/session/spotlight.ts";
import type { FocusTab } from "./focus.tsx";
import type { Panels } from "./panels.ts";

/** What is on the big screen as this page meets it: in words, how to go to it, and whether the page goes along by itself. */
export type OnScreen = {
  /** Null where nothing is on it, or what is there is hidden or gone. */
  readonly text: string | null;
  /** Grows with each thing that is put on it. */
  readonly seq: number;
  readonly go: () => void;
  readonly isFollowing: boolean;
  readonly follow: (on: boolean) => void;
};

/** The big screen, to be followed by who likes to; Escape ends that. */
export function useShown(panels: Panels, setTab: (tab: FocusTab) => void): OnScreen {
  const { room } = useRoom();
  const selection = useSelection().store;
  const text = useRoomView(sayShown);
  const row = useRoomView(shownRow);
  const seq = useRoomView((view) => view.session.spotlight?.seq ?? 0);
  const [isFollowing, follow] = useState(false);
  const goToRow = (row: string): void => {
    const [kind, key = ""] = row.split("/");
    panels.open("model");
    const path = pathOf(room.getSnapshot().rows, kind as "terms", key, null);
    if (path !== null) afterDrawing(() => showField([...path, ""]));
  };
  const goTo = (what: Spotlight): void => {
    switch (what.kind) {
      case "row":
        goToRow(what.row);
        break;
      case "objection":
        panels.openSide("debate");
        selection.goToCard(what.objection);
        break;
      case "poll":
        panels.openSide("meeting");
        break;
      case "person": {
        const row = shownRow(room.getSnapshot());
        if (row === null) panels.openSide("meeting");
        else goToRow(row);
        break;
      }
      case "estimates":
        panels.open("me");
        break;
      case "claim":
        panels.open("picture");
        setTab("claims");
        break;
      case "compare":
        panels.open("picture");
        setTab("compare");
        break;
    }
  };
  const go = (): void => {
    const what = room.getSnapshot().session.spotlight?.what;
    if (what !== undefined) goTo(what);
  };
  const newest = useRef(go);
  newest.current = go;
  // biome-ignore lint/correctness/useExhaustiveDependencies: goes along with each new thing
  useEffect(() => {
    if (isFollowing) newest.current();
  }, [isFollowing, seq, row]);
  useEffect(() => {
    if (!isFollowing) return;
    const onKey = (event: KeyboardEvent) => event.key === "Escape" && follow(false);
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, [isFollowing]);
  return { text, seq, go, isFollowing, follow };
}

/** Once the panel that was opened is there. */
const afterDrawing = (then: () => void): void => {
  requestAnimationFrame(() => requestAnimationFrame(then));
};
