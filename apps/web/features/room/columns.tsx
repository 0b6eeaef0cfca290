"use client";

import { MessageCircleQuestion } from "lucide-react";
import { type ReactNode, useEffect } from "react";
import { useSelection } from "../../client/debate/use-board.ts";
import { useDrafts } from "../../client/debate/use-debate.tsx";
import { useFollowingFocus } from "../../client/debate/use-following-focus.ts";
import { later, opening } from "../../client/later.tsx";
import { useRoomView } from "../../client/room/use-room.tsx";
import { promptOf } from "../../client/session/prompt.ts";
import { useIsMeeting } from "../../client/session/use-meeting.ts";
import { useWorkspace } from "../../client/use-workspace.tsx";
import { Segments } from "../../ui/segments.tsx";
import { useMedia } from "../../ui/use-media.ts";
import { ModelPanel } from "../model/model-panel.tsx";
import { Focus, type FocusTab } from "./focus.tsx";
import { MePanel } from "./me.tsx";
import type { Panel, Panels } from "./panels.ts";
import { SideColumn } from "./side-column.tsx";

const NowPanel = later(() => import("./now.tsx").then((file) => file.NowPanel), opening);

/** What a phone's bar offers, with the panels that each stands for. */
const TABS: readonly { readonly text: string; readonly panels: readonly Panel[] }[] = [
  { text: "Now", panels: ["now"] },
  { text: "Model", panels: ["model", "picture"] },
  { text: "Debate", panels: ["debate"] },
  { text: "Me", panels: ["me"] },
];

/** Three columns; on a tablet the debate is a drawer, on a phone one panel shows. */
export function Columns(props: {
  readonly tab: FocusTab;
  readonly onTab: (tab: FocusTab) => void;
  readonly isEmpty: boolean;
  readonly panels: Panels;
  /** Ways to edit, where the bar has no room for them. */
  readonly tools: ReactNode;
  /** Goes to what the big screen shows; null where it shows nothing to go to. */
  readonly onShown: (() => void) | null;
}) {
  const { panel, side, drawer, open, openSide, draw } = props.panels;
  const isPhone = useMedia("(max-width: 47.99rem)");
  const summary = useWorkspace((workspace) => workspace.view.summary);
  const asks = useRoomView((view) => promptOf(view).kind);
  const isMeeting = useIsMeeting();
  const show = (...ids: readonly Panel[]) => (ids.includes(panel) ? "" : "max-md:hidden");
  useFollowingFocus();
  // What was said stays, also while no program can be read.
  const isDebated = useRoomView((view) => Object.keys(view.debate.objections).length > 0);
  const posted = useDrafts()?.receipt?.id ?? null;
  const { asked } = useSelection().chosen;
  // biome-ignore lint/correctness/useExhaustiveDependencies: only what was posted or asked for opens the debate
  useEffect(() => {
    if (posted !== null || asked > 0) openSide("debate");
  }, [posted, asked]);
  return (
    <>
      {summary !== "" && (
        <p className={`mt-2.5 max-w-[80ch] text-pretty text-sm text-soft ${show("model")}`}>{summary}</p>
      )}
      {(panel === "model" || panel === "picture") && (
        <div className="mt-2 flex flex-wrap items-center justify-between gap-2 md:hidden">
          <Segments
            label="Model"
            value={panel}
            onChange={open}
            options={[
              { value: "model", text: "Values" },
              { value: "picture", text: "Picture" },
            ]}
          />
          {props.tools}
        </div>
      )}
      <div className="mt-3 grid grid-cols-[minmax(0,1fr)] items-start gap-3 md:grid-cols-[minmax(0,47fr)_minmax(0,53fr)] lg:grid-cols-[minmax(0,34fr)_minmax(0,38fr)_minmax(0,28fr)] lg:gap-4">
        <div className={`column ${show("model")}`}>
          <ModelPanel />
        </div>
        <div className={`column ${show("picture")}`}>
          {!props.isEmpty && <Focus tab={props.tab} onTab={props.onTab} />}
        </div>
        <div
          className={`column ${show("debate")} ${drawer ? "md:max-lg:fixed" : "md:max-lg:hidden"} md:max-lg:inset-y-0 md:max-lg:z-40 md:max-lg:right-0 md:max-lg:w-96 md:max-lg:overflow-auto md:max-lg:border-rule md:max-lg:border-l md:max-lg:bg-paper md:max-lg:p-4 md:max-lg:pb-20 md:max-lg:shadow-2xl`}
        >
          {(!props.isEmpty || isDebated) && (
            <SideColumn
              side={side}
              onSide={openSide}
              showModel={(then) => {
                draw(false);
                open("model");
                requestAnimationFrame(() => requestAnimationFrame(then));
              }}
            />
          )}
        </div>
        {panel === "now" && isPhone && <NowPanel onShow={props.onShown} onModel={() => open("model")} />}
        {panel === "me" && (
          <div className="rounded-xl border border-rule bg-card p-4 md:hidden">
            <MePanel />
          </div>
        )}
      </div>
      <button
        type="button"
        aria-expanded={drawer}
        onClick={() => draw(!drawer)}
        className="button button-full fixed right-4 bottom-4 z-50 h-11 px-4 shadow-lg max-md:hidden lg:hidden"
      >
        <MessageCircleQuestion size={18} aria-hidden /> {drawer ? "Close" : "Debate and ask"}
      </button>
      <nav
        aria-label="Panels"
        className="fixed inset-x-0 bottom-0 z-50 flex border-rule border-t bg-card pb-[env(safe-area-inset-bottom)] md:hidden"
      >
        {TABS.map(({ text, panels }) => {
          const [first = "model"] = panels;
          const isOn = panels.includes(panel);
          const calls = first === "now" && !isOn && isMeeting && asks !== "nothing";
          return (
            <button
              key={text}
              type="button"
              aria-pressed={isOn}
              onClick={() => open(first)}
              className="relative h-14 flex-1 font-medium text-soft aria-pressed:text-ink aria-pressed:shadow-[inset_0_2px_0_var(--ink)]"
            >
              {text}
              {calls && (
                <span className="absolute top-2.5 ml-1 size-2.5 rounded-full bg-alarm">
                  <span className="sr-only">, waits for you</span>
                </span>
              )}
            </button>
          );
        })}
      </nav>
    </>
  );
}
