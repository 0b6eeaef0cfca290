import { unreachable } from "@crux/core";
import type { ObjectionView } from "@crux/room/client";
import { refOf } from "./anchor-ref.ts";
import { type Board, cardsOf, isOpen, isOrphan, isScope, type Thread } from "./board.ts";
import type { Chosen, Shown } from "./selection-store.ts";

/** The board as the rail shows it: threads, those without a number, those whose thing is gone, each in order. */
export type RailList = {
  readonly threads: readonly Thread[];
  readonly scope: readonly Thread[];
  readonly orphans: readonly Thread[];
};

/** Whether a card is about a thing: exactly it, or the row that it is an axis of, or an axis of that row. */
export function isAbout(card: ObjectionView, ref: string): boolean {
  const own = refOf(card.objection.anchor, card.rows);
  if (own === null) return false;
  return own === ref || own.startsWith(`${ref}/`) || ref.startsWith(`${own}/`) || card.rows.includes(ref);
}

/** What tells which threads are shown. */
function fits(shown: Shown, ref: string | null): (thread: Thread) => boolean {
  switch (shown) {
    case "all":
      return () => true;
    case "open":
      return (thread) => cardsOf(thread).some(isOpen);
    case "settled":
      return (thread) => !isOpen(thread.card);
    case "about":
      return (thread) => ref === null || cardsOf(thread).some((card) => isAbout(card, ref));
    default:
      return unreachable(shown);
  }
}

/** What is to be shown of a board. */
export function railList(board: Board, { selected, shown, newestFirst }: Chosen): RailList {
  const ordered = newestFirst ? [...board.threads].reverse() : board.threads;
  const fitting = ordered.filter(fits(shown, selected?.ref ?? null));
  const orphans = fitting.filter(({ card }) => isOrphan(card));
  const others = fitting.filter(({ card }) => !isOrphan(card));
  return {
    threads: others.filter(({ card }) => !isScope(card)),
    scope: others.filter(({ card }) => isScope(card)),
    orphans,
  };
}

/** How many open objections and replies there are about each thing, by the name that reactions use. */
export function countsOf(board: Board): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const card of board.cards.values()) {
    const ref = isOpen(card) ? refOf(card.objection.anchor, card.rows) : null;
    if (ref !== null) counts.set(ref, (counts.get(ref) ?? 0) + 1);
  }
  return counts;
}
