import type { Pool } from "pg";
import type { Appended, NewEntry } from "./store.ts";

/** Appends through the pool; what arrives while all of its writers are busy shares their next commits. */
export type Appender = (room: string, after: number, entries: readonly NewEntry[]) => Promise<Appended>;

/** What one append asks for, as the arguments of `append_entries`. */
export type Append = { readonly room: string; readonly after: number; readonly entries: readonly NewEntry[] };

type Waiting = Append & {
  readonly resolve: (appended: Appended) => void;
  readonly reject: (error: unknown) => void;
};

const writers = 4;
const mostInOne = 200;

/** An appender for the tables in `schema`. */
export function createAppender(pool: Pool, schema: string): Appender {
  let waiting: Waiting[] = [];
  let busy = 0;

  const write = async (): Promise<void> => {
    busy++;
    // What arrived in the same turn of the event loop goes together.
    await null;
    while (waiting.length > 0) {
      const group = takeGroup();
      try {
        const { rows } = await pool.query<{ done: boolean[] }>(...appendStatement(schema, group));
        group.forEach((one, at) => {
          one.resolve(appendedWhen(rows[0]?.done[at] === true, one.after));
        });
      } catch (error) {
        for (const one of group) one.reject(error);
      }
    }
    busy--;
  };

  /** Up to so many, at most one of each room, sorted by room. */
  const takeGroup = (): Waiting[] => {
    const group = new Map<string, Waiting>();
    const rest: Waiting[] = [];
    for (const one of waiting)
      if (group.size < mostInOne && !group.has(one.room)) group.set(one.room, one);
      else rest.push(one);
    waiting = rest;
    return [...group.values()].sort((a, b) => (a.room < b.room ? -1 : 1));
  };

  return (room, after, entries) =>
    new Promise((resolve, reject) => {
      waiting.push({ room, after, entries, resolve, reject });
      if (busy < writers) void write();
    });
}

/** What an append came to, from whether it was done. */
export const appendedWhen = (isDone: boolean, after: number): Appended =>
  isDone ? { kind: "appended", from: after + 1 } : { kind: "conflict" };

/** The one statement that appends all of `group`, sorted by room; its row's `done` says which were appended. */
export function appendStatement(schema: string, group: readonly Append[]): [string, unknown[]] {
  const entries = group.flatMap((one) => one.entries);
  return [
    `SELECT ${schema}.append_entries($1, $2, $3, $4, $5, $6, $7) AS done`,
    [
      group.map((one) => one.room),
      group.map((one) => one.after),
      group.map((one) => one.entries.length),
      entries.map((one) => one.at),
      entries.map((one) => one.by),
      entries.map((one) => one.kind),
      entries.map((one) => Buffer.from(one.payload)),
    ],
  ];
}
