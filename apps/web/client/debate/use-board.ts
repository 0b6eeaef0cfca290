"use client";

import { useSyncExternalStore } from "react";
import { useRoom, useRoomIfAny } from "../room/use-room.tsx";
import { type Board, emptyBoard } from "./board.ts";
import { boardStore } from "./board-store.ts";
import { countsOf } from "./rail-list.ts";
import { type Chosen, type SelectionStore, selectionStore } from "./selection-store.ts";

/** All objections of the room as threads. */
export function useBoard(): Board {
  const store = boardStore(useRoom().room);
  return useSyncExternalStore(store.subscribe, store.read, () => emptyBoard);
}

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
