"use client";

import { limits } from "@crux/room/client";
import { EyeOff } from "lucide-react";
import { type FormEvent, useId, useState } from "react";
import { useRoom } from "../../client/room/use-room.tsx";

/** Hides something that somebody wrote, with a reason that everybody reads in its place; for moderators. */
export function HideForm({ to, name }: { readonly to: string; readonly name: string }) {
  const { room } = useRoom();
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState("");
  const field = useId();
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (reason.trim() === "") return;
    room.send({ kind: "hide", to, reason: reason.trim() });
    setOpen(false);
  };
  return (
    <>
      <button
        type="button"
        aria-expanded={open}
        title={`Hide ${name}: a stub with the reason stays`}
        aria-label={`Hide ${name}`}
        className="button ml-auto min-h-6 px-1"
        onClick={() => setOpen(!open)}
      >
        <EyeOff size={13} aria-hidden />
      </button>
      {open && (
        <form
          onSubmit={submit}
          className="flex basis-full flex-wrap items-end gap-1.5 rounded-lg bg-well p-2"
        >
          <label htmlFor={field} className="label basis-full">
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
            onKeyDown={(event) => event.key === "Escape" && setOpen(false)}
            className="field min-w-0 flex-1"
          />
          <button type="submit" disabled={reason.trim() === ""} className="button button-full">
            Hide it
          </button>
        </form>
      )}
    </>
  );
}
