import { must, type Objection } from "@crux/core";
import type { JoinedRoom, RoomObjection } from "@crux/room/client";
import { type Board, type BoardSource, type BoardTools, boardOf, emptyBoard, needsPatches } from "./board.ts";
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
  const known = new WeakMap<RoomObjection, Objection>();
  const read = (one: RoomObjection): Objection => must(known.get(one), "it was read before");
  let apply: BoardTools["apply"] = null;
  let board = emptyBoard;
  let made: BoardSource | null = null;
  let stop: (() => void) | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const make = async (): Promise<void> => {
    clearTimeout(timer);
    timer = undefined;
    const { debate, scenario, rows } = room.getSnapshot();
    const source = { debate, scenario, rows };
    made = source;
    const unread = Object.values(debate.objections).filter((one) => !known.has(one));
    if (unread.length > 0) {
      const objections = await room.reader.objections(unread);
      for (const [at, one] of unread.entries())
        known.set(one, must(objections[at], "each objection was read"));
    }
    if (made !== source) return; // a newer one is on its way
    const next = boardOf(source, board, { read, apply });
    if (next !== board) {
      board = next;
      for (const listener of [...listeners]) listener();
    }
    if (apply !== null || !needsPatches(board)) return;
    ({ apply } = await import("./apply-patch.ts"));
    void make();
  };
  const hear = (): void => {
    const { debate, scenario, rows } = room.getSnapshot();
    if (made?.debate !== debate) void make();
    else if (made.scenario !== scenario || made.rows !== rows) timer ??= setTimeout(() => void make(), LAG);
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
