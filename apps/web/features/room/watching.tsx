"use client";

import { Hand } from "lucide-react";
import { useMine } from "../../client/mine/use-mine.tsx";
import { useRoom, useRoomView } from "../../client/room/use-room.tsx";
import { floorOf } from "../../client/session/meeting.ts";
import { useLock } from "../../client/session/use-meeting.ts";

/** Tells whoever looks on that what they change stays theirs, and lets them ask for the floor or for a part in it. */
export function Watching() {
  const { room } = useRoom();
  const you = useRoomView((view) => view.you);
  const { queue, isUp } = useRoomView(floorOf);
  const lock = useLock("speak");
  const mine = useMine();
  if (you === null || you.role !== "viewer") return null;
  const place = queue.findIndex((one) => one.isYou);
  return (
    <div className="mb-1.5 flex flex-wrap items-center gap-x-3 gap-y-1 rounded-lg bg-well px-3 py-1.5 text-sm">
      <p className="min-w-0 flex-1 basis-60">
        {mine?.on === false
          ? "You look on."
          : "You look on. Drag and type as you like: it stays on your page, and nobody is sent it."}
      </p>
      {mine !== null && mine.other === null && (
        <button type="button" className="button button-line" onClick={() => void mine.show(!mine.on)}>
          {mine.on ? "Back to the room" : "Try things out"}
        </button>
      )}
      <p role="status" className="text-soft">
        {lock ?? (place < 0 ? "" : place === 0 ? "You are next." : `${place} before you.`)}
      </p>
      <button
        type="button"
        aria-pressed={isUp}
        disabled={lock !== null && !isUp}
        title={lock ?? "The moderator sees your hand, and can give you the floor or a part in the debate"}
        className={`button ${isUp ? "button-full" : "button-line"}`}
        onClick={() =>
          room.send(
            isUp ? { kind: "lower-hand", person: you.id } : { kind: "raise-hand", reply: false, about: null },
          )
        }
      >
        <Hand size={15} aria-hidden /> {isUp ? "Take my hand down" : "Ask to speak"}
      </button>
    </div>
  );
}
