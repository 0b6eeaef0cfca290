import type {
  Compared,
  CompareTask,
  Digest,
  DigestTask,
  FlipTask,
  FlipTurns,
  Judged,
  JudgeTask,
  LineTask,
  ReasonTask,
  Surveyed,
  SurveyTask,
} from "./reason.ts";

/** The parts of a worker that the client needs; tests pass their own. */
export type ReasonWorker = {
  onmessage: ((event: { readonly data: unknown }) => void) | null;
  onerror: ((event: unknown) => void) | null;
  postMessage(message: unknown): void;
  terminate(): void;
};

/**
 * Asks beside the page, one question after the other. A question with the `slot` of an older one takes its place:
 * the older one resolves to null, and if it is being worked on, its worker is ended. An urgent one goes before those
 * that wait.
 */
export type ReasonClient = {
  readonly judge: (slot: string, task: JudgeTask, urgency?: "urgent") => Promise<Judged | null>;
  readonly compare: (slot: string, task: CompareTask) => Promise<Compared | null>;
  readonly survey: (slot: string, task: SurveyTask) => Promise<Surveyed | null>;
  readonly flipSets: (slot: string, task: FlipTask) => Promise<FlipTurns | null>;
  /** Resolves to the sentence on the line between two patches; null also where there is none. */
  readonly line: (slot: string, task: LineTask) => Promise<string | null>;
  readonly digest: (slot: string, task: DigestTask) => Promise<Digest | null>;
  /** Gives a question up. */
  readonly cancel: (slot: string) => void;
  readonly close: () => void;
};

type Job = {
  readonly slot: string;
  readonly task: ReasonTask;
  readonly done: (reply: unknown) => void;
};

/** A client that starts its worker at the first question. */
export function createReasonClient(start: () => ReasonWorker): ReasonClient {
  let worker: ReasonWorker | null = null;
  let running: Job | null = null;
  let waiting: Job[] = [];

  const pump = (): void => {
    if (running !== null) return;
    const job = waiting.shift();
    if (job === undefined) return;
    running = job;
    if (worker === null) {
      const fresh = start();
      worker = fresh;
      fresh.onmessage = ({ data }) => fresh === worker && settle(data);
      fresh.onerror = () => fresh === worker && end();
    }
    worker.postMessage(job.task);
  };
  const settle = (reply: unknown): void => {
    const job = running;
    running = null;
    job?.done(reply);
    pump();
  };
  /** Ends the worker, whatever it does; the next question starts another. */
  const end = (): void => {
    worker?.terminate();
    worker = null;
    settle(null);
  };
  const cancel = (slot: string): void => {
    for (const job of waiting.filter((one) => one.slot === slot)) job.done(null);
    waiting = waiting.filter((one) => one.slot !== slot);
    if (running?.slot === slot) end();
  };
  const ask = (slot: string, task: Job["task"], isUrgent: boolean): Promise<unknown> =>
    new Promise((done) => {
      cancel(slot);
      if (isUrgent) waiting.unshift({ slot, task, done });
      else waiting.push({ slot, task, done });
      pump();
    });

  return {
    judge: async (slot, task, urgency) => (await ask(slot, task, urgency === "urgent")) as Judged | null,
    compare: async (slot, task) => (await ask(slot, task, false)) as Compared | null,
    survey: async (slot, task) => (await ask(slot, task, false)) as Surveyed | null,
    flipSets: async (slot, task) => (await ask(slot, task, false)) as FlipTurns | null,
    line: async (slot, task) => (await ask(slot, task, false)) as string | null,
    digest: async (slot, task) => (await ask(slot, task, false)) as Digest | null,
    cancel,
    close() {
      for (const { done } of waiting) done(null);
      waiting = [];
      end();
    },
  };
}
