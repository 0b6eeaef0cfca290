import type { Reader } from "@crux/room/client";
import { createSpareWorker } from "../spare-worker.ts";
import { answerOf, type Question, type ReadingReply } from "./question.ts";

/** The parts of a worker that the reader needs; tests pass their own. */
export type ReadingWorker = {
  onmessage: ((event: { readonly data: ReadingReply }) => void) | null;
  onerror: ((event: unknown) => void) | null;
  postMessage(question: Question): void;
  terminate(): void;
};

type Asked = {
  readonly question: Question;
  readonly done: (value: unknown) => void;
  readonly fail: (why: Error) => void;
};

/** Milliseconds that the reading of a whole scenario gives way to what the key that changed it shows at once. */
const GIVE_WAY = 20;

const giveWay = (): Promise<void> => new Promise((done) => setTimeout(done, GIVE_WAY));

/**
 * A reader that asks the worker which `start` gives, started at the first question. Should it break, what was asked
 * and all that follows is read in the page, by the reader that `here` brings.
 */
export function createPageReader(start: () => ReadingWorker, here: () => Promise<Reader>): Reader {
  const asked = new Map<number, Asked>();
  let worker: ReadingWorker | null = null;
  let isBroken = false;
  let last = 0;

  const readHere = async ({ question, done, fail }: Asked): Promise<void> => {
    try {
      done(await answerOf(await here(), question));
    } catch (error) {
      fail(error instanceof Error ? error : new Error("bug: not read"));
    }
  };
  const giveUp = (): void => {
    isBroken = true;
    worker?.terminate();
    for (const one of asked.values()) void readHere(one);
    asked.clear();
  };
  const begin = (): ReadingWorker => {
    const fresh = start();
    fresh.onmessage = ({ data }) => {
      const one = asked.get(data.id);
      asked.delete(data.id);
      if (data.ok) one?.done(data.value);
      else one?.fail(new Error(`bug: not read: ${one.question.kind}`));
    };
    fresh.onerror = giveUp;
    return fresh;
  };
  const ask = <K extends Question["kind"]>(
    kind: K,
    given: Parameters<Reader[K]>,
  ): Promise<Awaited<ReturnType<Reader[K]>>> =>
    new Promise((done, fail) => {
      last += 1;
      // reason: the compiler loses that a kind goes with what is given for it, and with its answer
      const question = { id: last, kind, given } as unknown as Question;
      const one: Asked = { question, done: done as Asked["done"], fail };
      if (isBroken) return void readHere(one);
      asked.set(last, one);
      try {
        worker ??= begin();
        worker.postMessage(question);
      } catch {
        giveUp();
      }
    });

  return {
    rows: (rows) => giveWay().then(() => ask("rows", [rows])),
    objections: (list) => ask("objections", [list]),
    change: (scenario, patches) => ask("change", [scenario, patches]),
  };
}

const workers = createSpareWorker(
  () => new Worker(new URL("./reading-worker.ts", import.meta.url), { type: "module" }),
);

/** Starts the worker of a reader that will be asked soon. */
export const prepareReading = workers.prepare;

/** A worker that reads. */
export const startReading = (): ReadingWorker => workers.take() as ReadingWorker;

/** Brings the reader into the page. */
export const readerHere = async (): Promise<Reader> => (await import("./read-here.ts")).pagesOwn;
