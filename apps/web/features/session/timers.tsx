"use client";

import { Hourglass, Mic, Pause, Play, Plus } from "lucide-react";
import { useRoom, useRoomView } from "../../client/room/use-room.tsx";
import { sayRemaining } from "../../client/session/countdown.ts";
import { floorOf } from "../../client/session/meeting.ts";
import { type Countdown, useAnnounced, useCountdown, useLeads } from "../../client/session/use-meeting.ts";

/** What is left of the phase, with the controls of whoever steers the meeting. */
export function PhaseTimer() {
  const { room } = useRoom();
  const isLeader = useLeads();
  const countdown = useCountdown("phase");
  const said = useAnnounced(countdown);
  const percent = useRoomView((view) => view.session.timePercent);
  if (countdown === null) return null;
  const set = (what: "pause" | "resume") =>
    room.send({ kind: "set-timer", timer: "phase", set: { do: what } });
  return (
    <span className="flex shrink-0 items-center">
      <Clock countdown={countdown} label="Time left in this phase" said={said} />
      {percent !== 100 && (
        <span className="label ml-1 max-sm:sr-only" title={`Everybody has ${percent}% of the planned time`}>
          extended
        </span>
      )}
      {isLeader && (
        <>
          <button
            type="button"
            className="button ml-0.5 px-1.5"
            aria-label={countdown.isPaused ? "Go on with the timer" : "Pause the timer"}
            title={countdown.isPaused ? "Go on" : "Pause"}
            onClick={() => set(countdown.isPaused ? "resume" : "pause")}
          >
            {countdown.isPaused ? <Play size={15} aria-hidden /> : <Pause size={15} aria-hidden />}
          </button>
          <button
            type="button"
            className="button px-1.5"
            aria-label="1 min more"
            title="One minute more"
            onClick={() => room.send({ kind: "set-timer", timer: "phase", set: { do: "add", seconds: 60 } })}
          >
            <Plus size={13} aria-hidden className="-mr-1" />1 min
          </button>
        </>
      )}
    </span>
  );
}

/** Who speaks and for how long yet. */
export function SpeakerTimer() {
  const { speaker } = useRoomView(floorOf);
  const countdown = useCountdown("speaker");
  const said = useAnnounced(countdown);
  if (speaker === null) return null;
  return (
    <span className="flex min-w-0 items-center gap-1 rounded-full border border-rule px-2 py-0.5 text-[0.8125rem]">
      <Mic size={14} aria-hidden className="shrink-0" />
      <span className="min-w-0 truncate" data-testid="speaker">
        {speaker.isYou ? "You speak" : speaker.name}
      </span>
      {countdown !== null && (
        <Clock countdown={countdown} label="Time left for the speaker" said={speaker.isYou ? said : ""} />
      )}
    </span>
  );
}

/** A countdown in figures; a screen reader hears only its moments. */
function Clock(props: { readonly countdown: Countdown; readonly label: string; readonly said: string }) {
  const { countdown, label, said } = props;
  const isOver = countdown.ms <= -1_000;
  return (
    <>
      <span
        role="timer"
        aria-live="off"
        aria-label={label}
        title={isOver ? "Over time" : countdown.isPaused ? "Paused" : label}
        className={`figure flex items-center gap-1 font-semibold ${isOver ? "text-alarm" : countdown.isPaused ? "text-soft" : ""}`}
      >
        {isOver && <Hourglass size={13} aria-hidden />}
        {sayRemaining(countdown.ms)}
        {countdown.isPaused && <span className="font-normal text-xs">paused</span>}
      </span>
      <span role="status" className="sr-only">
        {said}
      </span>
    </>
  );
}
