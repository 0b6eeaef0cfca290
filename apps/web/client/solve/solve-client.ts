import type { StripScene } from "@crux/present";
import type { Asked, Brought, Here, Opened, Request, Response } from "./view.ts";

/** The parts of a worker that the client needs; tests pass their own. */
export type WorkerLike = {
  onmessage: ((event: { readonly data: Response }) => void) | null;
  postMessage(message: Request): void;
  terminate(): void;
};

/** Solves beside the page. The newest scenario and the newest `g` win: older ones that wait are dropped. */
export type SolveClient = {
  /**
   * The view of a scenario and what holds at `g`. Resolves to null when a newer scenario came before this one was done;
   * `strip` hears its strip ahead of the rest.
   */
  readonly open: (
    scenario: unknown,
    g: string,
    strip?: (strip: StripScene) => void,
  ) => Promise<Opened | null>;
  readonly at: (g: string) => Promise<Here | null>;
  /** Null when the question was given up: a scenario came and the answer took too long. */
  readonly ask: (text: string, g: string) => Promise<Asked | null>;
  /** Reads the text of a scenario file; null when that took too long. */
  readonly bring: (text: string) => Promise<Brought | null>;
  readonly close: () => void;
};

type Body = Request extends infer One ? (One extends Request ? Omit<One, "seq"> : never) : never;
type Job = {
  readonly body: Body;
  readonly strip?: (strip: StripScene) => void;
  readonly done: (response: Response | null) => void;
};
type Running = {
  readonly seq: number;
  readonly job: Job;
  readonly since: number;
  /** Its strip is there; the rest gives way to a newer scenario. */
  readonly early: boolean;
};

/** A job that has run for this long is given up when something newer of its kind, or a new scenario, wants in. */
const PATIENCE = 1_000;

/** A client that starts its worker at the first question. */
export function createSolveClient(start: () => WorkerLike, now: () => number): SolveClient {
  let worker: WorkerLike | null = null;
  let running: Running | null = null;
  let waiting: Job[] = [];
  let latest: Body | null = null;
  let seq = 0;

  const pump = (): void => {
    if (worker === null && latest !== null && waiting.length > 0 && waiting[0]?.body.kind !== "open")
      waiting.unshift({ body: latest, done: () => {} }); // a new worker knows no scenario yet
    const job = waiting.shift();
    if (job === undefined) return;
    seq += 1;
    running = { seq, job, since: now(), early: false };
    if (worker === null) {
      worker = start();
      worker.onmessage = ({ data }) => settle(data);
    }
    worker.postMessage({ ...job.body, seq } as Request);
  };

  const settle = (response: Response): void => {
    if (running === null || response.seq !== running.seq) return;
    const { job } = running;
    if (response.kind === "strip") {
      running = { ...running, early: true };
      job.strip?.(response.strip);
      giveWay();
      return;
    }
    running = null;
    job.done(response.kind === "bug" ? null : response);
    pump();
  };

  /** Sends a newer scenario on while the worker is at the later steps of an older one. */
  const giveWay = (): void => {
    if (running?.early !== true || waiting[0]?.body.kind !== "open") return;
    running.job.done(null);
    running = null;
    pump();
  };

  /** Ends the worker, whatever it does; the next question starts another. */
  const giveUp = (): void => {
    worker?.terminate();
    worker = null;
    running?.job.done(null);
    running = null;
  };

  const submit = (body: Body, strip?: Job["strip"]): Promise<Response | null> =>
    new Promise((done) => {
      const job = { body, done, ...(strip && { strip }) };
      if (body.kind === "open" || body.kind === "at") {
        for (const old of waiting.filter((one) => one.body.kind === body.kind)) old.done(null);
        waiting = waiting.filter((one) => one.body.kind !== body.kind);
      }
      if (body.kind === "open") {
        latest = body;
        waiting.unshift(job);
        if (running !== null && now() - running.since > PATIENCE) giveUp();
        giveWay();
      } else waiting.push(job);
      if (running === null) pump();
    });

  return {
    open: async (scenario, g, strip) => {
      const response = await submit({ kind: "open", scenario, g }, strip);
      return response?.kind === "open" ? response.opened : null;
    },
    at: async (g) => {
      const response = await submit({ kind: "at", g });
      return response?.kind === "at" ? response.here : null;
    },
    ask: async (text, g) => {
      const response = await submit({ kind: "ask", text, g });
      return response?.kind === "ask" ? response.asked : null;
    },
    bring: async (text) => {
      const response = await submit({ kind: "bring", text });
      return response?.kind === "bring" ? response.brought : null;
    },
    close: giveUp,
  };
}
