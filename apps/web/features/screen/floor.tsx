"use client";

import { useRoomView } from "../../client/room/use-room.tsx";
import { floorOf } from "../../client/session/meeting.ts";
import { Countdown } from "./countdown.tsx";

/** Who speaks and for how long, who is next and why, and how many wait behind them. */
export function Floor() {
  const { speaker, queue } = useRoomView(floorOf);
  const [next, ...others] = queue;
  if (speaker === null && next === undefined) return null;
  return (
    <div data-testid="floor" className="min-h-0 overflow-hidden">
      {speaker !== null && (
        <div>
          <p className="label text-[0.875rem]">Speaking</p>
          <p className="line-clamp-2 font-semibold text-[1.25rem] leading-tight [overflow-wrap:anywhere]">
            <bdi>{speaker.name}</bdi>
          </p>
          <Countdown of="speaker" className="mt-[0.1rem]" />
        </div>
      )}
      {next !== undefined && (
        <div className="mt-[0.4rem]">
          <p className="label text-[0.875rem]">Next</p>
          <p className="line-clamp-2 font-medium text-[1rem] leading-tight [overflow-wrap:anywhere]">
            <bdi>{next.name}</bdi>
          </p>
          <p className="text-[0.875rem] text-soft">{next.reason}</p>
          {others.length > 0 && <p className="text-[0.875rem] text-soft">and {others.length} more</p>}
        </div>
      )}
    </div>
  );
}
