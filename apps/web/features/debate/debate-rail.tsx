"use client";

import { ArrowDownUp, Lock, MessageSquarePlus } from "lucide-react";
import { useCallback, useDeferredValue, useEffect, useMemo, useState } from "react";
import { cardsOf, isOpen } from "../../client/debate/board.ts";
import { railList } from "../../client/debate/rail-list.ts";
import type { Shown } from "../../client/debate/selection-store.ts";
import { useBoard, useSelection } from "../../client/debate/use-board.ts";
import { useDrafts } from "../../client/debate/use-debate.tsx";
import { later } from "../../client/later.tsx";
import { About } from "./about.tsx";
import { Nothing } from "./nothing.tsx";
import { RailRoomProvider, useRailRoom } from "./rail-room.tsx";
import { ShowModelProvider } from "./show-model.tsx";

// All that needs an objection comes with the first one.
const Tour = later(() => import("./tour.tsx").then((file) => file.Tour));
const FlipSets = later(() => import("./flip-sets.tsx").then((file) => file.FlipSets));
const Clashes = later(() => import("./clashes.tsx").then((file) => file.Clashes));
const OrphanTray = later(() => import("./orphan-tray.tsx").then((file) => file.OrphanTray));
const ThreadList = later(() => import("./thread-list.tsx").then((file) => file.ThreadList));

/** What is said about the model: objections with their effects and replies, filtered and in order. */
export function DebateRail(props: { readonly showModel: (then: () => void) => void }) {
  return (
    <RailRoomProvider>
      <ShowModelProvider show={props.showModel}>
        <Rail />
      </ShowModelProvider>
    </RailRoomProvider>
  );
}

function Rail() {
  const board = useBoard();
  const { chosen, store } = useSelection();
  // The press shows at once, and the cards as soon as they are drawn.
  const drawn = useDeferredValue(chosen);
  const list = useMemo(() => railList(board, drawn), [board, drawn]);
  const [hasCards, setHasCards] = useState(false);
  const wanted = useWanted(hasCards);
  const onDrawn = useCallback(() => setHasCards(true), []);
  const cards = { wanted, onDrawn };
  const isEmpty = board.cards.size === 0;
  const isNothing = list.threads.length + list.scope.length + list.orphans.length === 0;
  return (
    <section aria-label="Debate" className="space-y-3">
      {!isEmpty && <Tour />}
      <Head />
      <About />
      {!isEmpty && <FlipSets />}
      {!isEmpty && <Clashes />}
      {isEmpty ? (
        <Nothing />
      ) : (
        isNothing && (
          <p className="rounded-xl border border-rule border-dashed px-4 py-3 text-sm text-soft">
            Nothing here.{" "}
            <button type="button" className="text-ink underline" onClick={() => store.show("all")}>
              Show all
            </button>
          </p>
        )
      )}
      {list.orphans.length > 0 && <OrphanTray threads={list.orphans} onDrawn={onDrawn} />}
      {list.threads.length > 0 && (
        <ThreadList key={drawn.shown} label="Objections" threads={list.threads} {...cards} />
      )}
      {list.scope.length > 0 && (
        <section aria-labelledby="scope-heading" className="space-y-2">
          <h2 id="scope-heading" className="border-rule border-t pt-3 font-semibold text-sm">
            About the model's reach ({list.scope.length})
          </h2>
          <p className="text-sm text-soft">
            No number can answer these: they say where the model applies, not who wins in it.
          </p>
          <ThreadList key={drawn.shown} label="About the model's reach" threads={list.scope} {...cards} />
        </section>
      )}
    </section>
  );
}

/**
 * Brings a card that was asked for into view: one's own new one, or one that something else on the page names. Before
 * the first objection the page may not have what draws cards yet: `hasCards` says that it has drawn some.
 */
function useWanted(hasCards: boolean): string | null {
  const { chosen, store } = useSelection();
  const receipt = useDrafts()?.receipt?.id ?? null;
  useEffect(() => {
    if (receipt !== null) store.goToCard(receipt);
  }, [receipt, store]);
  const { wanted } = chosen;
  // The board comes a moment after what people say: a new card is waited for.
  const isThere = useBoard().cards.has(wanted?.card ?? "");
  useEffect(() => {
    if (wanted === null || !isThere || !hasCards) return;
    const card = document.getElementById(`objection-${wanted.card}`);
    card?.scrollIntoView({ block: "center" });
    card?.focus({ preventScroll: true });
  }, [wanted, isThere, hasCards]);
  return wanted?.card ?? null;
}

const FILTERS: readonly { readonly value: Shown; readonly text: string }[] = [
  { value: "all", text: "All" },
  { value: "about", text: "About this" },
  { value: "open", text: "Open" },
  { value: "settled", text: "Settled" },
];

function Head() {
  const board = useBoard();
  const drafts = useDrafts();
  const { speaks, locks } = useRailRoom();
  const { chosen, store } = useSelection();
  const open = useMemo(() => board.threads.flatMap(cardsOf).filter(isOpen).length, [board]);
  return (
    <div className="space-y-2">
      <div className="flex flex-wrap items-center gap-2">
        <p className="text-sm text-soft" role="status">
          {open === 0 ? "Nothing open" : `${open} open`}
        </p>
        <button
          type="button"
          aria-pressed={chosen.newestFirst}
          onClick={() => store.sort(!chosen.newestFirst)}
          className="button px-1.5"
        >
          <ArrowDownUp size={14} aria-hidden /> {chosen.newestFirst ? "Newest first" : "Oldest first"}
        </button>
        {speaks && drafts !== null && (
          <button
            type="button"
            className="button button-line ml-auto"
            disabled={locks.object !== null}
            title={locks.object ?? undefined}
            onClick={() => drafts.store.startDoubt({ kind: "scenario" })}
          >
            <MessageSquarePlus size={15} aria-hidden /> I doubt this
          </button>
        )}
      </div>
      {speaks && locks.object !== null && (
        <p data-testid="lock" className="flex items-center gap-1.5 text-soft text-sm">
          <Lock size={14} aria-hidden className="shrink-0" /> Objections: {locks.object}.
        </p>
      )}
      {!speaks && (
        <p className="text-soft text-sm">
          You are watching. To answer and to react, ask the moderator to make you a participant.
        </p>
      )}
      <div role="group" aria-label="Which objections" className="flex flex-wrap gap-1">
        {FILTERS.map(({ value, text }) => (
          <button
            key={value}
            type="button"
            aria-pressed={chosen.shown === value}
            disabled={value === "about" && chosen.selected === null}
            title={value === "about" ? "What is said about the term or program you are in" : undefined}
            onClick={() => store.show(value)}
            className="min-h-7 rounded-full border border-rule px-2.5 text-[0.8125rem] text-soft hover:border-edge disabled:text-edge aria-pressed:border-ink aria-pressed:bg-well aria-pressed:text-ink"
          >
            {text}
          </button>
        ))}
      </div>
    </div>
  );
}
