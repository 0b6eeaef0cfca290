"use client";

import { writeScenario } from "@crux/core";
import { Eye, EyeOff } from "lucide-react";
import { useEffect, useState } from "react";
import { isOpen } from "../../client/debate/board.ts";
import { layerOf, patchOf } from "../../client/debate/layers.ts";
import type { Layer } from "../../client/debate/preview-store.ts";
import { useBoard, useSelection } from "../../client/debate/use-board.ts";
import { usePreview } from "../../client/debate/use-debate.tsx";
import type { FlipTurns, TurnSet } from "../../client/reason/reason.ts";
import { useReasoning } from "../../client/reason/use-reasoning.ts";
import { useRoom } from "../../client/room/use-room.tsx";
import { useWorkspace } from "../../client/use-workspace.tsx";
import { useRailRoom } from "./rail-room.tsx";

/** The smallest sets of open objections that together flip the winner at the reader's `g`; worked out once it is opened. */
export function FlipSets() {
  const board = useBoard();
  const [isShown, setShown] = useState(false);
  const count = [...board.cards.values()].filter(
    (card) => isOpen(card) && card.objection.readings.length > 0,
  ).length;
  if (count === 0) return null;
  return (
    <details
      onToggle={(event) => setShown(event.currentTarget.open)}
      className="rounded-xl border border-rule bg-card px-3.5 py-2.5"
    >
      <summary className="w-fit font-semibold text-sm">What would flip the winner?</summary>
      {isShown && <Sets />}
    </details>
  );
}

function Sets() {
  const g = useWorkspace((workspace) => workspace.g);
  const turns = useTurns(g);
  const { store } = useSelection();
  const title = useTitles();
  if (turns === null) return <p className="mt-1.5 text-sm text-soft">Working …</p>;
  if (turns.kind === "wrong") return <p className="mt-1.5 text-sm">Not known: {turns.why}.</p>;
  const { sets, count, most, winners } = turns;
  return (
    <div aria-live="polite" className="mt-1.5 space-y-2 text-sm">
      <p>
        At g = <span className="math">{g}</span>, {winners} wins.{" "}
        {sets.length === 0
          ? "No set of open objections changes that."
          : "The smallest sets of open objections that change it, fewest first:"}
      </p>
      <ol className="space-y-1.5">
        {sets.map((set) => (
          <li key={JSON.stringify(set.objections)}>
            <SetRow set={set} />
          </li>
        ))}
      </ol>
      {count > sets.length && <p className="text-soft">and {count - sets.length} more.</p>}
      {turns.note !== "" && <p className="text-soft">{turns.note}</p>}
      {most !== null && count > 1 && (
        <p>
          The one that matters most:{" "}
          <button
            type="button"
            className="rounded text-left underline decoration-edge decoration-dotted underline-offset-3"
            onClick={() => store.goToCard(most)}
          >
            {title(most)}
          </button>
        </p>
      )}
    </div>
  );
}

function SetRow({ set }: { readonly set: TurnSet }) {
  const board = useBoard();
  const preview = usePreview();
  const { nameOf } = useRailRoom();
  const title = useTitles();
  const layers = set.objections.flatMap(({ id, reading }): Layer | readonly Layer[] => {
    const card = board.cards.get(id);
    const at = card?.objection.readings.findIndex(({ label }) => label === reading) ?? -1;
    return (card && layerOf(card, at, nameOf(card.objection.author))) ?? [];
  });
  const isOn = preview !== null && JSON.stringify(preview.layers) === JSON.stringify(layers);
  return (
    <button
      type="button"
      aria-pressed={isOn}
      onClick={() => preview?.store.show(isOn ? [] : layers)}
      className="button button-line h-auto w-full items-start justify-start whitespace-normal py-1 text-left aria-pressed:border-ink aria-pressed:bg-well"
    >
      {isOn ? (
        <EyeOff size={14} aria-hidden className="mt-1 shrink-0" />
      ) : (
        <Eye size={14} aria-hidden className="mt-1 shrink-0" />
      )}
      <span className="min-w-0">
        {set.objections.map(({ id, reading }, at) => (
          <span key={id}>
            {at > 0 && <span className="text-soft"> and </span>}
            <bdi className="[overflow-wrap:anywhere]" title={title(id)}>
              {reading}
            </bdi>
          </span>
        ))}
        <span className="block font-normal text-soft">then {set.winners}</span>
      </span>
    </button>
  );
}

/** An objection in a few words. */
function useTitles(): (id: string) => string {
  const board = useBoard();
  const { nameOf } = useRailRoom();
  return (id) => {
    const card = board.cards.get(id);
    if (card === undefined) return id;
    const { author, text, readings } = card.objection;
    return `${nameOf(author)}: ${readings[0]?.label ?? text.slice(0, 60)}`;
  };
}

/** Milliseconds that the reader's g and the debate stay as they are before it is asked. */
const PAUSE = 250;

function useTurns(g: string): FlipTurns | null {
  const { room } = useRoom();
  const board = useBoard();
  const reasoning = useReasoning();
  const [turns, setTurns] = useState<FlipTurns | null>(null);
  useEffect(() => {
    const timer = setTimeout(async () => {
      const { scenario } = room.getSnapshot();
      if (scenario === null)
        return setTurns({ kind: "wrong", why: "no program of the model can be read now" });
      const objections = [...board.cards.values()]
        .filter((card) => isOpen(card) && card.objection.readings.length > 0)
        .map(({ objection }) => ({
          id: objection.id,
          readings: objection.readings.map((one) => ({ label: one.label, patch: patchOf(one) })),
        }));
      const found = await reasoning.flipSets("flips", {
        kind: "flip-sets",
        scenario: writeScenario(scenario),
        objections,
        g,
      });
      if (found !== null) setTurns(found);
    }, PAUSE);
    return () => clearTimeout(timer);
  }, [room, board, reasoning, g]);
  return turns;
}
