import { Worker } from "node:worker_threads";
import { createTurns } from "../base/turns.ts";

/** Work on a large document that needs none of the room's live one. */
export type AsideTask =
  /** To parts that can be applied one after the other. */
  | { readonly kind: "cut"; readonly document: Uint8Array }
  /** One document of an earlier one (null: none) and the updates since. */
  | { readonly kind: "fold"; readonly document: Uint8Array | null; readonly updates: readonly Uint8Array[] };

const turns = createTurns();

/**
 * Does the task in a thread of its own, which ends with it; one task at a time, for each takes a processor. The parts,
 * or the one document. Rejects when the bytes are no document, or there is no memory for it.
 */
export const aside = (task: AsideTask): Promise<readonly Uint8Array[]> => turns("aside", () => run(task));

const run = (task: AsideTask): Promise<readonly Uint8Array[]> =>
  new Promise((resolve, reject) => {
    const worker = new Worker(new URL("./aside-worker.ts", import.meta.url), { workerData: task });
    worker.once("message", resolve);
    worker.once("error", reject);
    worker.once("exit", () => reject(new Error("the thread ended without an answer")));
  });
