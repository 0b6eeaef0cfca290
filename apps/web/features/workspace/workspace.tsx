"use client";

import { useState } from "react";
import { MineProvider } from "../../client/mine/use-mine.tsx";
import { useWorkspace, WorkspaceProvider } from "../../client/use-workspace.tsx";
import type { Start } from "../../client/workspace-store.ts";
import type { Theme } from "../../ui/theme.ts";
import { useHeightVar } from "../../ui/use-height-var.ts";
import { AskPanel } from "../ask/ask-panel.tsx";
import type { LibraryEntry } from "../library/library-dialog.tsx";
import { ModelPanel } from "../model/model-panel.tsx";
import { Focus, type FocusTab } from "../room/focus.tsx";
import { StripSection } from "../strip/strip-section.tsx";
import { TopBar } from "./top-bar.tsx";

/** The page for one person: strip on top, model, picture and questions below. */
export function Workspace(props: {
  readonly start: Start;
  readonly library: readonly LibraryEntry[];
  readonly theme: Theme;
}) {
  return (
    <WorkspaceProvider start={props.start}>
      <MineProvider place={props.start.view.title} shared="Model">
        <TopBar library={props.library} theme={props.theme} />
        <Body />
      </MineProvider>
    </WorkspaceProvider>
  );
}

function Body() {
  const [tab, setTab] = useState<FocusTab>("lines");
  const stripBox = useHeightVar<HTMLDivElement>("--strip");
  const summary = useWorkspace((workspace) => workspace.view.summary);
  return (
    <main className="mx-auto max-w-[112rem] px-3 pb-16 sm:px-6">
      <div
        ref={stripBox}
        className="tall:sticky top-0 z-40 -mx-3 border-rule border-b bg-paper px-3 pt-1 pb-3 sm:-mx-6 sm:px-6"
      >
        <StripSection />
      </div>
      {summary !== "" && <p className="mt-2.5 max-w-[80ch] text-pretty text-sm text-soft">{summary}</p>}
      <div className="mt-3 grid grid-cols-[minmax(0,1fr)] items-start gap-3 lg:grid-cols-[minmax(0,34fr)_minmax(0,39fr)_minmax(0,27fr)] lg:gap-4">
        <div className="column">
          <ModelPanel />
        </div>
        <div className="column">
          <Focus tab={tab} onTab={setTab} />
        </div>
        <div className="column">
          <AskPanel />
        </div>
      </div>
    </main>
  );
}
