import { createSpareWorker } from "../spare-worker.ts";
import type { RecordReply, RecordTask } from "./record-task.ts";

/** Milliseconds of silence after which a question to the worker is given up. */
const PATIENCE = 60_000;

const workers = createSpareWorker(
  (): Worker => new Worker(new URL("./record-worker.ts", import.meta.url), { type: "module" }),
);

/** Starts the worker of a question that will be asked soon. */
export const prepareRecord = workers.prepare;

/**
 * Asks a worker of its own and tells `hear` each reply until it says that it has heard all, or for `PATIENCE` nothing
 * came; `end` then says whether all is there. Gives back what ends it early.
 */
export function askRecord(
  task: RecordTask,
  hear: (reply: RecordReply) => "all" | "more",
  end: (isWhole: boolean) => void,
): () => void {
  const worker = workers.take();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const close = (): void => {
    clearTimeout(timer);
    worker.terminate();
  };
  const done = (isWhole: boolean): void => {
    close();
    end(isWhole);
  };
  const wait = (): void => {
    clearTimeout(timer);
    timer = setTimeout(() => done(false), PATIENCE);
  };
  worker.onmessage = ({ data }: MessageEvent<RecordReply>) => {
    if (hear(data) === "all") done(true);
    else wait();
  };
  worker.onerror = () => done(false);
  wait();
  worker.postMessage(task);
  return close;
}

/** The one reply to a question that has one; null when none came. */
export function askRecordOnce<K extends "markdown" | "changes" | "winners">(
  task: RecordTask & { readonly kind: K },
): Promise<Extract<RecordReply, { kind: K }> | null> {
  return new Promise((resolve) => {
    askRecord(
      task,
      (reply) => {
        if (reply.kind === task.kind) resolve(reply as Extract<RecordReply, { kind: K }>);
        return "all";
      },
      (isWhole) => {
        if (!isWhole) resolve(null);
      },
    );
  });
}
