import { type Reading, writePatch } from "@crux/core";
import type { ObjectionView } from "@crux/room/client";
import { type Board, chainOf } from "./board.ts";
import type { PatchJson } from "./compute-effect.ts";
import type { Layer } from "./preview-store.ts";

const written = new WeakMap<Reading, PatchJson>();

/** A reading's patch as JSON, written once. */
export function patchOf(reading: Reading): PatchJson {
  const known = written.get(reading);
  if (known !== undefined) return known;
  const patch = writePatch(reading.patch);
  written.set(reading, patch);
  return patch;
}

/** What is put over the model to try a reading out; null where there is none, or it is part of the model by now. */
export function layerOf(card: ObjectionView, reading: number, author: string): Layer | null {
  const found = card.objection.readings[reading];
  if (found === undefined || card.outcome?.kind === "merged") return null;
  return { id: card.objection.id, title: `${author}: ${found.label}`, patch: patchOf(found) };
}

/** The layers of a chain that a card builds on, in its order: each in its first reading. */
export const layersUnder = (
  chain: readonly ObjectionView[],
  nameOf: (person: string) => string,
): readonly Layer[] => chain.flatMap((one) => layerOf(one, 0, nameOf(one.objection.author)) ?? []);

/** The layers that stay when a card's is taken off: not those that build on it. */
export function layersWithout(board: Board, layers: readonly Layer[], id: string): readonly Layer[] {
  return layers.filter((layer) => {
    const card = board.cards.get(layer.id);
    return layer.id !== id && !(card && chainOf(board, card).some((one) => one.objection.id === id));
  });
}
