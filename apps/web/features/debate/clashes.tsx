"use client";

import { Eye, Split } from "lucide-react";
import { useDeferredValue, useMemo, useState } from "react";
import { chainOf } from "../../client/debate/board.ts";
import { type Clash, type ClashOption, clashesOf } from "../../client/debate/clashes.ts";
import { targetName } from "../../client/debate/draft.ts";
import { layerOf, layersUnder } from "../../client/debate/layers.ts";
import { mergeReading } from "../../client/debate/merge-reading.ts";
import { useBoard } from "../../client/debate/use-board.ts";
import { usePreview } from "../../client/debate/use-debate.tsx";
import { keepIn } from "../../client/keep-in.ts";
import { useRoom } from "../../client/room/use-room.tsx";
import { PersonName } from "./person-name.tsx";
import { useRailRoom } from "./rail-room.tsx";

/** Costs for which open objections have different values, side by side: one is chosen, or all are kept. */
export function Clashes() {
  const board = useBoard();
  const { room } = useRoom();
  const later = useDeferredValue(board);
  const clashes = useMemo(() => clashesOf(later), [later]);
  const [isShown, setShown] = useState(false);
  const keep = useMemo(() => keepIn(`crux-kept ${room.id}`), [room]);
  const [kept, setKept] = useState(() => keep.get() ?? "");
  const left = clashes.filter((clash) => !kept.includes(`[${keyOf(clash)}]`));
  if (left.length === 0) return null;
  const keepBoth = (clash: Clash) => {
    const text = `${kept}[${keyOf(clash)}]`.slice(-20_000);
    keep.set(text);
    setKept(text);
  };
  return (
    <details
      onToggle={(event) => setShown(event.currentTarget.open)}
      className="rounded-xl border border-rule bg-card px-3.5 py-2.5"
    >
      <summary className="w-fit font-semibold text-sm">
        {left.length === 1 ? "One cost has rival values" : `${left.length} costs have rival values`}
      </summary>
      <ul className="mt-2 space-y-3">
        {(isShown ? left : []).map((clash) => (
          <li key={clash.place} className="space-y-1.5">
            <Rivals clash={clash} onKeep={() => keepBoth(clash)} />
          </li>
        ))}
      </ul>
    </details>
  );
}

/** So many rivals stand side by side. */
const SHOWN = 12;

/** The clash with exactly these rivals: another one is asked about again. */
const keyOf = ({ place, options }: Clash): string =>
  `${place}: ${options.map(({ card, value }) => `${card} ${value}`).join(", ")}`;

function Rivals({ clash, onKeep }: { readonly clash: Clash; readonly onKeep: () => void }) {
  const { room } = useRoom();
  const { edits, settles } = useRailRoom();
  const board = useBoard();
  const [problem, setProblem] = useState("");
  const { scenario } = room.getSnapshot();
  const name = typeof clash.of === "string" ? clash.of : targetName(scenario, clash.of);
  const choose = async (option: ClashOption) => {
    const card = board.cards.get(option.card);
    const why = card === undefined ? "It is gone." : await mergeReading(room, board, card, option.reading);
    setProblem(why ?? "");
    if (why !== null) return;
    for (const other of clash.options)
      if (other.value !== option.value)
        room.send({
          kind: "decline-objection",
          objection: other.card,
          reason: `For ${name}, ${option.value} was chosen.`.slice(0, 500),
        });
  };
  return (
    <>
      <p className="flex items-center gap-1.5 text-sm">
        <Split size={14} aria-hidden className="shrink-0" />
        <bdi className="min-w-0 [overflow-wrap:anywhere]">{name}</bdi>
        <button type="button" className="button ml-auto px-1.5" onClick={onKeep}>
          Keep {clash.options.length === 2 ? "both" : "all"}
        </button>
      </p>
      <ul className="grid grid-cols-[repeat(auto-fit,minmax(8.5rem,1fr))] gap-1.5">
        {clash.options.slice(0, SHOWN).map((option) => (
          <li key={option.card} className="min-w-0 space-y-1 rounded-lg border border-rule p-2 text-xs">
            <p className="math text-base [overflow-wrap:anywhere]">{option.value.slice(0, 120)}</p>
            <Rival option={option} onChoose={edits && settles ? () => choose(option) : null} />
          </li>
        ))}
      </ul>
      {clash.options.length > SHOWN && (
        <p className="text-soft text-xs">and {clash.options.length - SHOWN} more</p>
      )}
      <p role="alert" className="text-alarm text-sm empty:hidden">
        {problem}
      </p>
    </>
  );
}

function Rival(props: { readonly option: ClashOption; readonly onChoose: (() => void) | null }) {
  const { option, onChoose } = props;
  const board = useBoard();
  const preview = usePreview();
  const { nameOf } = useRailRoom();
  const card = board.cards.get(option.card);
  if (card === undefined || preview === null) return null;
  const layer = layerOf(card, option.reading, nameOf(card.objection.author));
  return (
    <>
      <PersonName person={card.objection.author} />
      <div className="flex flex-wrap gap-1">
        {layer !== null && (
          <button
            type="button"
            className="button button-line px-1.5"
            onClick={() => preview.store.show([...layersUnder(chainOf(board, card), nameOf), layer])}
          >
            <Eye size={13} aria-hidden /> Try
          </button>
        )}
        {onChoose !== null && (
          <button
            type="button"
            className="button button-line px-1.5"
            title="Merges this one and leaves the others out"
            onClick={onChoose}
          >
            Choose
          </button>
        )}
      </div>
    </>
  );
}
