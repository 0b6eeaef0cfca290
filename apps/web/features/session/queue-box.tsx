"use client";

import { ChevronsDown, Hand, Mic, Plus, Reply, X } from "lucide-react";
import { thingAt } from "../../client/debate/selected-thing.ts";
import { useSelection } from "../../client/debate/use-board.ts";
import { useRoom, useRoomView } from "../../client/room/use-room.tsx";
import { floorOf, type QueueItem } from "../../client/session/meeting.ts";
import { useLeads, useLock } from "../../client/session/use-meeting.ts";

/** Who speaks, who is next and why, and one's own hand; whoever steers the meeting gives the floor with one press. */
export function QueueBox() {
  const { speaker, queue } = useRoomView(floorOf);
  return (
    <section aria-label="Speaking queue" className="space-y-2 text-sm">
      <Speaker />
      {queue.length === 0 ? (
        <p className="text-soft">
          {speaker === null ? "Nobody speaks, and nobody has asked to." : "Nobody waits."}
        </p>
      ) : (
        <ol aria-label="Next" className="divide-y divide-rule">
          {queue.map((item, at) => (
            <Place key={item.person} item={item} number={at + 1} />
          ))}
        </ol>
      )}
      <OwnHand />
    </section>
  );
}

function Speaker() {
  const { room } = useRoom();
  const isLeader = useLeads();
  const { speaker } = useRoomView(floorOf);
  if (speaker === null) return null;
  return (
    <div className="flex flex-wrap items-center gap-x-2 gap-y-1 rounded-lg bg-well px-2.5 py-1.5">
      <Mic size={15} aria-hidden />
      <p className="min-w-0 flex-1 [overflow-wrap:anywhere]">
        <span className="font-semibold">{speaker.isYou ? "You" : speaker.name}</span>{" "}
        {speaker.isYou ? "have" : "has"} the floor
      </p>
      {isLeader && (
        <button
          type="button"
          className="button min-h-7 px-1.5"
          aria-label="1 min more for the speaker"
          onClick={() => room.send({ kind: "set-timer", timer: "speaker", set: { do: "add", seconds: 60 } })}
        >
          <Plus size={13} aria-hidden className="-mr-1" />1 min
        </button>
      )}
      {(isLeader || speaker.isYou) && (
        <button
          type="button"
          className="button button-line min-h-7"
          onClick={() => room.send({ kind: "yield-floor" })}
        >
          {speaker.isYou ? "I'm done" : "End the turn"}
        </button>
      )}
    </div>
  );
}

function Place({ item, number }: { readonly item: QueueItem; readonly number: number }) {
  const { room } = useRoom();
  const isLeader = useLeads();
  const about = useRoomView((view) =>
    item.about === null ? null : (thingAt(view, item.about)?.name ?? null),
  );
  const { person, name } = item;
  return (
    <li className="flex items-center gap-2 py-1.5">
      <span className="figure w-4 shrink-0 text-soft">{number}</span>
      <span className="min-w-0 flex-1 [overflow-wrap:anywhere]">
        <span className="font-medium">{item.isYou ? `${name} (you)` : name}</span>
        {item.isReply && <Reply size={13} aria-hidden className="ml-1 inline" />}
        <span className="block text-soft text-xs">
          {item.reason}
          {about !== null && `; about ${about}`}
        </span>
      </span>
      {isLeader && (
        <span className="flex shrink-0">
          <button
            type="button"
            title="Gives the floor: starts the timer and shows the point on the screen"
            className="button button-full min-h-7"
            onClick={() => room.send({ kind: "recognise", person, seconds: null })}
          >
            Recognise<span className="sr-only"> {name}</span>
          </button>
          <button
            type="button"
            title="Skip: goes behind all others, and everybody sees that"
            aria-label={`Skip ${name}`}
            className="button min-h-7 px-1.5"
            onClick={() => room.send({ kind: "skip-hand", person })}
          >
            <ChevronsDown size={15} aria-hidden />
          </button>
          {!item.isYou && (
            <button
              type="button"
              title="Take the hand down"
              aria-label={`Take the hand of ${name} down`}
              className="button min-h-7 px-1.5"
              onClick={() => room.send({ kind: "lower-hand", person })}
            >
              <X size={15} aria-hidden />
            </button>
          )}
        </span>
      )}
    </li>
  );
}

function OwnHand() {
  const { room } = useRoom();
  const lock = useLock("speak");
  const you = useRoomView((view) => (view.you?.role === "screen" ? null : (view.you?.id ?? null)));
  const { isUp, queue, speaker } = useRoomView(floorOf);
  const hasThread = useRoomView((view) => view.session.floor.thread > 0);
  const { chosen } = useSelection();
  const ref = chosen.selected?.ref ?? null;
  const about = useRoomView((view) => (ref === null ? null : (thingAt(view, ref)?.name ?? null)));
  if (you === null) return null;
  if (speaker?.isYou) return null;
  const at = queue.findIndex(({ isYou }) => isYou);
  const raise = (reply: boolean) =>
    room.send({ kind: "raise-hand", reply, about: about === null ? null : ref });
  return (
    <div>
      <div className="flex flex-wrap gap-1.5">
        {/* One button for both, so that the focus stays on it. */}
        <button
          type="button"
          disabled={lock !== null && !isUp}
          className="button button-line"
          onClick={() => (isUp ? room.send({ kind: "lower-hand", person: you }) : raise(false))}
        >
          <Hand size={15} aria-hidden /> {isUp ? "Lower my hand" : "Raise my hand"}
        </button>
        {hasThread && !isUp && (
          <button
            type="button"
            disabled={lock !== null}
            title="An answer to what is being talked about goes first"
            className="button button-line"
            onClick={() => raise(true)}
          >
            <Reply size={15} aria-hidden /> Reply to the speaker
          </button>
        )}
      </div>
      <p role="status" className="mt-1 text-soft text-xs">
        {isUp
          ? `Your hand is up: ${at === 0 ? "you are next" : `${at} before you`}.`
          : lock !== null
            ? `${lock}.`
            : about === null
              ? "Select a term first, and the screen shows it when it is your turn."
              : `About ${about}: the screen shows it when it is your turn.`}
      </p>
    </div>
  );
}
