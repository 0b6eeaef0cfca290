"use client";

import { useRoomView } from "../../client/room/use-room.tsx";
import { isYou } from "../../client/room/who.ts";
import { sayObjection } from "../../client/session/movements.ts";

/** Where who was asked before names the objection that moved them, if they like to; empty for none. */
export function PollCause(props: { readonly cause: string; readonly onChange: (cause: string) => void }) {
  const objections = useRoomView((view) =>
    Object.values(view.debate.objections).map(({ id, author }) => ({
      id,
      text: `${sayObjection(view, id)}${isYou(view, author) ? " (yours)" : ""}`,
    })),
  );
  if (objections.length === 0) return null;
  return (
    <label className="block">
      <span className="label">An objection moved me, if I like to say</span>
      <select
        value={props.cause}
        onChange={(event) => props.onChange(event.target.value)}
        className="field mt-0.5 min-h-10 w-full py-0"
      >
        <option value="">none of them</option>
        {objections.map(({ id, text }) => (
          <option key={id} value={id}>
            {text}
          </option>
        ))}
      </select>
    </label>
  );
}
