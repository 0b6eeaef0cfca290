"use client";

import { useEffect, useRef, useState } from "react";
import { later } from "../../client/later.tsx";
import { useMine } from "../../client/mine/use-mine.tsx";
import { noteRoom } from "../../client/recent-rooms.ts";
import { useFollow, useGoTo } from "../../client/room/use-follow.ts";
import { useRoom, useRoomView } from "../../client/room/use-room.tsx";
import { promptOf } from "../../client/session/prompt.ts";
import type { Theme } from "../../ui/theme.ts";
import { useHeightVar } from "../../ui/use-height-var.ts";
import { useMedia } from "../../ui/use-media.ts";
import { DoubtSlot } from "../doubt/doubt-slot.tsx";
import type { LibraryEntry } from "../library/library-dialog.tsx";
import { AnonymousNote } from "../session/anonymous-note.tsx";
import { Missed } from "../session/missed.tsx";
import { PhaseBar } from "../session/phase-bar.tsx";
import { PollPrompt } from "../session/poll-prompt.tsx";
import { StripSection } from "../strip/strip-section.tsx";
import { Columns } from "./columns.tsx";
import { type FocusTab, tabNamed } from "./focus.tsx";
import { MeButton } from "./me.tsx";
import { NothingLive } from "./nothing-live.tsx";
import { Notices } from "./notices.tsx";
import { usePanels } from "./panels.ts";
import { PinButton, PinNames, Pins } from "./pins.tsx";
import { EditTools, type Mode, RoomBar } from "./room-bar.tsx";
import { ShownNotice } from "./shown-notice.tsx";
import { useShown } from "./use-shown.ts";
import { Watching } from "./watching.tsx";

const EmptyRoom = later(() => import("./empty-room.tsx").then((file) => file.EmptyRoom));

const PhoneNews = later(() => import("./phone-news.tsx").then((file) => file.PhoneNews));

/** The room's page: bar, strip, and below it the model, the picture and the questions. */
export function RoomBody(props: {
  readonly library: readonly LibraryEntry[];
  readonly theme: Theme;
  /** Whoever came to watch: their own values are on the page from the start. */
  readonly isWatching: boolean;
}) {
  const { room, store } = useRoom();
  const mayEdit = useRoomView((view) => view.canEdit);
  const [wanted, setMode] = useState<Mode>("edit");
  const [tab, setTab] = useState<FocusTab>("lines");
  const mode = wanted === "edit" && !mayEdit ? "view" : wanted;
  const goTo = useGoTo((next) => setTab(tabNamed(next)));
  const { followed, follow } = useFollow(goTo);
  useEffect(() => store.allowEdits(mode === "edit"), [store, mode]);
  useEffect(() => store.stand({ tab }), [store, tab]);
  const isEmpty = useRoomView((view) => view.scenario === null && !view.isUnread);
  const isWide = useMedia("(min-width: 80rem)");
  const isPhone = useMedia("(max-width: 47.99rem)");
  const panels = usePanels();
  const stripBox = useHeightVar<HTMLDivElement>("--strip");
  const asks = useRoomView((view) => promptOf(view).kind);
  const shown = useShown(panels, setTab);
  useCodeInAddress(props.isWatching ? "/watch" : "");
  useSandbox(props.isWatching && !isEmpty);
  const call = () => room.send({ kind: "call-people", place: store.whereabouts() });
  return (
    <>
      <RoomBar
        library={props.library}
        theme={props.theme}
        mode={mode}
        onMode={setMode}
        followed={followed?.id ?? null}
        follow={follow}
        onCall={call}
        middle={isWide && <PhaseBar />}
      />
      {!isWide && (
        <div className="mx-auto max-w-[112rem] px-3 pb-1 empty:hidden sm:px-6">
          <PhaseBar />
        </div>
      )}
      <main className="mx-auto max-w-[112rem] px-3 pb-24 sm:px-6 md:pb-16">
        <Notices goTo={goTo} isWatching={props.isWatching} />
        <Missed isBrief={isPhone && panels.panel === "now"} />
        <NothingLive />
        <AnonymousNote />
        {!(isPhone && panels.panel === "now") && <PollPrompt />}
        {!(isPhone && panels.panel === "now") && <ShownNotice shown={shown} />}
        {props.isWatching && <Watching />}
        <div
          ref={stripBox}
          className="tall:sticky top-0 z-40 -mx-3 border-rule border-b bg-paper px-3 pt-1 pb-3 sm:-mx-6 sm:px-6"
        >
          {isEmpty ? (
            <EmptyRoom />
          ) : (
            <StripSection
              brief={
                isPhone && (panels.panel === "debate" || (panels.panel === "now" && asks !== "estimate"))
              }
              below={(!isPhone || panels.panel === "me") && <PinNames />}
              beside={
                <>
                  <PinButton />
                  <MeButton />
                </>
              }
            >
              <Pins />
            </StripSection>
          )}
        </div>
        <Columns
          tab={tab}
          onTab={setTab}
          isEmpty={isEmpty}
          panels={panels}
          tools={<EditTools mode={mode} onMode={setMode} />}
          onShown={shown.text === null ? null : shown.go}
        />
        <DoubtSlot />
        {isPhone && <PhoneNews panels={panels} />}
      </main>
      {followed !== null && (
        <div
          data-person={followed.colour % 8}
          className="pointer-events-none fixed inset-0 z-50 border-[3px] border-[var(--person)]"
        >
          <p className="person-flag pointer-events-auto absolute bottom-0 left-1/2 -translate-x-1/2 rounded-t-lg px-3 py-1 text-sm">
            Following {followed.name}{" "}
            <button type="button" className="ml-2 underline" onClick={() => follow(null)}>
              Stop
            </button>
          </p>
        </div>
      )}
    </>
  );
}

/** Keeps the address and the list of rooms right when the moderator renews or hides the code, or the name changes. */
function useCodeInAddress(tail: string): void {
  const { room } = useRoom();
  const code = useRoomView((view) => (view.code.hidden ? null : view.code.value));
  const known = useRoomView((view) => view.you !== null);
  const title = useRoomView((view) => view.rows.scenario.texts.title ?? "");
  useEffect(() => {
    if (known) noteRoom({ id: room.id, title, code });
  }, [code, known, room, title]);
  useEffect(() => {
    const path = `/r/${code ?? room.id}${tail}`;
    if (known && location.pathname !== path) window.history.replaceState(null, "", path);
  }, [code, known, room, tail]);
}

/** Opens the reader's own values once, so that whatever they drag stays theirs. */
function useSandbox(isOn: boolean): void {
  const mine = useMine();
  const show = useRef(mine?.show);
  show.current = mine?.show;
  useEffect(() => {
    if (isOn) void show.current?.(true);
  }, [isOn]);
}
