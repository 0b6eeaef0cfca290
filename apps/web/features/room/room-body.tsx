"use client";

import { MessageCircleQuestion } from "lucide-react";
import { useEffect, useState } from "react";
import { noteRoom } from "../../client/recent-rooms.ts";
import { useFollow, useGoTo } from "../../client/room/use-follow.ts";
import { useRoom, useRoomView } from "../../client/room/use-room.tsx";
import { useWorkspace } from "../../client/use-workspace.tsx";
import type { Theme } from "../../ui/theme.ts";
import { AskPanel } from "../ask/ask-panel.tsx";
import type { LibraryEntry } from "../library/library-dialog.tsx";
import { ModelPanel } from "../model/model-panel.tsx";
import { StripSection } from "../strip/strip-section.tsx";
import { EmptyRoom } from "./empty-room.tsx";
import { Focus, type FocusTab, tabNamed } from "./focus.tsx";
import { Notices } from "./notices.tsx";
import { PinButton, Pins, RevealButton } from "./pins.tsx";
import { type Mode, RoomBar } from "./room-bar.tsx";

const PANELS = [
  { id: "model", text: "Model" },
  { id: "picture", text: "Picture" },
  { id: "ask", text: "Ask" },
] as const;
type Panel = (typeof PANELS)[number]["id"];

/** The room's page: bar, strip, and below it the model, the picture and the questions. */
export function RoomBody(props: { readonly library: readonly LibraryEntry[]; readonly theme: Theme }) {
  const { room, store } = useRoom();
  const mayEdit = useRoomView((view) => view.canEdit);
  const [wanted, setMode] = useState<Mode>("edit");
  const [tab, setTab] = useState<FocusTab>("lines");
  const mode = wanted === "edit" && !mayEdit ? "view" : wanted;
  const goTo = useGoTo((next) => setTab(tabNamed(next)));
  const { followed, follow } = useFollow(goTo);
  useEffect(() => store.allowEdits(mode === "edit"), [store, mode]);
  useEffect(() => store.stand({ tab }), [store, tab]);
  const isEmpty = useRoomView((view) => view.scenario === null);
  useCodeInAddress();
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
      />
      <main className="mx-auto max-w-[112rem] px-3 pb-24 sm:px-6 md:pb-16">
        <Notices goTo={goTo} />
        <div className="tall:sticky top-0 z-40 -mx-3 border-rule border-b bg-paper px-3 pt-1 pb-3 sm:-mx-6 sm:px-6">
          {isEmpty ? (
            <EmptyRoom />
          ) : (
            <StripSection
              beside={
                <>
                  <PinButton />
                  <RevealButton />
                </>
              }
            >
              <Pins />
            </StripSection>
          )}
        </div>
        <Columns tab={tab} onTab={setTab} isEmpty={isEmpty} />
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

/** Three columns; on a tablet the questions are a drawer, on a phone one of three shows. */
function Columns(props: {
  readonly tab: FocusTab;
  readonly onTab: (tab: FocusTab) => void;
  readonly isEmpty: boolean;
}) {
  const [panel, setPanel] = useState<Panel>("model");
  const [drawer, setDrawer] = useState(false);
  const summary = useWorkspace((workspace) => workspace.view.summary);
  const show = (id: Panel) => (panel === id ? "" : "max-md:hidden");
  return (
    <>
      {summary !== "" && <p className="mt-2.5 max-w-[80ch] text-pretty text-sm text-soft">{summary}</p>}
      <div className="mt-3 grid grid-cols-[minmax(0,1fr)] items-start gap-3 md:grid-cols-[minmax(0,47fr)_minmax(0,53fr)] lg:grid-cols-[minmax(0,34fr)_minmax(0,39fr)_minmax(0,27fr)] lg:gap-4">
        <div className={show("model")}>
          <ModelPanel />
        </div>
        <div className={show("picture")}>
          {!props.isEmpty && <Focus tab={props.tab} onTab={props.onTab} />}
        </div>
        <div
          className={`${show("ask")} ${drawer ? "md:max-lg:fixed" : "md:max-lg:hidden"} z-40 md:max-lg:inset-y-0 md:max-lg:right-0 md:max-lg:w-96 md:max-lg:overflow-auto md:max-lg:border-rule md:max-lg:border-l md:max-lg:bg-paper md:max-lg:p-4 md:max-lg:shadow-2xl`}
        >
          {!props.isEmpty && <AskPanel />}
        </div>
      </div>
      <button
        type="button"
        aria-expanded={drawer}
        onClick={() => setDrawer(!drawer)}
        className="button button-full fixed right-4 bottom-4 z-50 h-11 px-4 shadow-lg max-md:hidden lg:hidden"
      >
        <MessageCircleQuestion size={18} aria-hidden /> {drawer ? "Close" : "Ask"}
      </button>
      <nav
        aria-label="Panels"
        className="fixed inset-x-0 bottom-0 z-50 flex border-rule border-t bg-card pb-[env(safe-area-inset-bottom)] md:hidden"
      >
        {PANELS.map(({ id, text }) => (
          <button
            key={id}
            type="button"
            aria-pressed={panel === id}
            onClick={() => setPanel(id)}
            className="h-12 flex-1 font-medium text-soft aria-pressed:text-ink aria-pressed:shadow-[inset_0_2px_0_var(--ink)]"
          >
            {text}
          </button>
        ))}
      </nav>
    </>
  );
}

/** Keeps the address and the list of rooms right when the moderator renews or hides the code, or the name changes. */
function useCodeInAddress(): void {
  const { room } = useRoom();
  const code = useRoomView((view) => (view.code.hidden ? null : view.code.value));
  const known = useRoomView((view) => view.you !== null);
  const title = useRoomView((view) => view.rows.scenario.texts.title ?? "");
  useEffect(() => {
    if (known) noteRoom({ id: room.id, title, code });
  }, [code, known, room, title]);
  useEffect(() => {
    const path = `/r/${code ?? room.id}`;
    if (known && location.pathname !== path) window.history.replaceState(null, "", path);
  }, [code, known, room]);
}
