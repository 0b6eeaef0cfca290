"use client";

import { type Anchor, snapshotOf } from "@crux/core";
import type { ObjectionView } from "@crux/room/client";
import { History } from "lucide-react";
import { useRoom } from "../../client/room/use-room.tsx";
import { useRailRoom } from "./rail-room.tsx";

/** What a card is about has changed since: from what to what. Its author or an editor can say that it still applies. */
export function StaleNote({ card }: { readonly card: ObjectionView }) {
  const { room } = useRoom();
  const { isYou, settles, speaks } = useRailRoom();
  const { objection, now } = card;
  const may = speaks && (settles || isYou(objection.author));
  const renew = () => {
    const { scenario } = room.getSnapshot();
    const snapshot = scenario && snapshotOf(scenario, objection.anchor);
    if (snapshot === null) return;
    const anchor: Anchor = { ...objection.anchor, snapshot };
    room.send({ kind: "reanchor-objection", objection: objection.id, anchor, rows: [...card.rows] });
  };
  return (
    <p className="flex flex-wrap items-center gap-x-2 gap-y-1 rounded-md border border-edge border-dashed px-2.5 py-1.5 text-sm">
      <History size={15} aria-hidden className="shrink-0" />
      <span className="min-w-0 flex-1 [overflow-wrap:anywhere]">
        Written against v{objection.stamp?.version ?? "?"}: was{" "}
        <span className="math">{cut(objection.anchor.snapshot)}</span>, now{" "}
        <span className="math">{cut(now ?? "gone")}</span>. The effect shown is today's.
      </span>
      {may && (
        <button type="button" className="button button-line" onClick={renew}>
          It still applies
        </button>
      )}
    </p>
  );
}

const cut = (text: string): string => (text.length > 80 ? `${text.slice(0, 80)} …` : text);
