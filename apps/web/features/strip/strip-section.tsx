"use client";

import type { ReactNode } from "react";
import { useShownStrip } from "../../client/debate/use-shown-strip.ts";
import { useWorkspace, useWorkspaceStore } from "../../client/use-workspace.tsx";
import { GHandle } from "./g-handle.tsx";
import { GhostStrip, TryingOut } from "./ghost-strip.tsx";
import { VerdictLine } from "./verdict-line.tsx";
import { WinnerStrip } from "./winner-strip.tsx";

/** The strip of the workspace with its handle, and under it, always, the one sentence. A room puts pins, their names and buttons into it. */
export function StripSection(props: {
  readonly children?: ReactNode;
  readonly beside?: ReactNode;
  readonly below?: ReactNode;
  /** On a phone: without the line about the reader's own g. */
  readonly brief?: boolean;
}) {
  const { strip, ghost, marks, effect } = useShownStrip();
  const cases = useWorkspace((workspace) => workspace.view.cases);
  const here = useWorkspace((workspace) => workspace.here);
  const g = useWorkspace((workspace) => workspace.g);
  const store = useWorkspaceStore();
  if (strip === null)
    return (
      <section aria-label="Who wins at which g" className="py-2">
        <div aria-hidden className="h-12 rounded-[10px] border border-edge border-dashed bg-well" />
        <p aria-live="polite" data-testid="sentence" className="mt-2 font-serif text-lg">
          {cases?.headline}
        </p>
      </section>
    );
  const winner = here?.rows.find((row) => here.winners.includes(row.program));
  return (
    <section aria-label="Who wins at which g">
      {ghost === null ? <TryingOut /> : <GhostStrip ghost={ghost} marks={marks} strip={strip} />}
      <WinnerStrip scene={strip}>
        <GHandle scene={strip} g={g} verdict={here?.verdict ?? ""} onChange={store.setG} />
        {props.children}
      </WinnerStrip>
      {props.below}
      <div className="mt-1 flex flex-wrap items-baseline justify-between gap-x-8 gap-y-1">
        <p
          aria-live="polite"
          data-testid="sentence"
          className="text-pretty font-serif text-[0.9375rem] leading-snug sm:text-xl"
        >
          {strip.sentence}
        </p>
        {effect !== null && (
          <p
            aria-live="polite"
            data-testid="ghost-sentence"
            className="order-last basis-full border-edge border-l-2 border-dashed pl-2 text-pretty"
          >
            <span className="font-semibold">If so:</span> {effect.sentence}
          </p>
        )}
        {here !== null && (
          <div
            className={`flex items-center gap-x-3 gap-y-1 sm:flex-wrap ${props.brief === true ? "max-md:hidden" : ""}`}
          >
            <VerdictLine
              g={g}
              verdict={here.verdict}
              hue={winner?.style.hue ?? "slate"}
              onChange={store.setG}
            />
            {props.beside}
          </div>
        )}
      </div>
    </section>
  );
}
