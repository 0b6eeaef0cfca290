"use client";

import { type Because, limits } from "@crux/room/client";
import { useState } from "react";
import { useRoom, useRoomView } from "../../client/room/use-room.tsx";
import { ownIn, voiceOf } from "../../client/room/who.ts";
import { useHidden } from "../../client/session/hidden.ts";
import { HiddenStub } from "../../client/session/hidden-stub.tsx";

/** What moved one, if one likes to say: an objection of the room, a sentence, or both. It goes with the next number. */
export function WhatMoved(props: { readonly onChange: (because: Because | undefined) => void }) {
  const { room } = useRoom();
  const [words, setWords] = useState("");
  const [objection, setObjection] = useState<string | null>(null);
  const objections = useRoomView((view) =>
    Object.values(view.debate.objections)
      .filter(({ id }) => view.session.hidden[`objection/${id}`] === undefined)
      .map(({ id, text }) => ({ id, text: text.slice(0, 60) || "no words" })),
  );
  const placed = useRoomView((view) => ownIn(view, view.estimates.values)?.g ?? null);
  const change = (next: Because) => {
    setWords(next.words);
    setObjection(next.objection);
    props.onChange(next.words.trim() === "" && next.objection === null ? undefined : next);
  };
  const to = useRoomView((view) => `because/${voiceOf(view) ?? ""}`);
  const isHidden = useHidden(to) !== null;
  const isEmpty = words.trim() === "" && objection === null;
  if (isHidden) return <HiddenStub to={to} what="what moved you" isOwn />;
  return (
    <section aria-label="What moved me">
      <h3 className="label">What moved me, if I like to say</h3>
      {objections.length > 0 && (
        <select
          aria-label="The objection that moved me"
          value={objection ?? ""}
          onChange={(event) => change({ words, objection: event.target.value || null })}
          className="field mt-1 w-full py-0"
        >
          <option value="">no objection of the room</option>
          {objections.map(({ id, text }) => (
            <option key={id} value={id}>
              {text}
            </option>
          ))}
        </select>
      )}
      <input
        value={words}
        maxLength={limits.reasonText}
        onChange={(event) => change({ words: event.target.value, objection })}
        aria-label="One sentence on what moved me"
        placeholder="one sentence; it goes with the next number"
        autoComplete="off"
        className="field mt-1 w-full"
      />
      {!isEmpty && placed !== null && (
        <button
          type="button"
          className="button button-line mt-1"
          onClick={() => room.send({ kind: "pin", g: placed, because: { words, objection } })}
        >
          Say it with my g
        </button>
      )}
    </section>
  );
}
