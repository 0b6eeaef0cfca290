import { oneForEach } from "./room-cache.ts";

/** A thing of the model that a person looks at: a row, one axis of a term, or the whole scenario. */
export type Selected = {
  /** What reactions are bound to: `terms/KEY`, `terms/KEY/c`, `programs/KEY`, `scenario` … */
  readonly ref: string;
};

/** What the rail shows of the board. */
export type Shown = "all" | "about" | "open" | "settled";

/** What the rail's reader chose. */
export type Chosen = {
  readonly selected: Selected | null;
  readonly shown: Shown;
  readonly newestFirst: boolean;
  /** A card to bring into view, and a number that grows with each wish. */
  readonly wanted: { readonly card: string; readonly wish: number } | null;
  /** Grows when something elsewhere on the page asks for the rail. */
  readonly asked: number;
};

/** A reader's choices in the rail; the same object until one changes. */
export type SelectionStore = {
  readonly subscribe: (listener: () => void) => () => void;
  readonly read: () => Chosen;
  /** Selects a thing without changing what is shown. */
  readonly select: (selected: Selected | null) => void;
  /** Selects a thing and shows what is said about it. */
  readonly showAbout: (selected: Selected) => void;
  readonly show: (shown: Shown) => void;
  readonly sort: (newestFirst: boolean) => void;
  /** Brings a card into view, whatever is filtered. */
  readonly goToCard: (card: string) => void;
};

/** The choices of a room's reader: one for all parts of the page. */
export const selectionStore = oneForEach(createSelectionStore);

/** Choices of someone who has chosen nothing yet. */
export function createSelectionStore(): SelectionStore {
  let chosen: Chosen = { selected: null, shown: "all", newestFirst: false, wanted: null, asked: 0 };
  const listeners = new Set<() => void>();
  const change = (next: Partial<Chosen>): void => {
    const changed = { ...chosen, ...next };
    if (JSON.stringify(changed) === JSON.stringify(chosen)) return;
    chosen = changed;
    for (const listener of [...listeners]) listener();
  };
  return {
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    read: () => chosen,
    select: (selected) => change({ selected }),
    showAbout: (selected) => change({ selected, shown: "about", asked: chosen.asked + 1 }),
    show: (shown) => change({ shown }),
    sort: (newestFirst) => change({ newestFirst }),
    goToCard: (card) => change({ shown: "all", wanted: { card, wish: (chosen.wanted?.wish ?? 0) + 1 } }),
  };
}
