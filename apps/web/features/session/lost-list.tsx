"use client";

import { Check, Frown } from "lucide-react";
import { thingAt } from "../../client/debate/selected-thing.ts";
import { useSelection } from "../../client/debate/use-board.ts";
import { useRoom, useRoomView } from "../../client/room/use-room.tsx";
import { lostItems } from "../../client/session/things.ts";

/** Where people are lost, for moderators: how many, the way to explain it, and that it was. */
export function LostList() {
  const { room } = useRoom();
  const { store } = useSelection();
  const items = useRoomView(lostItems);
  if (items.length === 0) return <p className="text-soft text-sm">Nobody has said so.</p>;
  return (
    <ul className="divide-y divide-rule text-sm" data-testid="lost">
      {items.map(({ ref, name, count }) => (
        <li key={ref} className="flex flex-wrap items-center gap-2 py-1">
          <span className="figure flex items-center gap-1 font-semibold">
            <Frown size={15} aria-hidden /> {count}
          </span>
          <span className="min-w-0 flex-1 [overflow-wrap:anywhere]">{name}</span>
          {thingAt(room.getSnapshot(), ref) !== null && (
            <button
              type="button"
              title="Opens the debate at it, where plain words can be pinned"
              className="button button-line min-h-7"
              onClick={() => store.showAbout({ ref })}
            >
              Explain it
            </button>
          )}
          <button
            type="button"
            title="Takes the count off: it was explained"
            aria-label={`${name} was explained`}
            className="button min-h-7 px-1.5"
            onClick={() => room.send({ kind: "clear-lost", to: ref })}
          >
            <Check size={15} aria-hidden />
          </button>
        </li>
      ))}
    </ul>
  );
}
