import { Worker } from "node:worker_threads";
import { err, type Result } from "@crux/core";
import { createTurns } from "../base/turns.ts";
import { type Refusal, refuse } from "../protocol/refusal.ts";
import type { NewEntry } from "../store/store.ts";

/** Who brings a room in a file, and its log. */
export type Brought = {
  readonly name: string;
  readonly secret: string;
  readonly log: readonly NewEntry[];
};

/** A log whose payloads stand in one run of bytes, each up to its end in `ends`: a thread hands that over at once. */
export type PackedLog = {
  readonly entries: readonly Omit<NewEntry, "payload">[];
  readonly ends: readonly number[];
  readonly payloads: Uint8Array<ArrayBuffer>;
};

/** What the thread answers. */
export type BroughtPacked = Result<Omit<Brought, "log"> & { readonly log: PackedLog }, Refusal>;

const patienceMs = 20_000;
const turns = createTurns();

/**
 * Reads the body of a request that brings a room in a file, in a thread of its own, which gets the body's memory; one after the other: a file of
 * 16 MB takes a second to read, and longer to check.
 */
export const importAside = (body: Uint8Array<ArrayBuffer>): Promise<Result<Brought, Refusal>> =>
  turns("import", () => run(body));

const run = (body: Uint8Array<ArrayBuffer>): Promise<Result<Brought, Refusal>> =>
  new Promise((resolve) => {
    const worker = new Worker(new URL("./import-worker.ts", import.meta.url), {
      workerData: body,
      transferList: [body.buffer],
      resourceLimits: { maxOldGenerationSizeMb: 400 },
    });
    const end = (result: Result<Brought, Refusal>): void => {
      clearTimeout(timer);
      void worker.terminate();
      resolve(result);
    };
    const tooMuch = (): void => end(err(refuse("bad-file", "too much to read")));
    const timer = setTimeout(tooMuch, patienceMs);
    worker.once("message", (answer: BroughtPacked) =>
      end(answer.ok ? { ok: true, value: { ...answer.value, log: unpack(answer.value.log) } } : answer),
    );
    worker.once("error", tooMuch);
    worker.once("exit", tooMuch);
  });

/** The log as one run of bytes. */
export function pack(log: readonly NewEntry[]): PackedLog {
  const payloads = new Uint8Array(log.reduce((sum, { payload }) => sum + payload.length, 0));
  const ends: number[] = [];
  let end = 0;
  for (const { payload } of log) {
    payloads.set(payload, end);
    end += payload.length;
    ends.push(end);
  }
  return { entries: log.map(({ at, by, kind }) => ({ at, by, kind })), ends, payloads };
}

const unpack = ({ entries, ends, payloads }: PackedLog): readonly NewEntry[] =>
  entries.map((entry, at) => ({ ...entry, payload: payloads.subarray(ends[at - 1] ?? 0, ends[at]) }));
