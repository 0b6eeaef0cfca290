"use client";

import { type QueuePlace, queueOf } from "@crux/room/client";
import { useRoomView } from "../../client/room/use-room.tsx";
import { nameOf } from "../../client/room/who.ts";
import { Countdown } from "./countdown.tsx";

const WHY: Readonly<Record<QueuePlace["reason"], string>> = {
  reply: "answers this point",
  "first-time": "has not spoken yet",
  again: "has spoken before",
  skipped: "was passed over",
};

/** Who speaks and for how long, who is next and why, and how many wait behind them. */
export function Floor() {
  const speaker = useRoomView((view) =>
    view.session.floor.speaker === null ? null : nameOf(view, view.session.floor.speaker.person),
  );
  const queue = useRoomView((view) =>
    queueOf(view.session.floor).map(({ hand, reason }) => ({ name: nameOf(view, hand.person), reason })),
  );
  const [next, ...others] = queue;
  if (speaker === null && next === undefined) return null;
  return (
    <div data-testid="floor" className="min-h-0 overflow-hidden">
      {speaker !== null && (
        <div>
          <p className="label text-[0.7rem]">Speaking</p>
          <p className="line-clamp-2 font-semibold text-[1.25rem] leading-tight [overflow-wrap:anywhere]">
            <bdi>{speaker}</bdi>
          </p>
          <Countdown of="speaker" className="mt-[0.1rem]" />
        </div>
      )}
      {next !== undefined && (
        <div className="mt-[0.4rem]">
          <p className="label text-[0.7rem]">Next</p>
          <p className="line-clamp-2 font-medium text-[1rem] leading-tight [overflow-wrap:anywhere]">
            <bdi>{next.name}</bdi>
          </p>
          <p className="text-[0.75rem] text-soft">{WHY[next.reason]}</p>
          {others.length > 0 && <p className="text-[0.75rem] text-soft">and {others.length} more</p>}
        </div>
      )}
    </div>
  );
}
