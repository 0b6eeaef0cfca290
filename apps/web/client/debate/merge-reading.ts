import { applyPatch } from "@crux/core";
import type { JoinedRoom, ObjectionView } from "@crux/room/client";
import { type Board, chainOf } from "./board.ts";

/** Those of a chain that are not part of the model yet: they have to be merged before what builds on them. */
export const unmergedIn = (chain: readonly ObjectionView[]): readonly ObjectionView[] =>
  chain.filter(({ objection, outcome }) => objection.readings.length > 0 && outcome?.kind !== "merged");

/**
 * Makes a reading part of the shared scenario, and before it what it builds on: each as a step of undo of its own,
 * under the name of whoever merges. Nothing is written unless all of it fits. Gives back why not, or null.
 */
export function mergeReading(
  room: JoinedRoom,
  board: Board,
  card: ObjectionView,
  reading: number,
): string | null {
  const under = unmergedIn(chainOf(board, card));
  const settled = under.find(({ outcome }) => outcome !== null);
  if (settled !== undefined) return "What it builds on is settled: reopen that first.";
  const { scenario } = room.getSnapshot();
  const own = card.objection.readings[reading]?.patch ?? [];
  const below = under.flatMap(({ objection }) => objection.readings[0]?.patch ?? []);
  const tried = scenario === null ? null : applyPatch(scenario, [...below, ...own]);
  if (tried === null) return "There is no model to merge it into.";
  if (!tried.ok) return `It does not fit the model as it is now: ${tried.error[0]?.message ?? ""}.`;
  for (const one of under) room.edit.merge(one.objection.id, 0);
  const merged = room.edit.merge(card.objection.id, reading);
  if (!merged.ok) return `It does not fit the model as it is now: ${merged.error[0]?.message ?? ""}.`;
  return merged.value ? null : "You can't change the model now.";
}
