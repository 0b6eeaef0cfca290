"use client";

import { Check, ChevronRight, Pencil, Play, Square } from "lucide-react";
import { useRoom, useRoomView } from "../../client/room/use-room.tsx";
import { sayDuration } from "../../client/session/countdown.ts";
import { agendaOf, mayNow } from "../../client/session/meeting.ts";
import { useLeads } from "../../client/session/use-meeting.ts";

/** All phases with the one that is on and what it allows you; whoever steers the meeting goes to any of them. */
export function Agenda({ onEdit }: { readonly onEdit: () => void }) {
  const { room } = useRoom();
  const { phases, at } = useRoomView(agendaOf);
  const may = useRoomView(mayNow);
  const isModerator = useRoomView((view) => view.you?.role === "moderator");
  const percent = useRoomView((view) => view.session.timePercent);
  const isLeader = useLeads();
  return (
    <div className="w-72 max-w-full p-2 text-sm">
      <ol aria-label="Phases" className="space-y-0.5">
        {phases.map((phase) => (
          <li
            key={phase.id}
            aria-current={phase.isOn ? "step" : undefined}
            className={`flex min-h-9 items-center gap-2 rounded-md px-2 ${phase.isOn ? "bg-well font-semibold" : ""}`}
          >
            {phase.isOn ? (
              <ChevronRight size={15} aria-hidden />
            ) : phase.isBefore ? (
              <Check size={15} aria-hidden className="text-soft" />
            ) : (
              <span className="w-[15px]" />
            )}
            <span className="min-w-0 flex-1 [overflow-wrap:anywhere]">{phase.name}</span>
            <span className="shrink-0 text-soft text-xs">
              {phase.seconds === null ? "no timer" : sayDuration(phase.seconds)}
            </span>
            {isLeader && !phase.isOn && (
              <button
                type="button"
                className="button min-h-7 px-1.5"
                aria-label={`Start “${phase.name}”`}
                onClick={() => room.send({ kind: "start-phase", phase: phase.id })}
              >
                <Play size={14} aria-hidden />
              </button>
            )}
          </li>
        ))}
      </ol>
      {may !== null && (
        <p className="mt-2 border-rule border-t pt-2 text-soft">
          {may.length === 0 ? "In this phase you listen." : `In this phase you may ${listed(may)}.`}
        </p>
      )}
      {isModerator && (
        <label className="mt-2 flex items-center gap-2 border-rule border-t pt-2">
          Time for everybody
          <select
            value={percent}
            onChange={(event) => room.send({ kind: "set-extra-time", percent: Number(event.target.value) })}
            className="field ml-auto py-0"
          >
            {[...new Set([100, 125, 150, 200, percent])]
              .toSorted((a, b) => a - b)
              .map((one) => (
                <option key={one} value={one}>
                  {one === 100 ? "as planned" : `${one}%`}
                </option>
              ))}
          </select>
        </label>
      )}
      {isLeader && (
        <div className="mt-2 flex flex-wrap gap-1">
          {isModerator && (
            <button type="button" className="button button-line" onClick={onEdit}>
              <Pencil size={14} aria-hidden /> Edit the agenda
            </button>
          )}
          {at >= 0 && (
            <button
              type="button"
              className="button button-line"
              title="No phase is on then: roles alone say who may do what"
              onClick={() => room.send({ kind: "start-phase", phase: null })}
            >
              <Square size={13} aria-hidden /> End
            </button>
          )}
        </div>
      )}
    </div>
  );
}

const listed = (words: readonly string[]): string =>
  words.length < 2 ? words.join("") : `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
