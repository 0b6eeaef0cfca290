import { Worker } from "node:worker_threads";
import type { Reply } from "@crux/solver";

/** Limits of the pool. */
export type PoolOptions = {
  readonly workers: number;
  /** Time for one request; a worker that takes longer is ended and replaced. */
  readonly milliseconds: number;
  /** Requests that may wait; more are turned away. */
  readonly waiting: number;
  /** What a thread runs; the solver unless a test says otherwise. */
  readonly program?: URL;
};

/** Answers requests in worker threads, so that no question can stop the process. */
export type SolvePool<R = Reply> = {
  /** The reply, `late` when the time was spent, or `busy` when too many are waiting. Never rejects. */
  readonly solve: (request: unknown) => Promise<R | "late" | "busy">;
  /** How many requests wait. */
  readonly waiting: () => number;
  /** Starts a thread ahead of the first question: loading the solver takes longer than most answers. */
  readonly prepare: () => void;
  readonly close: () => Promise<void>;
};

type Job<R> = { readonly request: unknown; readonly done: (reply: R | "late" | "busy") => void };
type Seat<R> = { worker: Worker; job: Job<R> | null; timer: NodeJS.Timeout | null };

/** A pool of worker threads, started when they are needed. */
export function createSolvePool<R = Reply>(options: PoolOptions): SolvePool<R> {
  const seats: Seat<R>[] = [];
  const queue: Job<R>[] = [];
  let closed = false;

  const seated = (): Seat<R> => {
    const seat: Seat<R> = { worker: startWorker(options.program), job: null, timer: null };
    attach(seat);
    seats.push(seat);
    return seat;
  };

  const finish = (seat: Seat<R>, reply: R | "late"): void => {
    if (seat.timer !== null) clearTimeout(seat.timer);
    const { job } = seat;
    seat.job = null;
    seat.timer = null;
    job?.done(reply);
    const next = queue.shift();
    if (next !== undefined) assign(seat, next);
  };

  const replace = (seat: Seat<R>): void => {
    const old = seat.worker;
    old.removeAllListeners();
    old.on("error", () => {}); // it is being ended; its last words concern nobody
    void old.terminate();
    if (closed) return;
    seat.worker = startWorker(options.program);
    attach(seat);
    finish(seat, "late");
  };

  const attach = (seat: Seat<R>): void => {
    seat.worker.on("message", (reply: R) => finish(seat, reply));
    seat.worker.on("error", () => replace(seat)); // out of memory, or a bug: the question gets no answer
    seat.worker.unref();
  };

  const assign = (seat: Seat<R>, job: Job<R>): void => {
    seat.job = job;
    seat.timer = setTimeout(() => replace(seat), options.milliseconds);
    seat.worker.postMessage(job.request);
  };

  return {
    solve: (request) =>
      new Promise((done) => {
        const free =
          seats.find((seat) => seat.job === null) ?? (seats.length < options.workers ? seated() : undefined);
        if (free !== undefined) assign(free, { request, done });
        else if (queue.length < options.waiting) queue.push({ request, done });
        else done("busy");
      }),
    waiting: () => queue.length,
    prepare() {
      if (seats.length === 0 && !closed) seated();
    },
    close: async () => {
      closed = true;
      await Promise.all(seats.map((seat) => seat.worker.terminate()));
    },
  };
}

const startWorker = (program = new URL("./solve-worker.ts", import.meta.url)): Worker =>
  new Worker(program, { resourceLimits: { maxOldGenerationSizeMb: 512 } });
