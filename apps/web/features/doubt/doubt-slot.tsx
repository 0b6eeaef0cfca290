"use client";

import type { Scenario } from "@crux/core";
import { PenLine, X } from "lucide-react";
import { type ReactNode, useEffect, useLayoutEffect, useRef, useSyncExternalStore } from "react";
import { type Draft, isWritten, topicName } from "../../client/debate/draft.ts";
import type { DraftStore } from "../../client/debate/draft-store.ts";
import type { Receipt } from "../../client/debate/drafting.ts";
import { useDebate, useDrafts } from "../../client/debate/use-debate.tsx";
import { later } from "../../client/later.tsx";
import { useRoom, useRoomView } from "../../client/room/use-room.tsx";

const DoubtPanel = later(
  () => import("./doubt-panel.tsx").then((file) => file.DoubtPanel),
  () => (
    <p className="fixed right-4 bottom-0 z-[60] rounded-t-xl border border-rule bg-card px-4 py-3 text-soft">
      Opening …
    </p>
  ),
);

/** Where a doubt is written: the open form, the note that one is unfinished, or the receipt of one that was posted. */
export function DoubtSlot() {
  const drafts = useDrafts();
  const lock = useDebate()?.lock ?? "";
  const scenario = useRoomScenario();
  const isOnline = useRoomView((view) => view.connection.kind === "online");
  useFocusBack(drafts?.isOpen ?? false);
  useReceiptGoes(drafts?.receipt ?? null, drafts?.store ?? null);
  if (drafts === null || scenario === null) return null;
  const { draft, waiting, receipt, sent, refused, isOpen, isLocked, store } = drafts;
  if (isLocked && lock !== "")
    return (
      <Note title="You can't object now" onClose={() => store.lock(false)}>
        <p>You can't object now. {lock}.</p>
      </Note>
    );
  if (draft !== null && waiting !== null)
    return (
      <Note title="You have an unfinished doubt">
        <p>
          It is about {draftName(scenario, draft)}. Finish it first, or discard it and begin one about{" "}
          {draftName(scenario, waiting)}?
        </p>
        <div className="mt-2 flex flex-wrap gap-2">
          <button type="button" className="button button-full" onClick={() => store.choose("draft")}>
            Continue it
          </button>
          <button type="button" className="button button-line" onClick={() => store.choose("waiting")}>
            Discard it, begin the new one
          </button>
        </div>
      </Note>
    );
  if (draft !== null && isOpen)
    return (
      <DoubtPanel
        key={draft.id}
        scenario={scenario}
        draft={draft}
        store={store}
        refused={refused}
        answers={
          draft.under.length === 0 ? "" : `It builds on ${draft.under.map(({ title }) => title).join(" + ")}.`
        }
      />
    );
  if (receipt !== null)
    return (
      <Note title="Your doubt" onClose={store.forgetReceipt}>
        <p data-testid="receipt">{receipt.text}</p>
      </Note>
    );
  if (sent !== null)
    return (
      <Note title="Your doubt">
        <p>
          {isOnline
            ? "On its way …"
            : "You are offline: it is kept on this device and posted once you are back."}
        </p>
      </Note>
    );
  if (draft !== null && isWritten(draft))
    return (
      <button
        type="button"
        onClick={() => store.open(true)}
        className="button fixed right-4 bottom-16 z-50 h-11 border-2 border-edge border-dashed bg-card px-4 shadow-lg md:bottom-4 md:max-lg:bottom-20"
      >
        <PenLine size={16} aria-hidden />
        <strong className="rounded bg-alarm-well px-1 font-semibold text-alarm">Draft</strong>
        <span className="max-w-[50vw] truncate">your doubt about {draftName(scenario, draft)}</span>
      </button>
    );
  return null;
}

const draftName = (scenario: Scenario, { target, readings }: Draft): string =>
  topicName(
    scenario,
    target,
    readings.flatMap(({ changes }) => changes),
  );

function Note(props: {
  readonly title: string;
  readonly onClose?: () => void;
  readonly children: ReactNode;
}) {
  return (
    <section
      aria-label={props.title}
      className="fixed inset-x-3 bottom-16 z-[60] rounded-xl border border-rule bg-card p-4 text-sm shadow-2xl md:inset-x-auto md:bottom-4 md:left-1/2 md:w-[26rem] md:-translate-x-1/2"
    >
      <div role="status" className="pr-8">
        {props.children}
      </div>
      {props.onClose !== undefined && (
        <button
          type="button"
          aria-label="Close"
          className="button absolute top-2 right-2"
          onClick={props.onClose}
        >
          <X size={16} aria-hidden />
        </button>
      )}
    </section>
  );
}

/** The scenario in force in the room. */
function useRoomScenario(): Scenario | null {
  const { room } = useRoom();
  const read = () => room.getSnapshot().scenario;
  return useSyncExternalStore(room.subscribe, read, read);
}

/** Milliseconds for which a receipt stands; what it says stays on the card. */
const RECEIPT = 20_000;

function useReceiptGoes(receipt: Receipt | null, store: DraftStore | null): void {
  useEffect(() => {
    if (receipt === null || store === null) return;
    const timer = setTimeout(store.forgetReceipt, RECEIPT);
    return () => clearTimeout(timer);
  }, [receipt, store]);
}

/** When the form closes, the focus goes back to where it was; the rail takes it from there to a card that was posted. */
function useFocusBack(isOpen: boolean): void {
  const before = useRef<Element | null>(null);
  // Before the form takes the focus, which it does in an effect.
  useLayoutEffect(() => {
    if (!isOpen) return;
    before.current = document.activeElement;
    return () => {
      const back = before.current;
      if (back instanceof HTMLElement && back.isConnected) back.focus({ preventScroll: true });
    };
  }, [isOpen]);
}
