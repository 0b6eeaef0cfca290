"use client";

import { useSyncExternalStore } from "react";
import { changesBetween } from "../../client/mine/changes.ts";
import type { OtherStore } from "../../client/mine/other-store.ts";
import type { Position } from "../../client/mine/position.ts";
import type { Mine } from "../../client/mine/use-mine.tsx";
import { HideValues } from "../../client/session/hide-values.tsx";
import { useWorkspace } from "../../client/use-workspace.tsx";
import { ChangesTable, LostChanges } from "./changes-table.tsx";

/** What someone has published, value by value; it can be copied to be one's own. */
export function OtherChanges(props: {
  readonly mine: Mine;
  readonly other: { readonly position: Position; readonly store: OtherStore | null };
}) {
  const { mine, other } = props;
  if (other.store === null) return <p className="mt-1.5 text-soft text-xs">Opening …</p>;
  return <Opened mine={mine} position={other.position} store={other.store} />;
}

function Opened(props: { readonly mine: Mine; readonly position: Position; readonly store: OtherStore }) {
  const { mine, position, store } = props;
  const read = () => mine.shared.read().draft;
  const shared = useSyncExternalStore(mine.shared.subscribe, read, read);
  const draft = useWorkspace((workspace) => workspace.draft);
  const lost = useSyncExternalStore(store.subscribe, store.lost, store.lost);
  const changes = changesBetween(shared, draft);
  const others = mine.sharedName.toLowerCase();
  const take = async () => {
    const own = await mine.open();
    own.settle();
    own.replace(store.read().draft);
    await mine.show(true);
  };
  return (
    <div
      data-person={position.colour === null ? undefined : position.colour % 8}
      className={`mt-2 rounded-xl border-2 bg-card px-4 py-3 text-sm ${position.colour === null ? "border-ink border-dashed" : "border-[var(--person)]"}`}
    >
      <div className="flex flex-wrap items-center justify-between gap-2">
        <h3 className="label min-w-0 [overflow-wrap:anywhere]">
          {position.isGroup ? `Group ${position.name}` : position.name}, published
        </h3>
        <button
          type="button"
          title="Takes the place of your own changes; Undo brings those back"
          className="button button-line min-h-7"
          onClick={() => void take()}
        >
          Copy into mine
        </button>
        <HideValues id={position.id} name={position.isGroup ? `group ${position.name}` : position.name} />
      </div>
      {position.g !== null && (
        <p>
          Holds <span className="math italic">g</span> = <span className="math">{position.g}</span>.
        </p>
      )}
      {changes.length === 0 ? (
        <p className="mt-1 text-soft">No value differs from the {others}.</p>
      ) : (
        <ChangesTable changes={changes} whose={position.name} others={others} />
      )}
      <LostChanges lost={lost} />
    </div>
  );
}
