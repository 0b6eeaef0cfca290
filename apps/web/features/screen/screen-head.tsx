"use client";

import { phaseOf } from "@crux/room/client";
import { useRoomView } from "../../client/room/use-room.tsx";
import { Countdown } from "./countdown.tsx";

/** What the meeting is about, where in its agenda it is, and how much time is left. */
export function ScreenHead() {
  const title = useRoomView((view) => view.rows.scenario.texts.title ?? "");
  const phase = useRoomView((view) => phaseOf(view.session));
  const agenda = useRoomView((view) => view.session.agenda.map(({ id, name }) => ({ id, name })));
  const online = useRoomView((view) => view.connection.kind === "online");
  const ended = useRoomView((view) => view.connection.kind === "ended");
  return (
    <header className="flex items-baseline gap-x-[1.2rem]">
      <h1 className="min-w-0 truncate font-semibold font-serif text-[1.1rem]">{title || "Untitled room"}</h1>
      {!online && (
        <p role="status" className="shrink-0 rounded-md bg-well px-[0.4rem] text-[0.875rem]">
          {ended ? "Not in the room any more" : "Connecting …"}
        </p>
      )}
      {phase !== null && (
        <ol
          aria-label="Agenda"
          className="ml-auto flex gap-x-[0.7rem] text-[0.875rem] text-soft max-md:hidden"
        >
          {agenda.map(({ id, name }) => (
            <li
              key={id}
              aria-current={id === phase.id ? "step" : undefined}
              className="aria-[current=step]:border-ink aria-[current=step]:border-b-[0.15rem] aria-[current=step]:font-semibold aria-[current=step]:text-ink"
            >
              {name}
            </li>
          ))}
        </ol>
      )}
      {phase !== null && <p className="ml-auto font-semibold text-[0.9rem] md:hidden">{phase.name}</p>}
      <Countdown of="phase" className={phase === null ? "ml-auto" : ""} />
    </header>
  );
}
