import type { HistoryItem } from "@crux/room/client";

/** One line of a room's history: what somebody changed in one go, or a moment that has a name. */
export type HistoryStep = {
  /** The version that it came to: the scenario as of this entry. */
  readonly seq: number;
  /** The entry before its first one. */
  readonly before: number;
  readonly at: number;
  /** A person, a pseudonym, or `server`. */
  readonly by: string;
  readonly kind: "edit" | "restore" | "merge" | "checkpoint" | "phase" | "start";
};

/** Edits of one person with no longer pause between them are one step, in milliseconds. */
const PAUSE = 3 * 60_000;

/** The edit of a restore or a merge comes this soon after the word of it, if not before it, in milliseconds. */
const SOON = 10_000;

/** Whether a restore or a merge has no edit of its own yet. */
const isBare = ({ kind, seq, before }: HistoryStep): boolean =>
  (kind === "restore" || kind === "merge") && seq === before + 1;

/** What of a log is worth a line, newest first: edits in one go are one step, and so are the moments that have a name. */
export function stepsOf(items: readonly HistoryItem[]): readonly HistoryStep[] {
  const steps: HistoryStep[] = [];
  for (const item of items) {
    const { seq, at, by, kind } = item;
    const last = steps[steps.length - 1];
    const here = { seq, before: seq - 1, at, by };
    if (kind === "edit") {
      const goesOn = last?.kind === "edit" && last.by === by && at - last.at <= PAUSE;
      if (last !== undefined && isBare(last) && last.by === by && at - last.at <= SOON)
        steps[steps.length - 1] = { ...last, seq, at };
      else if (goesOn) steps[steps.length - 1] = { ...last, seq, at };
      else steps.push({ ...here, kind: by === "server" ? "start" : "edit" });
    } else if (kind === "note-restore" || kind === "merge-objection") {
      const isSame = last?.kind === "edit" && last.by === by;
      const named = kind === "note-restore" ? "restore" : "merge";
      // The edit and what says why it was made are one thing.
      if (isSame) steps.push(...splitLast(steps.pop(), items, { seq, at, kind: named }));
      else steps.push({ ...here, kind: named });
    } else if (kind === "checkpoint") steps.push({ ...here, kind: "checkpoint" });
    else if (kind === "start-phase") steps.push({ ...here, kind: "phase" });
  }
  return steps.reverse();
}

/** The newest edit of a step on its own, as what it was made for; what came before it stays an edit. */
function splitLast(
  step: HistoryStep | undefined,
  items: readonly HistoryItem[],
  end: Pick<HistoryStep, "seq" | "at" | "kind">,
): readonly HistoryStep[] {
  if (step === undefined) return [];
  const edits = items.filter(({ kind, seq }) => kind === "edit" && seq > step.before && seq <= step.seq);
  const [newest, older] = [edits[edits.length - 1], edits[edits.length - 2]];
  if (newest === undefined) return [step];
  const done: HistoryStep = { ...step, ...end, before: newest.seq - 1 };
  return older === undefined ? [done] : [{ ...step, seq: older.seq, at: older.at }, done];
}
