"use client";

import { limits } from "@crux/room/client";
import { type FormEvent, useEffect, useId, useRef, useState } from "react";
import { useJoinedRoom } from "../room/use-room.tsx";
import { willMove } from "./hidden.ts";

/** Asks a moderator why something is to be hidden, and hides it: everybody reads the reason in its place. */
export function HideForm(props: { readonly to: string; readonly onDone: () => void }) {
  const { to, onDone } = props;
  const room = useJoinedRoom();
  const [reason, setReason] = useState("");
  const field = useId();
  const form = useRef<HTMLFormElement>(null);
  // It opens below what it hides, in boxes that scroll.
  useEffect(() => {
    form.current?.scrollIntoView({ block: "nearest" });
  }, []);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (reason.trim() === "") return;
    willMove(to);
    room.send({ kind: "hide", to, reason: reason.trim() });
    onDone();
  };
  return (
    <form ref={form} onSubmit={submit} className="basis-full space-y-1.5 rounded-lg bg-well p-2.5 text-sm">
      <label htmlFor={field} className="label block">
        Why is it hidden? Everybody sees this in its place.
      </label>
      <input
        id={field}
        value={reason}
        maxLength={limits.reasonText}
        // biome-ignore lint/a11y/noAutofocus: it opens on the press of a button that asks for these words
        autoFocus
        autoComplete="off"
        onChange={(event) => setReason(event.target.value)}
        onKeyDown={(event) => event.key === "Escape" && onDone()}
        className="field w-full"
      />
      <div className="flex justify-end gap-2">
        <button type="button" className="button" onClick={onDone}>
          Cancel
        </button>
        <button type="submit" disabled={reason.trim() === ""} className="button button-full">
          Hide it
        </button>
      </div>
    </form>
  );
}
