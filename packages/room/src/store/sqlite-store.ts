import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { Worker } from "node:worker_threads";
import { createQuickAppender } from "./sqlite-quick.ts";
import { type Answer, pagesOfAppend, type Request, type Requests, type ToWorker } from "./sqlite-requests.ts";
import type { Appended, NewEntry, Store } from "./store.ts";

type Waiting = { readonly resolve: (result: unknown) => void; readonly reject: (error: Error) => void };

/** After a thread ended by itself, the next one is not started before that. */
const againMs = 500;

/** Pages that were written past the thread before it is told, so that it sees to checkpoints. */
const pagesPerNote = 200;

/**
 * A store in one SQLite file, made on first use together with its folder. A thread of its own writes, so that
 * the event loop never waits for a slow disk; what arrives during one commit shares the next. While the thread has
 * nothing to do and the disk is fast, a small append is committed without it. A thread that the disk
 * failed is replaced when something is asked again; every promise rejects once the store is closed.
 */
export function createSqliteStore(file: string): Store {
  mkdirSync(dirname(file), { recursive: true });
  const waiting = new Map<number, Waiting>();
  let lastId = 0;
  const quick = createQuickAppender(file);
  /** The thread has answered: the tables are there. */
  let isMade = false;
  let pagesPast = 0;
  let isClosed = false;
  let failedAt = Number.NEGATIVE_INFINITY;
  let failure = new Error("the store is closed");
  let thread: { readonly worker: Worker; readonly gone: Promise<void> } | null = null;

  const rejectAll = (): void => {
    for (const { reject } of waiting.values()) reject(failure);
    waiting.clear();
  };
  const start = (): { readonly worker: Worker; readonly gone: Promise<void> } => {
    const worker = new Worker(new URL("./sqlite-worker.ts", import.meta.url), { workerData: file });
    worker.on("message", (answer: Answer) => {
      const asked = waiting.get(answer.id);
      waiting.delete(answer.id);
      isMade ||= answer.ok;
      if (answer.ok) return asked?.resolve(answer.result);
      failure = new Error(answer.message);
      asked?.reject(failure);
    });
    worker.on("error", (error: Error) => {
      failure = error;
    });
    const gone = new Promise<void>((resolve) => {
      worker.on("exit", () => {
        thread = null;
        failedAt = performance.now();
        rejectAll();
        resolve();
      });
    });
    return { worker, gone };
  };
  // At once, so that a file that can't be used shows before anybody comes.
  thread = start();

  const ask = <K extends keyof Requests>(
    name: K,
    ...args: Requests[K]["args"]
  ): Promise<Requests[K]["result"]> =>
    new Promise((resolve, reject) => {
      if (isClosed) return reject(new Error("the store is closed"));
      if (thread === null && performance.now() - failedAt < againMs) return reject(failure);
      thread ??= start();
      const id = ++lastId;
      waiting.set(id, { resolve: resolve as Waiting["resolve"], reject });
      tell({ id, name, args } as unknown as Request);
    });

  const tell = (what: ToWorker): void => thread?.worker.postMessage(what);

  /** Commits at once when that is not to be feared; null when it is the thread's. */
  const appendHere = (room: string, after: number, entries: readonly NewEntry[]): Appended | null => {
    if (!isMade || isClosed || thread === null || waiting.size > 0) return null;
    const appended = quick.append(room, after, entries);
    if (appended === null) return null;
    pagesPast += pagesOfAppend(entries);
    if (pagesPast < pagesPerNote) return appended;
    tell(pagesPast);
    pagesPast = 0;
    return appended;
  };

  return {
    async append(room, after, entries) {
      return appendHere(room, after, entries) ?? ask("append", room, after, entries);
    },
    read: (room, after, limit) => ask("read", room, after, limit),
    saveSnapshot: (room, snapshot) => ask("saveSnapshot", room, snapshot),
    snapshot: (room) => ask("snapshot", room),
    claimCode: (code, room) => ask("claimCode", code, room),
    roomOfCode: (code) => ask("roomOfCode", code),
    spend: (token, expires, now) => ask("spend", token, expires, now),
    async close() {
      isClosed = true;
      quick.close();
      tell("close");
      await thread?.gone;
    },
  };
}
