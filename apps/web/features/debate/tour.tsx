"use client";

import { writeScenario } from "@crux/core";
import { ChevronLeft, ChevronRight } from "lucide-react";
import { useEffect, useState } from "react";
import { TOUR } from "../../client/debate/example-ids.ts";
import { layerOf, patchOf } from "../../client/debate/layers.ts";
import { useBoard, useSelection } from "../../client/debate/use-board.ts";
import { useEffects, usePreview } from "../../client/debate/use-debate.tsx";
import { useReasoning } from "../../client/reason/use-reasoning.ts";
import { useRoom, useRoomView } from "../../client/room/use-room.tsx";
import { useWorkspace } from "../../client/use-workspace.tsx";
import { EffectBadge } from "./effect-badge.tsx";
import { PersonName } from "./person-name.tsx";
import { useRailRoom } from "./rail-room.tsx";

/** Steps through the example debate: each move lies on the strip over the ones before, and the last one names the crux. */
export function Tour() {
  const board = useBoard();
  const isHere = TOUR.every((id) => (board.cards.get(id)?.objection.readings.length ?? 0) > 0);
  return isHere ? <Steps /> : null;
}

const MOVES = TOUR.length + 1;

function Steps() {
  const board = useBoard();
  const preview = usePreview();
  const { nameOf } = useRailRoom();
  const { store } = useSelection();
  const [last, setLast] = useState(0);
  // Whoever tries out exactly the first moves, or stops trying, is at that move, however they came there.
  const ids = preview?.layers.map(({ id }) => id) ?? [];
  const step = ids.every((id, at) => id === TOUR[at]) ? ids.length : last;
  const flips = useWorkspace((workspace) => workspace.view.strip?.sentence ?? "");
  const cards = TOUR.flatMap((id) => board.cards.get(id) ?? []);
  const patches = cards.flatMap(({ objection }) => objection.readings.slice(0, 1).map(patchOf));
  const card = cards[step - 1];
  const patch = patches[step - 1];
  const [effect] = useEffects(patch === undefined ? [] : [{ over: patches.slice(0, step - 1), patch }]);
  const go = (next: number) => {
    setLast(next);
    const layers = cards.slice(0, next);
    preview?.store.show(layers.flatMap((one) => layerOf(one, 0, nameOf(one.objection.author)) ?? []));
  };
  return (
    <section
      aria-labelledby="tour-heading"
      className="space-y-2 rounded-xl border border-edge bg-card px-3.5 py-3"
    >
      <div className="flex items-center gap-1">
        <h2 id="tour-heading" className="font-semibold text-sm">
          The example debate
          <span className="figure block font-normal text-soft">
            move {step + 1} of {MOVES}
          </span>
        </h2>
        <button
          type="button"
          disabled={step === 0}
          onClick={() => go(step - 1)}
          aria-label="Previous move"
          className="button ml-auto px-1.5"
        >
          <ChevronLeft size={16} aria-hidden />
        </button>
        <button
          type="button"
          disabled={step === MOVES - 1}
          onClick={() => go(step + 1)}
          className="button button-full"
        >
          Next move <ChevronRight size={15} aria-hidden />
        </button>
      </div>
      <div aria-live="polite" className="space-y-1.5 text-sm">
        {card === undefined ? (
          <>
            <p>The model as it stands, before anybody objects.</p>
            <p className="font-serif text-base">{flips}</p>
          </>
        ) : (
          <>
            <p className="flex flex-wrap items-center gap-x-2">
              <PersonName person={card.objection.author} />
              <button
                type="button"
                className="min-w-0 rounded text-left underline decoration-edge decoration-dotted underline-offset-3"
                onClick={() => store.goToCard(card.objection.id)}
              >
                {card.objection.readings[0]?.label}
              </button>
              <EffectBadge view={effect} />
            </p>
            <p className="font-serif text-base">{effect?.effect?.sentence ?? ""}</p>
          </>
        )}
        {step === MOVES - 1 && <Crux all={patches.flat()} before={patches.slice(0, -1).flat()} />}
      </div>
    </section>
  );
}

/** What the two sides come down to in the end. */
function Crux(props: { readonly all: readonly unknown[]; readonly before: readonly unknown[] }) {
  const { room } = useRoom();
  const reasoning = useReasoning();
  const [sentence, setSentence] = useState<string | null>(null);
  // The formulas as they are typed stand for the scenario, which is read from them.
  const version = useRoomView((view) => view.rows);
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked again when the model says something else
  useEffect(() => {
    const { scenario } = room.getSnapshot();
    if (scenario === null) return;
    const task = {
      kind: "line",
      scenario: writeScenario(scenario),
      a: props.all,
      b: props.before,
      g: "1",
    } as const;
    let gone = false;
    void reasoning.line("tour", task).then((found) => !gone && setSentence(found));
    return () => {
      gone = true;
    };
  }, [reasoning, room, version]);
  if (sentence === null) return null;
  return (
    <p
      data-testid="crux-line"
      className="rounded-lg bg-well px-3 py-2 font-semibold font-serif text-base [overflow-wrap:anywhere]"
    >
      {sentence}
    </p>
  );
}
