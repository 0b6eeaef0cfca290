"use client";

import { editors, limits } from "@crux/room/client";
import { BookOpenText, Frown, Lock, LockOpen, Presentation } from "lucide-react";
import { type FormEvent, useId, useState } from "react";
import { useRoom, useRoomView } from "../../client/room/use-room.tsx";
import { useHidden } from "../../client/session/hidden.ts";
import { HiddenStub } from "../../client/session/hidden-stub.tsx";
import { HideButton } from "../../client/session/hide-button.tsx";
import { glossAt, isLostAt, rowOf } from "../../client/session/things.ts";
import { useIsMeeting, useLeads } from "../../client/session/use-meeting.ts";

/** What a meeting lets one do with the selected thing: say that one is lost, explain it, put it on the screen. */
export function AboutMeeting({ thing, name }: { readonly thing: string; readonly name: string }) {
  const { room } = useRoom();
  const to = rowOf(thing);
  const isLost = useRoomView((view) => isLostAt(view, to));
  const gloss = useRoomView((view) => glossAt(view, to));
  const mayLose = useRoomView((view) => view.you !== null && view.you.role !== "screen" && !view.closed);
  const mayExplain = useRoomView(
    (view) => view.you !== null && editors.includes(view.you.role) && !view.closed,
  );
  const isModerator = useRoomView((view) => view.you?.role === "moderator" && !view.closed);
  const isLocked = useRoomView((view) => view.session.locks[to] !== undefined);
  const isMeeting = useIsMeeting();
  const isLeader = useLeads();
  const isShown = useRoomView(({ session }) => {
    const what = session.spotlight?.what;
    return what?.kind === "row" && what.row === to;
  });
  const isHidden = useHidden(`gloss/${to}`) !== null;
  const [explaining, setExplaining] = useState(false);
  const isRow = to.includes("/");
  return (
    <div className="basis-full">
      {gloss !== null && (
        <div className="mb-1 flex flex-wrap gap-1.5 [overflow-wrap:anywhere]">
          <BookOpenText size={15} aria-hidden className="mt-0.5 shrink-0" />
          <p className="min-w-0 flex-1">
            {gloss.text} <span className="text-soft text-xs">{gloss.by}</span>
          </p>
          <HideButton to={`gloss/${to}`} name={`the plain words on ${name}`} />
        </div>
      )}
      <HiddenStub to={`gloss/${to}`} what="the plain words" />
      <div className="-mx-1.5 flex flex-wrap gap-1">
        {mayLose && (
          <button
            type="button"
            aria-pressed={isLost}
            title={isLost ? "Take it back" : "Moderators see how many are lost here, and nobody sees who"}
            className="button min-h-7 px-1.5 aria-pressed:bg-card aria-pressed:font-semibold"
            onClick={() => room.send({ kind: "lost-me", to, on: !isLost })}
          >
            <Frown size={14} aria-hidden /> {isLost ? "You lost me ✓" : "Lost me"}
          </button>
        )}
        {mayExplain && !isHidden && (
          <button
            type="button"
            aria-expanded={explaining}
            className="button min-h-7 px-1.5"
            onClick={() => setExplaining(!explaining)}
          >
            <BookOpenText size={14} aria-hidden /> In plain words
          </button>
        )}
        {isLeader && isMeeting && isRow && (
          <button
            type="button"
            aria-pressed={isShown}
            className="button min-h-7 px-1.5 aria-pressed:bg-card"
            onClick={() =>
              room.send({ kind: "show-on-screen", what: isShown ? null : { kind: "row", row: to } })
            }
          >
            <Presentation size={14} aria-hidden /> {isShown ? "On the screen ✓" : "Show on the screen"}
          </button>
        )}
        {isModerator && isRow && !isLocked && (
          <button
            type="button"
            title="Nobody changes it, you included, until you unlock it"
            className="button min-h-7 px-1.5"
            onClick={() => room.send({ kind: "lock-term", row: to, locked: true })}
          >
            <Lock size={14} aria-hidden /> Lock
          </button>
        )}
        {isModerator && isLocked && (
          <button
            type="button"
            className="button min-h-7 px-1.5"
            onClick={() => room.send({ kind: "lock-term", row: to, locked: false })}
          >
            <LockOpen size={14} aria-hidden /> Unlock
          </button>
        )}
      </div>
      {isLocked && (
        <p className="text-soft text-xs">Locked: nobody changes it until a moderator unlocks it.</p>
      )}
      {explaining && !isHidden && (
        <Explain key={to} to={to} name={name} onDone={() => setExplaining(false)} />
      )}
    </div>
  );
}

/** Plain words to be pinned to a thing; empty takes them off. */
function Explain(props: { readonly to: string; readonly name: string; readonly onDone: () => void }) {
  const { room } = useRoom();
  const [text, setText] = useState(() => room.getSnapshot().session.glosses[props.to]?.text ?? "");
  const field = useId();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    room.send({ kind: "pin-gloss", to: props.to, text: text.trim() });
    props.onDone();
  };
  return (
    <form onSubmit={submit} className="mt-1.5 space-y-1.5">
      <label htmlFor={field} className="label block">
        {props.name} in plain words, for everybody
      </label>
      <textarea
        id={field}
        value={text}
        rows={2}
        maxLength={limits.glossText}
        // biome-ignore lint/a11y/noAutofocus: it opens on the press of a button that asks for these words
        autoFocus
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => event.key === "Escape" && props.onDone()}
        className="field w-full"
      />
      <div className="flex justify-end gap-2">
        <button type="button" className="button" onClick={props.onDone}>
          Cancel
        </button>
        <button type="submit" className="button button-full">
          {text.trim() === "" ? "Take it off" : "Pin it"}
        </button>
      </div>
    </form>
  );
}
