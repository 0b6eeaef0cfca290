"use client";

import { ExternalLink, MonitorOff, Users } from "lucide-react";
import { useRoom, useRoomView } from "../../client/room/use-room.tsx";
import { sayShown } from "../../client/session/spotlight.ts";

/** What the big screen shows, and for who steers the meeting how to change that. */
export function ScreenBox() {
  const { room } = useRoom();
  const text = useRoomView(sayShown);
  const code = useRoomView((view) => (view.code.hidden ? null : view.code.value)) ?? room.id;
  return (
    <div className="space-y-2 text-sm">
      <p role="status" data-testid="on-screen" className="[overflow-wrap:anywhere]">
        {text === null ? "The open question, or how to come in, over the strip." : text}
      </p>
      <div className="flex flex-wrap gap-1.5">
        {text !== null && (
          <button
            type="button"
            className="button button-line"
            onClick={() => room.send({ kind: "show-on-screen", what: null })}
          >
            <MonitorOff size={15} aria-hidden /> Take it off
          </button>
        )}
        <button
          type="button"
          className="button button-line"
          onClick={() => room.send({ kind: "show-on-screen", what: { kind: "estimates" } })}
        >
          <Users size={15} aria-hidden /> Show everybody's numbers
        </button>
        <a href={`/r/${code}/screen`} target="_blank" rel="noreferrer" className="button">
          <ExternalLink size={15} aria-hidden /> Open the big screen
        </a>
      </div>
    </div>
  );
}
