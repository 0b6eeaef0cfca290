"use client";

import type { ObjectionView } from "@crux/room/client";
import { useRef, useSyncExternalStore } from "react";
import { useRoom, useRoomIfAny } from "../room/use-room.tsx";
import { type Board, chainOf, emptyBoard } from "./board.ts";
import { boardStore } from "./board-store.ts";
import { countsOf } from "./rail-list.ts";
import { type Chosen, type SelectionStore, selectionStore } from "./selection-store.ts";

/** All objections of the room as threads. */
export function useBoard(): Board {
  const store = boardStore(useRoom().room);
  return useSyncExternalStore(store.subscribe, store.read, () => emptyBoard);
}

/** The board as it is now, for what is done at a press: reading it does not draw anything again. */
export function useBoardNow(): () => Board {
  return boardStore(useRoom().room).read;
}

/** What a card answers, the start of its thread first; the same list until one of these says something else. */
export function useChain(card: ObjectionView): readonly ObjectionView[] {
  const store = boardStore(useRoom().room);
  const last = useRef<readonly ObjectionView[]>([]);
  const read = (): readonly ObjectionView[] => {
    if (card.replyTo === null) return noChain;
    const chain = chainOf(store.read(), card);
    const isSame = chain.length === last.current.length && chain.every((one, at) => one === last.current[at]);
    if (!isSame) last.current = chain;
    return last.current;
  };
  return useSyncExternalStore(store.subscribe, read, () => noChain);
}

const noChain: readonly ObjectionView[] = [];

/** What the reader chose in the rail, and how to change it. */
export function useSelection(): { readonly chosen: Chosen; readonly store: SelectionStore } {
  const store = selectionStore(useRoom().room);
  return { chosen: useSyncExternalStore(store.subscribe, store.read, store.read), store };
}

const counted = new WeakMap<Board, ReadonlyMap<string, number>>();
const silent = () => () => {};

/** How many open objections are about a term's cost or the term itself; 0 on a page without a room. */
export function useDoubtCount(
  term: string,
  axis: "c" | "t",
): { readonly count: number; readonly show: () => void } {
  const here = useRoomIfAny();
  const store = here === null ? null : boardStore(here.room);
  const key = (): string | null =>
    here?.room.getSnapshot().rows.terms.find((row) => row.id === term)?.key ?? null;
  const read = (): number => {
    if (store === null) return 0;
    const board = store.read();
    if (board.cards.size === 0) return 0;
    const counts = counted.get(board) ?? countsOf(board);
    counted.set(board, counts);
    const ref = `terms/${key()}`;
    return (counts.get(ref) ?? 0) + (counts.get(`${ref}/${axis}`) ?? 0);
  };
  const count = useSyncExternalStore(store?.subscribe ?? silent, read, () => 0);
  return {
    count,
    show: () => here !== null && selectionStore(here.room).showAbout({ ref: `terms/${key()}/${axis}` }),
  };
}
