import type { Appended, Entry, NewEntry, Snapshot } from "./store.ts";

/** What the main thread asks of the worker that owns the database; one entry per method of the store. */
export type Requests = {
  append: { args: readonly [room: string, after: number, entries: readonly NewEntry[]]; result: Appended };
  read: { args: readonly [room: string, after: number, limit: number]; result: readonly Entry[] };
  saveSnapshot: { args: readonly [room: string, snapshot: Snapshot]; result: undefined };
  snapshot: { args: readonly [room: string]; result: Snapshot | null };
  claimCode: { args: readonly [code: string, room: string]; result: boolean };
  roomOfCode: { args: readonly [code: string]; result: string | null };
  spend: { args: readonly [token: string, expires: number, now: number]; result: boolean };
};

/** One request, numbered so that its answer finds it. */
export type Request = {
  readonly [K in keyof Requests]: {
    readonly id: number;
    readonly name: K;
    readonly args: Requests[K]["args"];
  };
}[keyof Requests];

/** What the thread is sent: a request, the pages that others have written, or that it is over. */
export type ToWorker = Request | number | "close";

/** Pages that an append writes, about: SQLite does not tell. */
export const pagesOfAppend = (entries: readonly NewEntry[]): number => 2 + entries.length / 16;

/** The answer to request `id`. */
export type Answer =
  | { readonly id: number; readonly ok: true; readonly result: unknown }
  | { readonly id: number; readonly ok: false; readonly message: string };
