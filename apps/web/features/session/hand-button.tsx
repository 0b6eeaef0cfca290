"use client";

import { Hand, Mic } from "lucide-react";
import { later } from "../../client/later.tsx";
import { useRoom, useRoomView } from "../../client/room/use-room.tsx";
import { floorOf } from "../../client/session/meeting.ts";
import { useLeads } from "../../client/session/use-meeting.ts";
import { Popover } from "../../ui/popover.tsx";

const QueueBox = later(
  () => import("./queue-box.tsx").then((file) => file.QueueBox),
  () => <p className="p-3 text-soft">Opening …</p>,
);

/** How many hands are up, with the queue behind it; whoever steers the meeting recognises the next one from here. */
export function HandButton() {
  const { room } = useRoom();
  const isLeader = useLeads();
  const { queue, isUp } = useRoomView(floorOf);
  const next = queue[0];
  return (
    <>
      <Popover
        label={`Speaking queue, ${queue.length === 0 ? "nobody waits" : `${queue.length} waiting`}${isUp ? ", your hand is up" : ""}`}
        className={`button px-2 ${isUp ? "button-full" : ""}`}
        button={
          <>
            <Hand size={15} aria-hidden />
            {queue.length > 0 && <span className="figure">{queue.length}</span>}
          </>
        }
      >
        {() => (
          <div className="w-80 max-w-full p-2">
            <QueueBox />
          </div>
        )}
      </Popover>
      {isLeader && next !== undefined && (
        <button
          type="button"
          title={`${next.name} ${next.reason}. Gives the floor, starts the timer and shows the point on the screen.`}
          className="button button-line min-w-0 max-w-40"
          onClick={() => room.send({ kind: "recognise", person: next.person, seconds: null })}
        >
          <Mic size={14} aria-hidden className="shrink-0" />
          <span className="min-w-0 truncate">
            <span className="sr-only">Recognise </span>
            {next.name}
          </span>
        </button>
      )}
    </>
  );
}
