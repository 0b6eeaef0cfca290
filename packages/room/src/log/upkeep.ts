import { canonicalText, fingerprint } from "../base/canonical.ts";
import type { Clock } from "../base/doors.ts";
import { contentOf } from "../document/document.ts";
import type { Store } from "../store/store.ts";
import type { Live } from "./live.ts";
import { mostAtOnce } from "./replica.ts";
import { takeSnapshot } from "./snapshot.ts";

/** What a room sees to beside its people: snapshots, fingerprints, and that its document rests. */
export type Upkeep = {
  /** The document is in use: it rests when nobody wants it for a while. */
  used(): void;
  /** The document's fingerprint now and then, when nothing is ahead of entry `last`; else null. */
  hashAfter(last: number): string | null;
  /** Entry `last` has been told: a snapshot is written when the log has grown. */
  told(last: number): void;
  /** Writes a snapshot when there is anything new, and resolves when it is stored. */
  settle(): Promise<void>;
};

/** The room that is kept up. */
export type UpkeepDoors = {
  readonly id: string;
  readonly store: Store;
  readonly clock: Clock;
  readonly live: () => Live | null;
  /** Whether somebody is there. */
  readonly isHeard: () => boolean;
};

const entriesPerSnapshot = 500;
const entriesPerHash = 200;
/** Of a large document a snapshot or a fingerprint takes tens of milliseconds: one entry more between two for so many bytes. */
const bytesPerEntry = 1_000;
const againMs = 1_000;
/** So long after the last edit or newcomer, a room's document rests: most rooms are silent most of the time. */
const restAfterMs = 10_000;

/** The upkeep of a room that was loaded as of entry `from`. */
export function createUpkeep({ id, store, clock, live, isHeard }: UpkeepDoors, from: number): Upkeep {
  let saved = from;
  let hashed = from;
  let usedAt = clock.now();
  let isRestPlanned = false;
  /** While a snapshot is made and stored. */
  let saving: Promise<void> | null = null;

  const restNow = (): void => {
    const now = live();
    const isBusy = now === null || !now.committer.isQuiet() || clock.now() - usedAt < restAfterMs;
    if (isBusy && isHeard())
      return void clock.after(Math.max(againMs, usedAt + restAfterMs - clock.now()), restNow);
    isRestPlanned = false;
    if (!isBusy && now.replica.bytes <= mostAtOnce) now.replica.rest();
  };

  /** `entries`, or more when the document is large. */
  const spaced = (entries: number): number => Math.max(entries, (live()?.replica.bytes ?? 0) / bytesPerEntry);

  /** Only when nothing is on its way: a snapshot must not contain what the log may yet refuse. */
  const saveSnapshot = async (): Promise<void> => {
    const now = live();
    if (now === null || now.replica.seq === saved || !now.committer.isQuiet()) return;
    try {
      const taken = await takeSnapshot(now.replica, store, id);
      await store.saveSnapshot(id, taken);
      saved = taken.seq;
    } catch {
      // A snapshot only shortens the fold: without it the log is read from further back.
    }
  };
  const snapshot = (): Promise<void> => {
    saving ??= saveSnapshot().finally(() => {
      saving = null;
    });
    return saving;
  };

  return {
    used() {
      usedAt = clock.now();
      if (isRestPlanned) return;
      isRestPlanned = true;
      clock.after(restAfterMs, restNow);
    },
    hashAfter(last) {
      const now = live();
      if (now === null || now.replica.seq !== last || last - hashed < spaced(entriesPerHash)) return null;
      hashed = last;
      return fingerprint(canonicalText(contentOf(now.replica.doc)));
    },
    told(last) {
      if (saving === null && last - saved >= spaced(entriesPerSnapshot))
        void live()?.committer.quiet().then(snapshot);
    },
    async settle() {
      await saving;
      await snapshot();
    },
  };
}
