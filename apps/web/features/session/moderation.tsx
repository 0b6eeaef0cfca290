"use client";

import { limits, pseudonymName, type RoomView } from "@crux/room/client";
import { LockOpen, MicOff, UserCheck } from "lucide-react";
import { useRoom, useRoomView } from "../../client/room/use-room.tsx";
import { nameOf } from "../../client/room/who.ts";
import { HiddenList } from "../../client/session/hidden-list.tsx";
import { noteLines } from "../../client/session/notes.ts";
import { thingName } from "../../client/session/things.ts";
import { PersonActions } from "./person-actions.tsx";

/** What moderators rule over beside phases: names, the door, what is locked, who is muted; and what they did, for everybody. */
export function Moderation() {
  const isModerator = useRoomView((view) => view.you?.role === "moderator" && !view.closed);
  return (
    <div className="space-y-3 text-sm">
      {isModerator && (
        <>
          <Anonymous />
          <Door />
          <Lists />
        </>
      )}
      <Log />
    </div>
  );
}

function Anonymous() {
  const { room } = useRoom();
  const on = useRoomView((view) => view.session.anonymous);
  return (
    <label className="flex items-start gap-2">
      <input
        type="checkbox"
        checked={on}
        onChange={(event) => room.send({ kind: "set-anonymous", on: event.target.checked })}
        className="mt-1 size-4 accent-[var(--ink)]"
      />
      <span>
        Anonymous room
        <span className="block text-soft text-xs">
          What people say from now on stands under a made-up name. Nobody in the room is told whose it is, you
          included. Who is here and whose hand is up stays under names, and so does who edits the model: for
          values without names, let people object or publish their own. Whoever runs the server could find
          out.
        </span>
      </span>
    </label>
  );
}

function Door() {
  const { room } = useRoom();
  const closed = useRoomView((view) => view.session.doorClosed);
  const hidden = useRoomView((view) => view.code.hidden);
  return (
    <div className="flex flex-wrap gap-1.5">
      <button
        type="button"
        aria-pressed={closed}
        title="Those who have been here may still come back"
        className="button button-line"
        onClick={() => room.send({ kind: "close-door", closed: !closed })}
      >
        {closed ? "Let new people in again" : "Let nobody new in"}
      </button>
      <button
        type="button"
        className="button button-line"
        onClick={() => room.send({ kind: "set-code", hidden: !hidden })}
      >
        {hidden ? "Show the code" : "Hide the code"}
      </button>
    </div>
  );
}

/** Ids that speak under a made-up name here. */
function voicesOf({ people, debate, estimates, session }: RoomView): readonly string[] {
  const ids = [
    ...Object.values(debate.objections).map(({ author }) => author),
    ...Object.values(debate.claims).map(({ by }) => by),
    ...Object.values(debate.overlays).flatMap(({ id, group }) => (group === null ? [id] : [])),
    ...Object.keys(estimates.values),
    ...Object.values(session.polls).flatMap(({ answers }) => Object.keys(answers)),
  ];
  return [...new Set(ids)].filter((id) => !people.some((one) => one.id === id));
}

function Lists() {
  const { room } = useRoom();
  const muted = useRoomView((view) =>
    Object.entries(view.session.muted).map(([id, { until }]) => ({ id, until, name: nameOf(view, id) })),
  );
  const locked = useRoomView((view) =>
    Object.keys(view.session.locks).map((row) => ({ row, name: thingName(view, row) })),
  );
  const removed = useRoomView((view) =>
    view.people.filter((one) => one.removed).map(({ id, name }) => ({ id, name })),
  );
  const voices = useRoomView((view) => voicesOf(view).filter((id) => view.session.muted[id] === undefined));
  const row = (key: string, text: string, button: string, Icon: typeof MicOff, run: () => void) => (
    <li key={key} className="flex items-center gap-2 py-1">
      <Icon size={14} aria-hidden className="shrink-0" />
      <span className="min-w-0 flex-1 [overflow-wrap:anywhere]">{text}</span>
      <button type="button" className="button button-line min-h-7" onClick={run}>
        {button}
      </button>
    </li>
  );
  return (
    <>
      {muted.length + locked.length + removed.length > 0 && (
        <ul aria-label="Muted, locked and removed" className="divide-y divide-rule">
          {muted.map(({ id, name, until }) =>
            row(
              id,
              `${name} is muted${until === "phase" ? " until the next phase" : ""}`,
              "Unmute",
              MicOff,
              () => room.send({ kind: "unmute", person: id }),
            ),
          )}
          {locked.map(({ row: ref, name }) =>
            row(ref, `Locked: ${name}`, "Unlock", LockOpen, () =>
              room.send({ kind: "lock-term", row: ref, locked: false }),
            ),
          )}
          {removed.map(({ id, name }) =>
            row(`out ${id}`, `${name || "Someone"} was sent out`, "Let back in", UserCheck, () =>
              room.send({ kind: "readmit-person", person: id }),
            ),
          )}
        </ul>
      )}
      <HiddenList />
      {voices.length > 0 && (
        <ul aria-label="Made-up names" className="divide-y divide-rule">
          {voices.map((id) => (
            <li key={id} className="flex flex-wrap items-center gap-2 py-1">
              <span className="min-w-0 flex-1">{pseudonymName(id)}</span>
              <PersonActions person={id} name={pseudonymName(id)} />
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

/** The public record. */
function Log() {
  const lines = useRoomView(noteLines);
  return (
    <details>
      <summary className="label w-fit">What moderators did ({lines.length})</summary>
      {lines.length === 0 ? (
        <p className="mt-1 text-soft">Nothing so far. Whatever they do here is listed for everybody.</p>
      ) : (
        <>
          {lines.length >= limits.notes && (
            <p className="mt-1 text-soft text-sm">
              The last {limits.notes.toLocaleString("en")}; the room keeps no older ones.
            </p>
          )}
          <ol aria-label="What moderators did" className="mt-1 divide-y divide-rule">
            {lines.map(({ seq, at, text }) => (
              <li key={seq} className="flex gap-2 py-1">
                <time
                  dateTime={new Date(at).toISOString()}
                  className="figure shrink-0 text-soft text-xs leading-5"
                >
                  {new Date(at).toLocaleTimeString([], { hour: "2-digit", minute: "2-digit" })}
                </time>
                <span className="min-w-0 [overflow-wrap:anywhere]">{text}</span>
              </li>
            ))}
          </ol>
        </>
      )}
    </details>
  );
}
