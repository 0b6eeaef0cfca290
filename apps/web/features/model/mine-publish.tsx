"use client";

import { overlayRef, speakers } from "@crux/room/client";
import { useEffect, useId, useState } from "react";
import { publicationOf } from "../../client/mine/publication.ts";
import { useRoom, useRoomView } from "../../client/room/use-room.tsx";
import { ownIn } from "../../client/room/who.ts";
import { HiddenStub } from "../../client/session/hidden-stub.tsx";
import { useLock } from "../../client/session/use-meeting.ts";
import { useWorkspace } from "../../client/use-workspace.tsx";
import { MineGroups } from "./mine-groups.tsx";

const PAUSE = 600;

/** Makes one's own values public in the room, and takes them back: an act of its own, which says what the others will see. */
export function MinePublish({ patch }: { readonly patch: readonly unknown[] | null }) {
  const { room } = useRoom();
  const may = useRoomView((view) => view.you !== null && speakers.includes(view.you.role));
  const published = useRoomView((view) => ownIn(view, view.debate.overlays));
  const isOpen = useRoomView((view) => view.estimates.blind === false);
  const g = useWorkspace((workspace) => workspace.g);
  const [wantsG, setWithG] = useState<boolean | null>(null);
  const [keep, setKeep] = useState(false);
  const heading = useId();
  const lock = useLock("overlay");
  // While a round is blind, one's g stays out unless it is put in on purpose.
  const withG = wantsG ?? (published === null ? isOpen : published.g !== null);
  const state = patch && publicationOf(patch, published?.patch ?? null);
  const gIsOpen = published !== null && published.g !== (withG ? g : null);
  const publish = (group: string | null) => {
    if (patch !== null) room.send({ kind: "publish-overlay", group, patch: [...patch], g: withG ? g : null });
  };
  const open = state === null ? 0 : state.open + (gIsOpen ? 1 : 0);
  const text = patch === null ? "" : JSON.stringify([patch, withG ? g : null]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `text` says all that would be published
  useEffect(() => {
    if (!keep || published === null || open === 0 || lock !== null) return;
    const timer = setTimeout(() => publish(null), PAUSE);
    return () => clearTimeout(timer);
  }, [keep, text, open, lock]);
  // Whoever looks on is told above the strip that what they change stays with them.
  if (!may) return null;
  return (
    <section
      aria-labelledby={heading}
      className="mt-2 rounded-xl border border-rule bg-card px-4 py-3 text-sm"
    >
      <h3 id={heading} className="label">
        Publish
      </h3>
      <p aria-live="polite" data-testid="published" className="mt-0.5">
        {state === null
          ? "The model can't be read as it stands here: mend what is marked, then publish."
          : sayState(state.published, open)}
      </p>
      {lock !== null && <p className="mt-0.5 text-soft">{lock}.</p>}
      {published !== null && <HiddenStub to={overlayRef(published.id)} what="your values" isOwn />}
      <label className="mt-1 flex min-h-6 items-center gap-2">
        <input
          type="checkbox"
          className="size-4 accent-[var(--ink)]"
          checked={withG}
          onChange={(event) => setWithG(event.target.checked)}
        />
        <span>
          with my <span className="math italic">g</span> = <span className="math">{g}</span>
          {!isOpen && <span className="text-soft">: everybody sees it at once</span>}
        </span>
      </label>
      <div className="mt-2 flex flex-wrap items-center gap-2">
        <button
          type="button"
          className="button button-full"
          disabled={patch === null || lock !== null || (published !== null && open === 0)}
          onClick={() => publish(null)}
        >
          {published === null ? "Publish mine" : "Publish again"}
        </button>
        {published !== null && (
          <button
            type="button"
            className="button button-line"
            onClick={() => {
              setKeep(false);
              room.send({ kind: "withdraw-overlay", group: null });
            }}
          >
            Withdraw
          </button>
        )}
        {published !== null && (
          <label className="flex min-h-6 items-center gap-2">
            <input
              type="checkbox"
              className="size-4 accent-[var(--ink)]"
              checked={keep}
              onChange={(event) => setKeep(event.target.checked)}
            />
            publish as I change
          </label>
        )}
      </div>
      <MineGroups publish={publish} disabled={patch === null || lock !== null} />
    </section>
  );
}

const changes = (count: number): string => `${count} ${count === 1 ? "change" : "changes"}`;

function sayState(published: number | null, open: number): string {
  if (published === null)
    return open === 0
      ? "Not published. Publishing shows the room that you hold the same values."
      : `Not published: nobody else sees this. Publishing shows the room ${changes(open)}.`;
  if (open === 0) return `Published: ${changes(published)}.`;
  return `Published ${changes(published)}; ${open} not yet published.`;
}
