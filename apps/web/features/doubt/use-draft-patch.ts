"use client";

import type { Scenario } from "@crux/core";
import { useMemo } from "react";
import { afterPatches, type BuiltPatch, buildPatch } from "../../client/debate/build-patch.ts";
import type { Draft } from "../../client/debate/draft.ts";
import type { EffectRequest, EffectView } from "../../client/debate/effects-client.ts";
import { useEffects } from "../../client/debate/use-debate.tsx";

/** A draft's readings as patches, and what each does. */
export type DraftPatches = {
  /** The scenario that the draft starts from: the one in force after what it builds on. */
  readonly base: Scenario;
  readonly built: readonly BuiltPatch[];
  /** Null for a reading that changes nothing yet, or is not whole. */
  readonly effects: readonly (EffectView | null)[];
  /** The winner map of the scenario in force, for the stamp. */
  readonly map: EffectView["map"];
};

const isWhole = ({ patch, problems }: BuiltPatch): boolean => patch.length > 0 && problems.length === 0;

/** Builds the patches of a draft at every keystroke; their effects follow from the worker. */
export function useDraftPatches(scenario: Scenario, draft: Draft): DraftPatches {
  const over = useMemo(() => draft.under.map(({ patch }) => patch), [draft.under]);
  const base = useMemo(() => afterPatches(scenario, over), [scenario, over]);
  const { readings } = draft;
  const built = useMemo(() => readings.map(({ changes }) => buildPatch(base, changes)), [base, readings]);
  const whole = built.flatMap((one, index) => (isWhole(one) ? [{ index, patch: one.patch }] : []));
  const stamp: EffectRequest = { over: [], patch: [], withMap: true };
  const views = useEffects([stamp, ...whole.map(({ patch }) => ({ over, patch }))]);
  return {
    base,
    built,
    effects: built.map((_, index) => {
      const at = whole.findIndex((one) => one.index === index);
      return at < 0 ? null : (views[at + 1] ?? null);
    }),
    map: views[0]?.map ?? null,
  };
}
