import { type Refusal, refuse } from "../protocol/refusal.ts";
import type { Appended, NewEntry } from "../store/store.ts";
import type { OwnEntry, WireEntry } from "../wire/messages.ts";

/** What became of a staged step: on disk as entry `seq` (or after it, for a step without an entry), or not. */
export type Outcome =
  | { readonly ok: true; readonly seq: number }
  | { readonly ok: false; readonly refusal: Refusal };

/** One step on its way to disk. */
export type Staged = {
  /** Null for a step that writes nothing but must wait for what was staged before it. */
  readonly entry: NewEntry | null;
  /** What everybody hears of the entry; null for what is nobody else's business. */
  readonly wire: WireEntry | null;
  /** What the connections of some people hear instead. */
  readonly own?: readonly Omit<OwnEntry, "index">[];
  readonly settled: (outcome: Outcome) => void;
};

/** Puts steps on disk in order; what is staged during one commit shares the next. */
export type Committer = {
  stage(step: Staged): void;
  /** Resolves when nothing is on its way. */
  quiet(): Promise<void>;
  /** Whether nothing is on its way right now. */
  isQuiet(): boolean;
};

type Doors = {
  /** Puts entries into the room's log after entry `after`, as a store does. */
  readonly append: (after: number, entries: readonly NewEntry[]) => Promise<Appended>;
  /** The last entry in the log when the committer is made. */
  readonly after: number;
  /** After a group is on disk and its steps are settled: what everybody hears, and what is in the log. */
  readonly committed: (
    from: number,
    list: readonly WireEntry[],
    own: readonly OwnEntry[],
    entries: readonly NewEntry[],
  ) => void;
  /** The log could not be written, or someone else wrote to it: what is in memory is ahead of it. */
  readonly failed: (why: "not saved" | "overtaken") => void;
};

/**
 * The refusal of what was decided on a log that someone else had written to meanwhile: the same object each time,
 * so that the room knows it and decides again.
 */
export const overtaken: Refusal = Object.freeze(refuse("not-saved", "another process wrote first"));

/** A committer for one room. Order: on disk, acknowledge (settled), broadcast (committed). */
export function createCommitter(doors: Doors): Committer {
  let staged: Staged[] = [];
  let running: Promise<void> | null = null;
  let seq = doors.after;
  let isBroken = false;

  const fail = (steps: readonly Staged[], why: "not saved" | "overtaken"): void => {
    isBroken = true;
    const all = [...steps, ...staged];
    staged = [];
    // First, so that who tries again at once does not meet this committer.
    doors.failed(why);
    const refusal = why === "overtaken" ? overtaken : refuse("not-saved");
    for (const step of all) step.settled({ ok: false, refusal });
  };

  const commitGroup = async (group: readonly Staged[]): Promise<void> => {
    const entries = group.flatMap((step) => step.entry ?? []);
    if (entries.length > 0) {
      const appended = await doors.append(seq, entries).catch(() => null);
      if (appended === null) return fail(group, "not saved");
      if (appended.kind === "conflict") return fail(group, "overtaken");
    }
    const from = seq + 1;
    for (const step of group) {
      if (step.entry) seq++;
      step.settled({ ok: true, seq });
    }
    const written = group.filter((step) => step.entry !== null);
    if (written.length > 0)
      doors.committed(
        from,
        written.map((step) => step.wire ?? silent),
        written.flatMap(({ own = [] }, index) => own.map((one) => ({ ...one, index }))),
        entries,
      );
  };

  const run = async (): Promise<void> => {
    // One turn of the event loop's microtasks: what arrived in the same read of a socket shares this commit.
    await null;
    while (staged.length > 0 && !isBroken) {
      const group = staged;
      staged = [];
      await commitGroup(group);
    }
    running = null;
  };

  return {
    stage(step) {
      if (isBroken) return step.settled({ ok: false, refusal: refuse("not-saved") });
      staged.push(step);
      running ??= run();
    },
    quiet: async () => {
      while (running) await running;
    },
    isQuiet: () => running === null,
  };
}

/** Holds an entry's number where there is nothing to tell. */
const silent: WireEntry = { kind: "silent" };
