"use client";

import { EyeOff } from "lucide-react";
import { useRoom, useRoomView } from "../../client/room/use-room.tsx";
import { useRailRoom } from "./rail-room.tsx";

/** That a moderator hid an objection, and why; nothing where it is not hidden. Its author and moderators still read it. */
export function Stub({ objection }: { readonly objection: string }) {
  const { room } = useRoom();
  const { moderates, isYou, nameOf } = useRailRoom();
  const to = `objection/${objection}`;
  const hidden = useRoomView((view) => view.session.hidden[to] ?? null);
  if (hidden === null) return null;
  return (
    <p className="flex flex-wrap items-center gap-x-2 gap-y-1 rounded-md border border-edge border-dashed px-2.5 py-1.5 text-sm">
      <EyeOff size={15} aria-hidden className="shrink-0" />
      <span className="min-w-0 flex-1 [overflow-wrap:anywhere]">
        {isYou(hidden.by) ? "You" : nameOf(hidden.by)} hid it: <bdi>{hidden.reason}</bdi>
      </span>
      {moderates && (
        <button
          type="button"
          className="button button-line"
          onClick={() => room.send({ kind: "unhide", to })}
        >
          Show it again
        </button>
      )}
    </p>
  );
}
