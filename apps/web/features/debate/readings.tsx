"use client";

import { bothWaysText } from "@crux/present";
import type { ObjectionView } from "@crux/room/client";
import { Eye, EyeOff } from "lucide-react";
import { useRef } from "react";
import { layerOf, layersUnder, layersWithout, patchOf } from "../../client/debate/layers.ts";
import { useBoardNow } from "../../client/debate/use-board.ts";
import { useEffects, usePreview } from "../../client/debate/use-debate.tsx";
import { whyItMatters } from "../../client/debate/why-it-matters.ts";
import { EffectBadge } from "./effect-badge.tsx";
import { useRailRoom } from "./rail-room.tsx";

/** The ways to read an objection: what each does to the flips, on top of what it builds on, and a switch to try it. */
export function Readings(props: {
  readonly card: ObjectionView;
  /** What it answers, the start of the thread first. */
  readonly chain: readonly ObjectionView[];
  readonly inView: boolean;
}) {
  const { card, chain, inView } = props;
  const { objection, outcome } = card;
  const board = useBoardNow();
  const preview = usePreview();
  const { nameOf } = useRailRoom();
  const under = layersUnder(chain, nameOf);
  const over = under.map(({ patch }) => patch);
  const isMerged = outcome?.kind === "merged";
  const asked = inView && !isMerged;
  const effects = useLast(
    useEffects(asked ? objection.readings.map((one) => ({ over, patch: patchOf(one) })) : []),
  );
  const why =
    outcome === null
      ? whyItMatters(
          card,
          effects.map((one) => one.effect),
        )
      : "";
  if (preview === null || objection.readings.length === 0) return <Why text={why} />;
  const active = preview.layers.find(({ id }) => id === objection.id);
  const toggle = (at: number) => {
    const found = layerOf(card, at, nameOf(objection.author));
    if (found === null) return;
    const all = objection.readings.map((one) => ({ label: one.label, patch: patchOf(one) }));
    const layer = all.length > 1 ? { ...found, readings: all } : found;
    if (isSame(active?.patch, layer.patch))
      preview.store.show(layersWithout(board(), preview.layers, objection.id));
    else if (active !== undefined) preview.store.put(layer);
    else preview.store.putOver(under, layer);
  };
  const bothWays = bothWaysText(
    "It",
    objection.readings.map(({ label }, at) => ({ label, effect: effects[at]?.effect ?? null })),
  );
  return (
    <>
      {bothWays !== "" && (
        <p data-testid="both-ways" className="text-sm [overflow-wrap:anywhere]">
          {bothWays}
        </p>
      )}
      <ul className="space-y-1" aria-label="Readings">
        {objection.readings.map((reading, at) => {
          const isOn = active !== undefined && isSame(active.patch, patchOf(reading));
          return (
            // biome-ignore lint/suspicious/noArrayIndexKey: readings keep their order, and two may say the same
            <li key={at} className="flex flex-wrap items-center gap-x-2 gap-y-1">
              {isMerged ? (
                <bdi className="text-sm text-soft [overflow-wrap:anywhere]">{reading.label}</bdi>
              ) : (
                <>
                  <button
                    type="button"
                    aria-pressed={isOn}
                    onClick={() => toggle(at)}
                    className="button button-line min-w-0 max-w-full whitespace-normal py-0.5 text-left aria-pressed:border-ink aria-pressed:bg-well"
                  >
                    {isOn ? (
                      <EyeOff size={14} aria-hidden className="shrink-0" />
                    ) : (
                      <Eye size={14} aria-hidden className="shrink-0" />
                    )}
                    <span className="sr-only">{isOn ? "Stop trying: " : "Try: "}</span>
                    <bdi className="min-w-0 [overflow-wrap:anywhere]">{reading.label}</bdi>
                  </button>
                  <EffectBadge view={effects[at]} />
                </>
              )}
            </li>
          );
        })}
      </ul>
      <Why text={why} />
    </>
  );
}

/** Why an objection that moves nothing matters all the same. */
function Why({ text }: { readonly text: string }) {
  if (text === "") return null;
  return (
    <p data-testid="why-it-matters" className="border-edge border-l-2 pl-2 text-pretty text-sm">
      {text}
    </p>
  );
}

const isSame = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** What was known last, while nothing is asked for: a card that leaves the screen keeps its badges and its height. */
function useLast<T>(list: readonly T[]): readonly T[] {
  const last = useRef(list);
  if (list.length > 0) last.current = list;
  return last.current;
}
