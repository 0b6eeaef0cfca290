"use client";

import { MessageCircleQuestion } from "lucide-react";
import { useEffect, useState } from "react";
import { useSelection } from "../../client/debate/use-board.ts";
import { useDrafts } from "../../client/debate/use-debate.tsx";
import { useFollowingFocus } from "../../client/debate/use-following-focus.ts";
import { useWorkspace } from "../../client/use-workspace.tsx";
import { ModelPanel } from "../model/model-panel.tsx";
import { Focus, type FocusTab } from "./focus.tsx";
import { MePanel } from "./me.tsx";
import { type Side, SideColumn } from "./side-column.tsx";

const PANELS = [
  { id: "model", text: "Model" },
  { id: "picture", text: "Picture" },
  { id: "debate", text: "Debate" },
  { id: "ask", text: "Ask" },
  { id: "me", text: "Me" },
] as const;
type Panel = (typeof PANELS)[number]["id"];

/** Three columns; on a tablet the debate is a drawer, on a phone one panel shows. */
export function Columns(props: {
  readonly tab: FocusTab;
  readonly onTab: (tab: FocusTab) => void;
  readonly isEmpty: boolean;
}) {
  const [panel, setPanel] = useState<Panel>("model");
  const [side, setSide] = useState<Side>("debate");
  const [drawer, setDrawer] = useState(false);
  const summary = useWorkspace((workspace) => workspace.view.summary);
  const show = (...ids: readonly Panel[]) => (ids.includes(panel) ? "" : "max-md:hidden");
  const open = (next: Panel) => {
    setPanel(next);
    if (next === "debate" || next === "ask") setSide(next);
  };
  useFollowingFocus();
  const posted = useDrafts()?.receipt?.id ?? null;
  const { asked } = useSelection().chosen;
  useEffect(() => {
    if (posted === null && asked === 0) return;
    setPanel("debate");
    setSide("debate");
    setDrawer(true);
  }, [posted, asked]);
  return (
    <>
      {summary !== "" && <p className="mt-2.5 max-w-[80ch] text-pretty text-sm text-soft">{summary}</p>}
      <div className="mt-3 grid grid-cols-[minmax(0,1fr)] items-start gap-3 md:grid-cols-[minmax(0,47fr)_minmax(0,53fr)] lg:grid-cols-[minmax(0,34fr)_minmax(0,38fr)_minmax(0,28fr)] lg:gap-4">
        <div className={show("model")}>
          <ModelPanel />
        </div>
        <div className={show("picture")}>
          {!props.isEmpty && <Focus tab={props.tab} onTab={props.onTab} />}
        </div>
        <div
          className={`${show("debate", "ask")} ${drawer ? "md:max-lg:fixed" : "md:max-lg:hidden"} md:max-lg:inset-y-0 md:max-lg:z-40 md:max-lg:right-0 md:max-lg:w-96 md:max-lg:overflow-auto md:max-lg:border-rule md:max-lg:border-l md:max-lg:bg-paper md:max-lg:p-4 md:max-lg:pb-20 md:max-lg:shadow-2xl`}
        >
          {!props.isEmpty && (
            <SideColumn
              side={side}
              onSide={setSide}
              showModel={(then) => {
                setDrawer(false);
                setPanel("model");
                requestAnimationFrame(() => requestAnimationFrame(then));
              }}
            />
          )}
        </div>
        {panel === "me" && (
          <div className="rounded-xl border border-rule bg-card p-4 md:hidden">
            <MePanel />
          </div>
        )}
      </div>
      <button
        type="button"
        aria-expanded={drawer}
        onClick={() => setDrawer(!drawer)}
        className="button button-full fixed right-4 bottom-4 z-50 h-11 px-4 shadow-lg max-md:hidden lg:hidden"
      >
        <MessageCircleQuestion size={18} aria-hidden /> {drawer ? "Close" : "Debate and ask"}
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
            onClick={() => open(id)}
            className="h-12 flex-1 font-medium text-soft aria-pressed:text-ink aria-pressed:shadow-[inset_0_2px_0_var(--ink)]"
          >
            {text}
          </button>
        ))}
      </nav>
    </>
  );
}
