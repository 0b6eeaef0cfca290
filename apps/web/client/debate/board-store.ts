import type { JoinedRoom } from "@crux/room/client";
import { type Board, type BoardSource, boardOf, emptyBoard } from "./board.ts";
import { oneForEach } from "./room-cache.ts";

/** A room's board, kept as long as somebody looks at it. */
export type BoardStore = {
  readonly subscribe: (listener: () => void) => () => void;
  readonly read: () => Board;
};

/** Milliseconds that the board may lag behind the typing of formulas; what people say shows at once. */
const LAG = 120;

/** The board of a room: one for all parts of the page. */
export const boardStore = oneForEach(createBoardStore);

function createBoardStore(room: JoinedRoom): BoardStore {
  const listeners = new Set<() => void>();
  let board = emptyBoard;
  let made: BoardSource | null = null;
  let stop: (() => void) | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const make = (): void => {
    clearTimeout(timer);
    timer = undefined;
    const { debate, scenario, rows } = room.getSnapshot();
    made = { debate, scenario, rows };
    board = boardOf(made, board);
    for (const listener of [...listeners]) listener();
  };
  const hear = (): void => {
    const { debate, scenario, rows } = room.getSnapshot();
    if (made?.debate !== debate) make();
    else if (made.scenario !== scenario || made.rows !== rows) timer ??= setTimeout(make, LAG);
  };
  return {
    subscribe(listener) {
      listeners.add(listener);
      if (stop === null) {
        stop = room.subscribe(hear);
        queueMicrotask(hear);
      }
      return () => {
        listeners.delete(listener);
        if (listeners.size > 0) return;
        clearTimeout(timer);
        timer = undefined;
        stop?.();
        stop = null;
      };
    },
    read: () => board,
  };
}
