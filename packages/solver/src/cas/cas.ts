import type { Candidates, Question } from "./messages.ts";

/** The two ends of a worker, whatever it runs in. */
export type CasWorker = {
  send(question: Question): void;
  /** Calls back with each reply, and with null when the worker has failed. */
  listen(onReply: (reply: Candidates | null) => void): void;
  stop(): void;
};

/** Another system that proposes factors. Nothing it says is believed. */
export type Cas = {
  /** Unchecked factors of a polynomial in `v1`, `v2`, …; none when it fails or takes longer than it may. */
  factor(text: string): Promise<readonly string[]>;
  /** Ends the worker. */
  close(): void;
};

/** A system that starts its worker when it is first asked, and ends a worker that takes longer than `milliseconds`. */
export function createCas(start: () => CasWorker, milliseconds = 5_000): Cas {
  let worker: CasWorker | null = null;
  let nextId = 1;
  const waiting = new Map<number, (texts: readonly string[]) => void>();
  const close = (): void => {
    worker?.stop();
    worker = null;
    for (const done of waiting.values()) done([]);
    waiting.clear();
  };
  const settle = (reply: Candidates | null): void => {
    if (reply === null) {
      close();
      return;
    }
    waiting.get(reply.id)?.(reply.texts);
    waiting.delete(reply.id);
  };
  const running = (): CasWorker => {
    if (worker !== null) return worker;
    worker = start();
    worker.listen(settle);
    return worker;
  };
  return {
    factor(text) {
      const id = nextId;
      nextId += 1;
      return new Promise((resolve) => {
        const timer = setTimeout(close, milliseconds);
        waiting.set(id, (texts) => {
          clearTimeout(timer);
          resolve(texts);
        });
        running().send({ id, task: "factor", text });
      });
    },
    close,
  };
}
