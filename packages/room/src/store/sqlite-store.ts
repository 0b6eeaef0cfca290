import { mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { Worker } from "node:worker_threads";
import type { Answer, Request, Requests } from "./sqlite-requests.ts";
import type { Store } from "./store.ts";

type Waiting = { readonly resolve: (result: unknown) => void; readonly reject: (error: Error) => void };

/**
 * A store in one SQLite file, made on first use together with its folder. A thread of its own writes, so that
 * the event loop never waits for a disk; what arrives during one commit shares the next. Every promise rejects
 * once the thread is gone.
 */
export function createSqliteStore(file: string): Store {
  mkdirSync(dirname(file), { recursive: true });
  const worker = new Worker(new URL("./sqlite-worker.ts", import.meta.url), { workerData: file });
  const waiting = new Map<number, Waiting>();
  let ended: Error | null = null;
  let lastId = 0;

  const end = (error: Error): void => {
    ended ??= error;
    for (const { reject } of waiting.values()) reject(ended);
    waiting.clear();
  };
  worker.on("message", (answer: Answer) => {
    const asked = waiting.get(answer.id);
    waiting.delete(answer.id);
    if (answer.ok) asked?.resolve(answer.result);
    else asked?.reject(new Error(answer.message));
  });
  worker.on("error", end);
  const gone = new Promise<void>((resolve) => {
    worker.on("exit", () => {
      end(new Error("the store is closed"));
      resolve();
    });
  });

  const ask = <K extends keyof Requests>(
    name: K,
    ...args: Requests[K]["args"]
  ): Promise<Requests[K]["result"]> =>
    new Promise((resolve, reject) => {
      if (ended !== null) return reject(ended);
      const id = ++lastId;
      waiting.set(id, { resolve: resolve as Waiting["resolve"], reject });
      worker.postMessage({ id, name, args } as unknown as Request);
    });

  return {
    append: (room, after, entries) => ask("append", room, after, entries),
    read: (room, after, limit) => ask("read", room, after, limit),
    saveSnapshot: (room, snapshot) => ask("saveSnapshot", room, snapshot),
    snapshot: (room) => ask("snapshot", room),
    claimCode: (code, room) => ask("claimCode", code, room),
    roomOfCode: (code) => ask("roomOfCode", code),
    spend: (token, expires, now) => ask("spend", token, expires, now),
    async close() {
      worker.postMessage("close");
      await gone;
    },
  };
}
