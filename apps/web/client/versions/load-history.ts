import { writeScenario } from "@crux/core";
import type { Change } from "@crux/present/report";
import { type HistoryItem, type JoinedRoom, limits, type NoAnswer, type Version } from "@crux/room/client";
import { askRecordOnce } from "../report/ask-record.ts";
import { type HistoryStep, stepsOf } from "./steps.ts";

/** A step with the version that it came to, and what it changed; null where that is not known. */
export type KnownStep = HistoryStep & { readonly version: Version | null; readonly change: Change | null };

/** A part of a room's history, newest first. */
export type HistoryPart = {
  readonly steps: readonly KnownStep[];
  /** The entry from which an earlier part goes on backwards; 0 when there is none. */
  readonly earlier: number;
};

/** So many versions are asked for at once: one step each, and the one before the oldest. */
const STEPS = limits.lookedAt - 1;

/** The steps that end with entry `to` (null: the newest), as many as one look back takes; why there are none, in a sentence. */
export async function loadHistory(room: JoinedRoom, to: number | null): Promise<HistoryPart | string> {
  let from = to === null ? 1 : to + 1;
  let items: readonly HistoryItem[] = [];
  if (to === null) {
    // Of a young room that is all there is.
    const first = await room.past.history(1, limits.historyPage);
    if (!first.ok) return sayNoAnswer(first.error);
    const { last } = first.value;
    if (last <= limits.historyPage) items = first.value.items;
    else from = last + 1;
  }
  let steps = stepsOf(items);
  while (from > 1 && steps.length <= STEPS && items.length < 4 * limits.historyPage) {
    const count = Math.min(limits.historyPage, from - 1);
    from -= count;
    const page = await room.past.history(from, count);
    if (!page.ok) return sayNoAnswer(page.error);
    items = [...page.value.items, ...items];
    steps = stepsOf(items);
  }
  // The oldest step may have begun before what was read.
  const shown = from > 1 || steps.length > STEPS ? steps.slice(0, Math.min(STEPS, steps.length - 1)) : steps;
  const oldest = shown[shown.length - 1];
  const earlier = oldest !== undefined && shown.length < steps.length ? oldest.before : 0;
  const known = await withVersions(room, shown);
  if (typeof known === "string") return known;
  // What the page tidies up after an edit changes nothing that anybody would look for.
  return {
    steps: known.filter(({ kind, change }) => kind !== "edit" || change?.words.length !== 0),
    earlier,
  };
}

async function withVersions(
  room: JoinedRoom,
  steps: readonly HistoryStep[],
): Promise<readonly KnownStep[] | string> {
  const oldest = steps[steps.length - 1];
  const seqs = [...steps.map(({ seq }) => seq), ...(oldest && oldest.before > 1 ? [oldest.before] : [])];
  const found = await room.past.versions([...new Set(seqs)]);
  if (!found.ok) return sayNoAnswer(found.error);
  const versions = new Map(found.value.map((one) => [one.seq, one]));
  const beforeOf = (at: number): Version | undefined =>
    versions.get(steps[at + 1]?.seq ?? steps[at]?.before ?? 0);
  const changing = steps.flatMap((step, at) => {
    const [before, after] = [beforeOf(at)?.scenario, versions.get(step.seq)?.scenario];
    return isEdit(step) && before && after ? [{ seq: step.seq, before, after }] : [];
  });
  const pairs = changing.map((one) => ({
    before: writeScenario(one.before),
    after: writeScenario(one.after),
  }));
  const told = pairs.length === 0 ? null : await askRecordOnce({ kind: "changes", pairs });
  const changes = new Map(changing.map(({ seq }, at) => [seq, told?.changes[at] ?? null]));
  return steps.map((step) => ({
    ...step,
    version: versions.get(step.seq) ?? null,
    change: changes.get(step.seq) ?? null,
  }));
}

const isEdit = ({ kind }: HistoryStep): boolean => kind === "edit" || kind === "restore" || kind === "merge";

/** What lies between a version and the scenario in force; null where one of them can't be read. */
export async function compareWithNow(room: JoinedRoom, version: Version): Promise<Change | null> {
  const { scenario } = await room.whenRead();
  if (scenario === null || version.scenario === null) return null;
  const pairs = [{ before: writeScenario(version.scenario), after: writeScenario(scenario) }];
  return (await askRecordOnce({ kind: "changes", pairs }))?.changes[0] ?? null;
}

const sayNoAnswer = (error: NoAnswer): string =>
  error === "unreachable"
    ? "The history is on the server, which does not answer. Try again when there is a connection."
    : `The history can't be read: ${error.sentence}.`;
