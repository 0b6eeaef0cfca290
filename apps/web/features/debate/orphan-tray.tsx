"use client";

import { type Anchor, snapshotOf } from "@crux/core";
import type { ObjectionView } from "@crux/room/client";
import { Unlink } from "lucide-react";
import { useEffect, useId, useState } from "react";
import type { Thread as Shape } from "../../client/debate/board.ts";
import { rowsOf, type Target, targetName } from "../../client/debate/draft.ts";
import { useRoom, useRoomView } from "../../client/room/use-room.tsx";
import { useRailRoom } from "./rail-room.tsx";
import { Thread } from "./thread.tsx";

/** Objections whose thing was deleted: what it was, and the way to tie them to another. */
export function OrphanTray(props: {
  readonly threads: readonly Shape[];
  /** Called when the cards stand on the page. */
  readonly onDrawn: () => void;
}) {
  const { threads, onDrawn } = props;
  useEffect(onDrawn, [onDrawn]);
  return (
    <section
      aria-labelledby="orphans-heading"
      className="space-y-2 rounded-xl border border-edge border-dashed p-2.5"
    >
      <h2 id="orphans-heading" className="flex items-center gap-1.5 font-semibold text-sm">
        <Unlink size={15} aria-hidden /> Lost their place ({threads.length})
      </h2>
      <p className="text-soft text-sm">
        What they are about was deleted. Undo brings it back; or tie them to something else.
      </p>
      <ul className="space-y-2">
        {threads.map((thread) => (
          <li key={thread.card.objection.id} className="list-none">
            <Snapshot card={thread.card} />
            <ul>
              <Thread thread={thread} />
            </ul>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Snapshot({ card }: { readonly card: ObjectionView }) {
  const { isYou, settles, speaks, isMute } = useRailRoom();
  const may = speaks && !isMute && (settles || isYou(card.objection.author));
  return (
    <div className="mb-1 space-y-1 text-sm">
      <p className="text-soft [overflow-wrap:anywhere]">
        It was:{" "}
        <span className="math text-ink">{card.objection.anchor.snapshot.slice(0, 200) || "empty"}</span>
      </p>
      {may && <Reanchor card={card} />}
    </div>
  );
}

/** Chooses another thing for an objection to be about. */
function Reanchor({ card }: { readonly card: ObjectionView }) {
  const { room } = useRoom();
  const field = useId();
  const [chosen, setChosen] = useState("");
  const targets = useRoomView((view) => targetsIn(view));
  const tie = () => {
    const target = targets.find((one) => keyOf(one.target) === chosen)?.target;
    const { scenario, rows } = room.getSnapshot();
    if (target === undefined || scenario === null) return;
    const anchor = { ...target, snapshot: "" } as Anchor;
    const snapshot = snapshotOf(scenario, anchor);
    if (snapshot === null) return;
    room.send({
      kind: "reanchor-objection",
      objection: card.objection.id,
      anchor: { ...anchor, snapshot },
      rows: [...rowsOf(rows, target)],
    });
  };
  if (targets.length === 0)
    return (
      <p className="text-soft">Undo the deletion, or mend the model: then it can be tied to another thing.</p>
    );
  return (
    <div className="flex flex-wrap items-center gap-1.5">
      <label htmlFor={field} className="label">
        Tie it to
      </label>
      <select
        id={field}
        value={chosen}
        onChange={(event) => setChosen(event.target.value)}
        className="field min-w-0 max-w-full flex-1 text-sm"
      >
        <option value="">choose …</option>
        {targets.map(({ target, name }) => (
          <option key={keyOf(target)} value={keyOf(target)}>
            {name}
          </option>
        ))}
      </select>
      <button type="button" disabled={chosen === ""} className="button button-line" onClick={tie}>
        Tie
      </button>
    </div>
  );
}

const keyOf = (target: Target): string => JSON.stringify(target);

/** All that an objection can be tied to: costs of terms, terms, programs, assumptions, and the whole. */
function targetsIn({ scenario }: Parameters<Parameters<typeof useRoomView>[0]>[0]): readonly {
  readonly target: Target;
  readonly name: string;
}[] {
  if (scenario === null) return [];
  const targets: Target[] = [
    ...scenario.terms.flatMap(({ id: term }): Target[] => [
      { kind: "cost", term, axis: "c" },
      { kind: "cost", term, axis: "t" },
      { kind: "term", term },
    ]),
    ...scenario.programs.map(({ id: program }): Target => ({ kind: "program", program })),
    ...scenario.assumptions.map(({ id: assumption }): Target => ({ kind: "assumption", assumption })),
    { kind: "scenario" },
  ];
  return targets.map((target) => ({ target, name: targetName(scenario, target) }));
}
