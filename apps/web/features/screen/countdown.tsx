"use client";

import { remainingMs } from "@crux/room/client";
import { useEffect, useState } from "react";
import { useRoomView } from "../../client/room/use-room.tsx";

/** What is left of the phase's time or the speaker's, by the server's clock; nothing where no timer runs. */
export function Countdown({
  of,
  className,
}: {
  readonly of: "phase" | "speaker";
  readonly className?: string;
}) {
  const timer = useRoomView((view) => view.session.timers[of]);
  const offset = useRoomView((view) => view.clockOffsetMs);
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    if (timer?.since == null) return;
    setNow(Date.now());
    const ticking = setInterval(() => setNow(Date.now()), 250);
    return () => clearInterval(ticking);
  }, [timer]);
  if (timer === null) return null;
  const seconds = Math.ceil(remainingMs(timer, now + offset) / 1_000);
  const isOver = seconds <= 0;
  return (
    <p
      data-testid={`${of}-timer`}
      role="timer"
      className={`figure shrink-0 font-semibold text-[1.5rem] leading-none ${isOver ? "text-alarm" : ""} ${className ?? ""}`}
    >
      {isOver && <span className="mr-[0.3rem] text-[0.8rem]">over by</span>}
      {clock(Math.abs(seconds))}
      {timer.since === null && <span className="ml-[0.3rem] font-normal text-[0.8rem]">paused</span>}
    </p>
  );
}

/** Whole seconds as minutes and seconds. */
const clock = (seconds: number): string =>
  `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, "0")}`;
