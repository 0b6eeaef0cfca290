import type Database from "better-sqlite3";
import { openLog, type Tables } from "./sqlite-tables.ts";
import type { Appended, NewEntry } from "./store.ts";

/** Commits on the calling thread. */
export type QuickAppender = {
  /** What `Store.append` gives; null when it is not to be done here, now: nothing was written then. */
  append(room: string, after: number, entries: readonly NewEntry[]): Appended | null;
  close(): void;
};

type Log = { readonly database: Database.Database; readonly append: Tables["append"] };

/** After a commit nothing is committed here for so many times as long as it took: at most a tenth of the time goes into it. */
const restPerCommit = 9;
/** Commits that take longer, so many in a row, tell that the disk is slow; a single one may have waited for a processor. */
const slowMs = 2;
const mostSlow = 3;
const restMs = 5_000;
const mostEntries = 16;
const mostBytes = 16_384;

/**
 * An appender for the file of a store that another thread writes to, which spares the way to that thread and back:
 * as long as the way, on a good disk, is the commit itself. It is for the single edit in a quiet moment; what comes
 * thick and fast shares the other thread's commits, and a slow disk must not hold the event loop up.
 */
export function createQuickAppender(file: string): QuickAppender {
  let log: Log | null = null;
  let restsUntil = 0;
  /** Slow commits in a row. */
  let slow = 0;

  const close = (): void => {
    log?.database.close();
    log = null;
  };
  const open = (): Log => {
    const { database, append } = openLog(file);
    return { database, append: database.transaction(append).immediate };
  };
  const commit = (room: string, after: number, entries: readonly NewEntry[]): Appended | null => {
    try {
      log ??= open();
      return log.append(room, after, entries);
    } catch {
      // The other thread is writing, or the disk fails: it says so when it is asked.
      close();
      restsUntil = performance.now() + restMs;
      return null;
    }
  };
  return {
    close,
    append(room, after, entries) {
      const since = performance.now();
      if (since < restsUntil || entries.length > mostEntries || bytesOf(entries) > mostBytes) return null;
      const appended = commit(room, after, entries);
      const took = performance.now() - since;
      if (appended === null) return null;
      slow = took > slowMs ? slow + 1 : 0;
      restsUntil = since + took + (slow < mostSlow ? restPerCommit * took : restMs);
      return appended;
    },
  };
}

const bytesOf = (entries: readonly NewEntry[]): number =>
  entries.reduce((sum, { payload }) => sum + payload.length, 0);
