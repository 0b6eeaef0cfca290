"use client";

import type { Timers } from "@crux/room/client";
import { sayRemaining } from "../../client/session/countdown.ts";
import { useCountdown } from "../../client/session/use-meeting.ts";

/** What is left of the phase's time or the speaker's, large; nothing where no timer is set. */
export function Countdown({ of, className }: { readonly of: keyof Timers; readonly className?: string }) {
  const countdown = useCountdown(of);
  if (countdown === null) return null;
  const text = sayRemaining(countdown.ms);
  return (
    <p
      data-testid={`${of}-timer`}
      role="timer"
      className={`figure shrink-0 font-semibold text-[1.5rem] leading-none ${text.startsWith("+") ? "text-alarm" : ""} ${className ?? ""}`}
    >
      {text}
      {countdown.isPaused && <span className="ml-[0.3rem] font-normal text-[0.875rem]">paused</span>}
    </p>
  );
}
