"use client";

import { rationalToFloat } from "@crux/present";
import { type Because, ratherNot } from "@crux/room/client";
import { type FormEvent, useId, useState } from "react";
import { roundOf, sayG } from "../../client/estimates/round.ts";
import { useRoom, useRoomView } from "../../client/room/use-room.tsx";
import { ownIn } from "../../client/room/who.ts";
import { useWorkspace, useWorkspaceStore } from "../../client/use-workspace.tsx";

/** One's own g: dragged on the strip, typed, or not said. */
export function MyG({ because }: { readonly because: Because | undefined }) {
  const { room } = useRoom();
  const store = useWorkspaceStore();
  const handle = useWorkspace((workspace) => workspace.g);
  const placed = useRoomView((view) => ownIn(view, view.estimates.values)?.g ?? null);
  const kind = useRoomView((view) => roundOf(view).kind);
  const [text, setText] = useState("");
  const hint = useId();
  const isRate = text.length <= 60 && rationalToFloat(text.trim()) > 0;
  const send = (g: string | null) => {
    room.send({ kind: "pin", g, ...(because && { because }) });
    setText("");
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!isRate) return;
    // The handle shows the others where it stands; a number that may begin a blind round does not go there first.
    if (kind !== "unasked") store.setG(text.trim());
    send(text.trim());
  };
  return (
    <section aria-label="My g">
      <h3 className="label">
        My <span className="math italic">g</span>: what a unit of complexity is worth in time
      </h3>
      <p aria-live="polite" data-testid="my-g" className="mt-0.5">
        {placed === null
          ? "Not placed yet. Drag the handle on the strip, then pin it, or type it here."
          : placed === ratherNot
            ? "You would rather not say."
            : `Placed: ${sayG(placed)}`}
      </p>
      <div className="mt-1.5 flex flex-wrap items-center gap-1.5">
        {placed !== handle && (
          <button type="button" className="button button-full" onClick={() => send(handle)}>
            Pin the handle's {handle}
          </button>
        )}
        {placed !== ratherNot && (
          <button type="button" className="button button-line" onClick={() => send(ratherNot)}>
            I'd rather not say
          </button>
        )}
        {placed !== null && (
          <button type="button" className="button" onClick={() => send(null)}>
            Take back
          </button>
        )}
      </div>
      <form onSubmit={submit} className="mt-1.5 flex items-center gap-1.5">
        <input
          value={text}
          onChange={(event) => setText(event.target.value)}
          aria-label="My g, typed"
          aria-invalid={text !== "" && !isRate}
          aria-describedby={text !== "" && !isRate ? hint : undefined}
          placeholder="2, 0.5 or 19/8"
          autoComplete="off"
          className="field math w-36 aria-invalid:border-alarm"
        />
        <button type="submit" className="button button-line" disabled={!isRate}>
          Pin it
        </button>
      </form>
      {text !== "" && !isRate && (
        <p id={hint} className="mt-0.5 text-alarm">
          A positive number is expected, such as 2, 0.5 or 19/8.
        </p>
      )}
    </section>
  );
}
