import type { JoinedRoom, ObjectionView } from "@crux/room/client";
import { type Board, chainOf } from "./board.ts";

/** Those of a chain that are not part of the model yet: they have to be merged before what builds on them. */
export const unmergedIn = (chain: readonly ObjectionView[]): readonly ObjectionView[] =>
  chain.filter(({ objection, outcome }) => objection.readings.length > 0 && outcome?.kind !== "merged");

/**
 * Makes a reading part of the shared scenario, and before it what it builds on: each as a step of undo of its own,
 * under the name of whoever merges. Nothing is written unless all of it fits. Gives back why not, or null.
 */
export async function mergeReading(
  room: JoinedRoom,
  board: Board,
  card: ObjectionView,
  reading: number,
): Promise<string | null> {
  const under = unmergedIn(chainOf(board, card));
  const settled = under.find(({ outcome }) => outcome !== null);
  if (settled !== undefined) return "What it builds on is settled: reopen that first.";
  if (room.getSnapshot().scenario === null) return "There is no model to merge it into.";
  const below = under.map(({ objection }) => objection.id);
  const merged = await room.edit.merge(card.objection.id, reading, below);
  if (!merged.ok) return `It does not fit the model as it is now: ${merged.error[0]?.message ?? ""}.`;
  return merged.value ? null : "You can't change the model now.";
}
