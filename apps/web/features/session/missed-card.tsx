"use client";

import { History, X } from "lucide-react";
import { useState } from "react";
import { useSelection } from "../../client/debate/use-board.ts";
import { useEffects } from "../../client/debate/use-debate.tsx";
import type { DigestLine } from "../../client/reason/reason.ts";
import { useRoomView } from "../../client/room/use-room.tsx";
import { nameOf } from "../../client/room/who.ts";
import { agendaOf } from "../../client/session/meeting.ts";
import { useDigest } from "../../client/session/use-digest.ts";
import { useWorkspace } from "../../client/use-workspace.tsx";

/** So many new objections are named. */
const NAMED = 3;

/** What happened since entry `from`, by effect: where the meeting is, whose winner or flip changed, what was objected. */
export function MissedCard(props: {
  readonly from: number;
  /** When this device saw the room last, by its clock; null for somebody who comes late. */
  readonly at: number | null;
  /** One line, to be opened, where something else is asked of its reader first. */
  readonly isBrief: boolean;
  readonly onClose: () => void;
}) {
  const { from, at, isBrief, onClose } = props;
  const [open, setOpen] = useState(false);
  const digest = useDigest(from);
  const lines = digest?.kind === "digest" ? digest.lines : [];
  const { phases, at: on } = useRoomView(agendaOf);
  const sentence = useWorkspace((workspace) => workspace.view.strip?.sentence ?? "");
  const objections = useNewObjections(from);
  const isLate = at === null;
  const held = lines.filter(({ name }) => name !== null);
  // Coming back after a moment in which nothing happened is no news.
  if (!isLate && lines.length === 0 && objections.count === 0) return null;
  const phase = phases[on];
  return (
    <aside
      aria-label={isLate ? "What you missed" : "Since you left"}
      className="mb-2 rounded-xl border border-edge bg-card px-4 py-3 text-sm"
    >
      <div className="flex items-start gap-2">
        <h2 className="flex min-w-0 flex-1 items-center gap-1.5 font-semibold">
          <History size={15} aria-hidden className="shrink-0" />
          {isLate ? "What you missed" : `Since you left ${whenText(at)}`}
        </h2>
        {isBrief && (
          <button
            type="button"
            aria-expanded={open}
            className="button button-line -my-1 min-h-11"
            onClick={() => setOpen(!open)}
          >
            {open ? "Less" : "Read it"}
          </button>
        )}
        <button type="button" aria-label="I have read it" className="button -mt-1 -mr-2" onClick={onClose}>
          <X size={16} aria-hidden />
        </button>
      </div>
      <ul hidden={isBrief && !open} className="mt-1 space-y-1">
        {phase !== undefined && isLate && (
          <li>
            The meeting is at “{phase.name}”, {on + 1} of {phases.length}.
          </li>
        )}
        {lines
          .filter(({ name }) => !isLate || name === null)
          .map((line) => (
            <Line key={line.name ?? ""} line={line} />
          ))}
        {digest === null && <li className="text-soft">Working out what changed …</li>}
        {isLate && digest !== null && !lines.some(({ name }) => name === null) && (
          <li>The model is as it was at the start.</li>
        )}
        {!isLate && objections.count > 0 && (
          <li>
            {saidCount(objections.count)}
            <Objections {...objections} />
          </li>
        )}
        {isLate && objections.count + held.length > 0 && (
          <li>
            <details>
              <summary className="w-fit">
                {[
                  objections.count === 0 ? "" : saidCount(objections.count),
                  held.length === 0
                    ? ""
                    : `${held.length} ${held.length === 1 ? "has" : "have"} published values`,
                ]
                  .filter(Boolean)
                  .join("; ")}
              </summary>
              <ul className="mt-0.5 space-y-0.5">
                {held.map((line) => (
                  <Line key={line.name ?? ""} line={line} />
                ))}
              </ul>
              <Objections {...objections} />
            </details>
          </li>
        )}
        {isLate && sentence !== "" && <li className="font-serif text-base">{sentence}</li>}
      </ul>
    </aside>
  );
}

function Line({ line }: { readonly line: DigestLine }) {
  return (
    <li className="[overflow-wrap:anywhere]">
      <strong className="font-semibold">{line.name ?? "The room's model"}</strong>: {line.effect}
      {line.changes.length > 0 && (
        <span className="text-soft">
          {" "}
          ({line.changes.slice(0, 3).join("; ")}
          {line.changes.length > 3 ? `; and ${line.changes.length - 3} more` : ""})
        </span>
      )}
    </li>
  );
}

type News = {
  readonly count: number;
  readonly named: readonly {
    readonly id: string;
    readonly by: string;
    readonly text: string;
    readonly patch: readonly unknown[];
  }[];
};

/** Objections of others that were raised after entry `from`, the newest first; how many there are. */
function useNewObjections(from: number): News {
  return useRoomView((view) => {
    const all = Object.values(view.debate.objections)
      .filter(
        ({ seq, author, text }) =>
          seq > from && author !== view.you?.id && author !== view.pseudonym && text !== "",
      )
      .toSorted((a, b) => b.seq - a.seq);
    return {
      count: all.length,
      named: all.slice(0, NAMED).map(({ id, author, text, readings, replyTo }) => ({
        id,
        by: nameOf(view, author),
        text: text.length > 70 ? `${text.slice(0, 68)} …` : text,
        // A reply's patch builds on what it answers: by itself it says nothing.
        patch: replyTo === null ? (readings[0]?.patch ?? []) : [],
      })),
    };
  });
}

const saidCount = (count: number): string => (count === 1 ? "1 new objection" : `${count} new objections`);

function Objections({ named }: News) {
  const { store } = useSelection();
  const effects = useEffects(named.map(({ patch }) => ({ over: [], patch })));
  return (
    <ul className="mt-0.5 space-y-0.5 pl-3">
      {named.map(({ id, by, text, patch }, at) => {
        const effect = patch.length === 0 ? null : (effects[at]?.effect ?? null);
        return (
          <li key={id} className="[overflow-wrap:anywhere]">
            {by}:{" "}
            <button type="button" className="text-left underline" onClick={() => store.goToCard(id)}>
              {text}
            </button>
            {effect !== null && <span className="math ml-1 font-semibold">{effect.badge}</span>}
          </li>
        );
      })}
    </ul>
  );
}

/** How long ago something was, in words. */
function whenText(at: number): string {
  const minutes = Math.round((Date.now() - at) / 60_000);
  if (minutes < 1) return "a moment ago";
  if (minutes < 60) return minutes === 1 ? "a minute ago" : `${minutes} minutes ago`;
  const hours = Math.round(minutes / 60);
  if (hours < 36) return hours === 1 ? "an hour ago" : `${hours} hours ago`;
  return `${Math.round(hours / 24)} days ago`;
}
