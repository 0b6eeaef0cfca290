"use client";

import type { ObjectionView } from "@crux/room/client";
import { limits } from "@crux/room/client";
import { type FormEvent, useId, useState } from "react";
import { useRoom } from "../../client/room/use-room.tsx";

/** The ways to settle an objection that need words. */
export type Settling = "decline" | "accept" | "concede";

const WORDS = {
  decline: { ask: "Why does it not become part of the model?", done: "Leave it out", needed: true },
  accept: { ask: "What remains of it? (may be empty)", done: "Take the answer", needed: false },
  concede: { ask: "What do you still hold? (may be empty)", done: "Concede", needed: false },
} as const;

/** Settles an objection with a few words. For one without a number, leaving it out is logging it as scope. */
export function Settle(props: {
  readonly card: ObjectionView;
  readonly how: Settling;
  readonly scope: boolean;
  readonly onDone: () => void;
}) {
  const { card, how, scope, onDone } = props;
  const { room } = useRoom();
  const field = useId();
  const [text, setText] = useState("");
  const words = WORDS[how];
  const isScope = scope && how === "decline";
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const { id: objection } = card.objection;
    const said = text.trim();
    if (words.needed && said === "") return;
    if (how === "decline") room.send({ kind: "decline-objection", objection, reason: said });
    else if (how === "concede" && said === "") room.send({ kind: "concede-objection", objection });
    else room.send({ kind: "accept-objection", objection, residue: said });
    onDone();
  };
  return (
    <form onSubmit={submit} className="space-y-2 rounded-lg bg-well p-2.5">
      <label htmlFor={field} className="label block">
        {isScope ? "Logged as scope: what does it say about where the model applies?" : words.ask}
      </label>
      <textarea
        id={field}
        value={text}
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => event.key === "Escape" && onDone()}
        maxLength={limits.reasonText}
        rows={2}
        // biome-ignore lint/a11y/noAutofocus: it opens on the press of a button that asks for these words
        autoFocus
        className="field w-full text-sm"
      />
      <div className="flex justify-end gap-2">
        <button type="button" className="button" onClick={onDone}>
          Cancel
        </button>
        <button type="submit" disabled={words.needed && text.trim() === ""} className="button button-full">
          {isScope ? "Log as scope" : words.done}
        </button>
      </div>
    </form>
  );
}
