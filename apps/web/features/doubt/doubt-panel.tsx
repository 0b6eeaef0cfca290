"use client";

import type { Scenario } from "@crux/core";
import { bothWaysText } from "@crux/present";
import { limits } from "@crux/room/client";
import { X } from "lucide-react";
import { type KeyboardEvent, useEffect, useId, useRef, useState } from "react";
import { type Draft, rowsOf, topicName } from "../../client/debate/draft.ts";
import type { DraftStore } from "../../client/debate/draft-store.ts";
import { useRoom } from "../../client/room/use-room.tsx";
import { RichText } from "../../ui/rich-text.tsx";
import { AboutField } from "./about-field.tsx";
import { EffectBox } from "./effect-box.tsx";
import { KindChoice } from "./kind-choice.tsx";
import { postDraft } from "./post-draft.ts";
import { Readings } from "./readings.tsx";
import { useDraftPatches } from "./use-draft-patch.ts";
import { usePreviewedDraft } from "./use-previewed-draft.ts";

/** The form of a doubt: what it is about, what would be different, why, and of which kind. */
export function DoubtPanel(props: {
  readonly scenario: Scenario;
  readonly draft: Draft;
  readonly store: DraftStore;
  /** Whom a reply answers; empty where it is none. */
  readonly answers: string;
  /** Why the room refused it; empty where it did not. */
  readonly refused: string;
}) {
  const { scenario, draft, store } = props;
  const { room } = useRoom();
  const patches = useDraftPatches(scenario, draft);
  const [missing, setAsked] = useState("");
  const asked = missing || (props.refused && `The room did not take it: ${props.refused}.`);
  const heading = useRef<HTMLHeadingElement>(null);
  const [title, text] = [useId(), useId()];
  usePreviewedDraft(draft, patches);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each draft takes the focus once
  useEffect(() => heading.current?.focus({ preventScroll: true }), [draft.id]);

  const change = (part: Partial<Draft>): void => {
    setAsked("");
    store.change(part);
  };
  const post = (): void => {
    const posted = postDraft(room, scenario, draft, patches);
    if (posted.ok) store.posted(posted.value);
    else setAsked(posted.error);
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.key === "Escape") store.open(false);
    if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) post();
  };
  const changes = draft.readings[draft.reading]?.changes ?? [];
  const bothWays = bothWaysText(
    draft.replyTo === null ? "Your objection" : "Your reply",
    draft.readings.map(({ label }, at) => ({ label, effect: patches.effects[at]?.effect ?? null })),
  );
  return (
    <section
      aria-labelledby={title}
      onKeyDown={onKeyDown}
      className="fixed inset-x-0 bottom-0 z-[60] flex max-h-[82dvh] flex-col rounded-t-2xl border-2 border-edge border-dashed border-b-0 bg-card shadow-2xl md:inset-x-auto md:right-4 md:w-[26rem] tall:md:max-h-[max(24rem,calc(100dvh-20.5rem))]"
    >
      <header className="flex items-start gap-2 border-rule border-b px-4 pt-3 pb-2">
        <div className="min-w-0 flex-1">
          <h2 ref={heading} id={title} tabIndex={-1} className="font-semibold leading-tight outline-none">
            {draft.isPosted
              ? "Change your objection"
              : draft.replyTo === null
                ? "I doubt this"
                : "Your reply"}
            <span className="sr-only">: {topicName(scenario, draft.target, changes)}</span>
          </h2>
          <p className="text-soft text-xs">
            <strong className="rounded bg-alarm-well px-1 font-semibold text-alarm">Draft</strong> not posted
            yet, kept on this device
          </p>
        </div>
        <button
          type="button"
          className="button -mr-2"
          aria-label="Close, and keep the draft"
          onClick={() => store.open(false)}
        >
          <X size={18} aria-hidden />
        </button>
      </header>
      <div className="min-h-0 flex-1 space-y-3 overflow-auto overscroll-contain px-4 py-3">
        {props.answers !== "" && <p className="text-sm [overflow-wrap:anywhere]">{props.answers}</p>}
        <AboutField
          scenario={patches.base}
          target={draft.target}
          changes={changes}
          isFixed={draft.isPosted}
          onChange={(target) => change({ target, rows: rowsOf(room.getSnapshot().rows, target) })}
        />
        <Readings draft={draft} patches={patches} onChange={change} />
        <div>
          <label htmlFor={text} className="label block">
            Why, in a few sentences
          </label>
          <textarea
            id={text}
            value={draft.text}
            rows={3}
            maxLength={limits.objectionText}
            aria-invalid={missing !== "" && draft.text.trim() === ""}
            aria-describedby={`${text}-help`}
            onChange={(event) => change({ text: event.target.value })}
            className="field field-sizing-content max-h-60 min-h-20 w-full aria-invalid:border-alarm"
          />
          <p id={`${text}-help`} className="text-soft text-xs">
            **bold**, *italic*, lists, and maths between $ signs.
            {draft.text.length > limits.objectionText - 300 &&
              ` ${limits.objectionText - draft.text.length} characters left.`}
          </p>
          {/[*_`$#>[\]\n]/.test(draft.text) && (
            <div className="mt-1 max-h-40 overflow-auto rounded-md bg-well px-2.5 py-1.5 text-sm">
              <RichText text={draft.text} />
            </div>
          )}
        </div>
        <KindChoice kind={draft.doubt} onChange={(doubt) => change({ doubt })} />
        <details>
          <summary className="w-fit text-soft text-xs hover:text-ink">The change as JSON</summary>
          <pre className="mt-1 max-h-48 overflow-auto whitespace-pre-wrap break-words rounded-md bg-well p-2 font-mono text-xs">
            {JSON.stringify(patches.built[draft.reading]?.patch ?? [], null, 1)}
          </pre>
        </details>
      </div>
      <footer className="border-rule border-t px-4 py-2.5 pb-[max(0.625rem,env(safe-area-inset-bottom))]">
        <EffectBox view={patches.effects[draft.reading] ?? null} hasChanges={changes.length > 0} />
        {bothWays !== "" && (
          <p data-testid="both-ways" className="mb-2 text-sm [overflow-wrap:anywhere]">
            {bothWays}
          </p>
        )}
        {asked !== "" && (
          <p role="alert" className="mb-1.5 text-alarm text-sm">
            {asked}
          </p>
        )}
        <div className="flex items-center gap-2">
          <button type="button" className="button button-full px-4" onClick={post}>
            {draft.isPosted ? "Save" : "Post"}
          </button>
          <Discard onDiscard={store.discard} isPosted={draft.isPosted} />
        </div>
      </footer>
    </section>
  );
}

/** Lets a draft go, after asking. */
function Discard(props: { readonly isPosted: boolean; readonly onDiscard: () => void }) {
  const [asks, setAsks] = useState(false);
  if (!asks)
    return (
      <button type="button" className="button" onClick={() => setAsks(true)}>
        {props.isPosted ? "Don't change it" : "Discard"}
      </button>
    );
  return (
    <span className="flex flex-wrap items-center gap-1 text-sm">
      Really?
      <button type="button" className="button button-line" onClick={props.onDiscard}>
        Discard the draft
      </button>
      <button type="button" className="button" onClick={() => setAsks(false)}>
        Keep it
      </button>
    </span>
  );
}
