"use client";

import type { StripScene } from "@crux/present";
import type { ObjectionView } from "@crux/room/client";
import { chainOf } from "../../client/debate/board.ts";
import type { EffectView } from "../../client/debate/effects-client.ts";
import { layersUnder, patchOf } from "../../client/debate/layers.ts";
import { useBoard } from "../../client/debate/use-board.ts";
import { useEffects } from "../../client/debate/use-debate.tsx";
import type { Shown } from "./shown.ts";

/** A strip that would result, with the words above it. */
export type Ghost = {
  readonly label: string;
  /** What changes, in a few words. */
  readonly badge: string;
  readonly strip: StripScene;
};

/** How many readings are drawn at most: more can't be told apart from the back row. */
export const DRAWN = 2;

/** What each reading of the objection on the screen does, on top of what it builds on; empty for anything else. */
export function useReadings(objection: string | null): {
  readonly card: ObjectionView | null;
  readonly effects: readonly EffectView[];
} {
  const board = useBoard();
  const card = (objection === null ? undefined : board.cards.get(objection)) ?? null;
  const isMerged = card?.outcome?.kind === "merged";
  const over = card === null ? [] : layersUnder(chainOf(board, card), () => "").map(({ patch }) => patch);
  const readings = card === null || isMerged ? [] : card.objection.readings;
  return { card, effects: useEffects(readings.map((one) => ({ over, patch: patchOf(one) }))) };
}

/** The strips above the winner strip: one for each of the first readings of the objection that is shown. */
export function useGhosts(shown: Shown): readonly Ghost[] {
  const { card, effects } = useReadings(shown.kind === "objection" ? shown.objection : null);
  return effects.slice(0, DRAWN).flatMap(({ effect }, at): Ghost[] => {
    const strip = effect?.strips?.after;
    const label = card?.objection.readings[at]?.label ?? "";
    return strip === undefined ? [] : [{ label, badge: effect?.badge ?? "", strip }];
  });
}
