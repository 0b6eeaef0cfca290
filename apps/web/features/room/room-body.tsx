"use client";

import type { Theme } from "../../ui/theme.ts";
import { AskPanel } from "../ask/ask-panel.tsx";
import type { LibraryEntry } from "../library/library-dialog.tsx";
import { LinesPanel } from "../lines/lines-panel.tsx";
import { ModelPanel } from "../model/model-panel.tsx";
import { StripSection } from "../strip/strip-section.tsx";
import { RoomBar } from "./room-bar.tsx";

/** The room's page: bar, strip, and below it the model, the picture and the questions. */
export function RoomBody(props: { readonly library: readonly LibraryEntry[]; readonly theme: Theme }) {
  return (
    <>
      <RoomBar library={props.library} theme={props.theme} />
      <main className="mx-auto max-w-[112rem] px-3 pb-16 sm:px-6">
        <div className="tall:sticky top-0 z-40 -mx-3 border-rule border-b bg-paper px-3 pt-1 pb-3 sm:-mx-6 sm:px-6">
          <StripSection />
        </div>
        <div className="mt-3 grid grid-cols-[minmax(0,1fr)] items-start gap-3 lg:grid-cols-[minmax(0,34fr)_minmax(0,39fr)_minmax(0,27fr)] lg:gap-4">
          <ModelPanel />
          <LinesPanel />
          <AskPanel />
        </div>
      </main>
    </>
  );
}
