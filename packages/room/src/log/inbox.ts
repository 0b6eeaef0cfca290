import { type Refusal, refuse } from "../protocol/refusal.ts";
import type { NewEntry } from "../store/store.ts";
import type { Live } from "./live.ts";

/** Something that someone asks of a room. */
export type Request = {
  /** Decided on what the log has now, not on what this process has heard of it. */
  readonly isFresh: boolean;
  /** Decides, and sees to the answer. */
  run(live: Live): void;
  refuse(refusal: Refusal): void;
};

/** What a room has to do, in order: at once while it is alone with its log, else one thing after the other. */
export type Inbox = {
  put(request: Request): void;
  hear(from: number, entries: readonly NewEntry[]): void;
  /** The log has more than the room knows. */
  lookBehind(): void;
  /** Goes on with what waits; after the room was loaded again. */
  work(): void;
  refuseAll(refusal: Refusal): void;
  /** Resolves when nothing waits. */
  quiet(): Promise<void>;
};

/** What the room does with it. None of these throws. */
export type InboxDoors = {
  readonly live: () => Live | null;
  /** Whether other processes write to this room, too. */
  readonly takesTurns: () => boolean;
  readonly takeTurn: (live: Live, run: () => void) => Promise<void>;
  /** False when entries are missing before these. */
  readonly follow: (live: Live, from: number, entries: readonly NewEntry[]) => Promise<boolean>;
  readonly catchUp: (live: Live) => Promise<void>;
};

/** Requests that may wait while the room is loaded or others write to it. */
const mostWaiting = 2_000;
const mostHeard = 1_000;

/** An inbox for one room. */
export function createInbox(doors: InboxDoors): Inbox {
  let requests: Request[] = [];
  let heard: { readonly from: number; readonly entries: readonly NewEntry[] }[] = [];
  let isBehind = false;
  let working: Promise<void> | null = null;

  const decide = (): void => {
    const all = requests;
    requests = [];
    for (const request of all) {
      const live = doors.live();
      if (live) request.run(live);
      else requests.push(request);
    }
  };

  /** One step of work; false when there is nothing to do now. */
  const step = async (live: Live): Promise<boolean> => {
    const told = heard.shift();
    if (told) {
      if (!(await doors.follow(live, told.from, told.entries))) isBehind = true;
    } else if (isBehind) {
      isBehind = false;
      await doors.catchUp(live);
    } else if (requests.length === 0) return false;
    else if (doors.takesTurns() || requests.some(({ isFresh }) => isFresh))
      await doors.takeTurn(live, decide);
    else decide();
    return true;
  };

  const work = (): void => {
    working ??= (async () => {
      // Whoever asks meanwhile finds that work is under way.
      await null;
      for (let live = doors.live(); live !== null && (await step(live)); ) live = doors.live();
    })().finally(() => {
      working = null;
      // What came after the last look.
      if (doors.live() !== null && (requests.length > 0 || heard.length > 0 || isBehind)) work();
    });
  };

  return {
    work,
    put(request) {
      const live = doors.live();
      if (live && working === null && !request.isFresh && !doors.takesTurns()) return request.run(live);
      if (requests.length >= mostWaiting) return request.refuse(refuse("not-ready"));
      requests.push(request);
      work();
    },
    hear(from, entries) {
      heard.push({ from, entries });
      if (heard.length > mostHeard) {
        heard = [];
        isBehind = true;
      }
      work();
    },
    lookBehind() {
      isBehind = true;
      work();
    },
    refuseAll(refusal) {
      const all = requests;
      requests = [];
      for (const request of all) request.refuse(refusal);
    },
    quiet: async () => {
      while (working) await working;
    },
  };
}
