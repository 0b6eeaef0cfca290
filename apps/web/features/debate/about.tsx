"use client";

import { MessageSquarePlus, X } from "lucide-react";
import { thingAt } from "../../client/debate/selected-thing.ts";
import { useSelection } from "../../client/debate/use-board.ts";
import { useDrafts } from "../../client/debate/use-debate.tsx";
import { useRoomView } from "../../client/room/use-room.tsx";
import { AboutMeeting } from "./about-meeting.tsx";
import { useRailRoom } from "./rail-room.tsx";
import { Reactions } from "./reactions.tsx";

/** What the reader is in: how people stand to exactly this, and the way to doubt it. */
export function About() {
  const { chosen, store } = useSelection();
  const drafts = useDrafts();
  const { speaks, locks } = useRailRoom();
  const ref = chosen.selected?.ref ?? "";
  const thing = useRoomView((view) => (ref === "" ? null : thingAt(view, ref)));
  const said = useRoomView((view) => view.debate.reactions[ref] ?? {});
  if (thing === null) return null;
  return (
    <div className="flex flex-wrap items-center gap-x-2 gap-y-1 rounded-xl bg-well px-3 py-2 text-sm">
      <p className="min-w-0 flex-1">
        <span className="text-soft">You are at </span>
        <bdi className="font-medium [overflow-wrap:anywhere]">{thing.name}</bdi>
      </p>
      <button
        type="button"
        aria-label="Forget where I am"
        className="button px-1.5"
        onClick={() => {
          store.select(null);
          if (chosen.shown === "about") store.show("all");
        }}
      >
        <X size={14} aria-hidden />
      </button>
      <div className="flex basis-full flex-wrap items-center gap-x-2">
        <Reactions to={ref} what={thing.name} said={said} />
        {speaks && drafts !== null && (
          <button
            type="button"
            className="button ml-auto px-1.5"
            disabled={locks.object !== null}
            title={locks.object ?? undefined}
            onClick={() => drafts.store.startDoubt(thing.target)}
          >
            <MessageSquarePlus size={15} aria-hidden /> I doubt this
          </button>
        )}
      </div>
      <AboutMeeting thing={ref} name={thing.name} />
    </div>
  );
}
