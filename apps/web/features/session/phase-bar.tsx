"use client";

import { ListOrdered, SkipForward } from "lucide-react";
import { useState } from "react";
import { later } from "../../client/later.tsx";
import { useRoom, useRoomView } from "../../client/room/use-room.tsx";
import { agendaOf } from "../../client/session/meeting.ts";
import { useHasMeeting, useIsMeeting, useLeads } from "../../client/session/use-meeting.ts";
import { Popover } from "../../ui/popover.tsx";
import { HandButton } from "./hand-button.tsx";
import { PhaseTimer, SpeakerTimer } from "./timers.tsx";

const Agenda = later(
  () => import("./agenda.tsx").then((file) => file.Agenda),
  () => <p className="p-3 text-soft">Opening …</p>,
);
const AgendaEditor = later(() => import("./agenda-editor.tsx").then((file) => file.AgendaEditor));

/** The phase that is on, the time that is left, and for who steers the meeting how to move on; nothing where no meeting is held. */
export function PhaseBar() {
  const isMeeting = useIsMeeting();
  const hasMeeting = useHasMeeting();
  const isLeader = useLeads();
  const [editing, setEditing] = useState(false);
  const { phases, at } = useRoomView(agendaOf);
  const on = phases[at];
  if (!hasMeeting) return null;
  return (
    <section aria-label="Phase and time" className="flex min-w-0 items-center gap-1">
      <Popover
        label={on === undefined ? "Agenda" : `${on.name} ${at + 1} of ${phases.length}, agenda`}
        className="button min-w-0 px-2"
        button={<Steps />}
      >
        {(close) => (
          <Agenda
            onEdit={() => {
              close();
              setEditing(true);
            }}
          />
        )}
      </Popover>
      <PhaseTimer />
      {isLeader && <Next />}
      <SpeakerTimer />
      {isMeeting && <HandButton />}
      {editing && <AgendaEditor onClose={() => setEditing(false)} />}
    </section>
  );
}

/** The agenda as one dash for each phase, with the name of the one that is on. */
function Steps() {
  const { phases, at } = useRoomView(agendaOf);
  const on = phases[at];
  if (on === undefined)
    return (
      <>
        <ListOrdered size={15} aria-hidden /> Agenda
      </>
    );
  return (
    <>
      <span aria-hidden className="flex shrink-0 gap-0.5 max-sm:hidden">
        {phases.map((phase) => (
          <span
            key={phase.id}
            className={`h-1.5 rounded-full ${phase.isOn ? "w-5 bg-ink" : phase.isBefore ? "w-2.5 bg-edge" : "w-2.5 bg-rule"}`}
          />
        ))}
      </span>
      <span data-testid="phase" className="min-w-0 truncate font-semibold">
        {on.name}
      </span>{" "}
      <span className="shrink-0 font-normal text-soft">
        {at + 1} of {phases.length}
      </span>
    </>
  );
}

/** Goes on to the next phase of the agenda; after the last one the meeting ends. */
function Next() {
  const { room } = useRoom();
  const { phases, at } = useRoomView(agendaOf);
  const next = phases[at + 1];
  if (phases.length === 0) return null;
  const text = at < 0 ? `Start “${next?.name ?? ""}”` : next ? `Next: “${next.name}”` : "End the last phase";
  return (
    <button
      type="button"
      title={text}
      aria-label={text}
      className={`button ${at < 0 ? "button-line" : ""}`}
      onClick={() => room.send({ kind: "start-phase", phase: next?.id ?? null })}
    >
      <SkipForward size={15} aria-hidden />
      {at < 0 && "Start"}
    </button>
  );
}
