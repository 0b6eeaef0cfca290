"use client";

import { limits } from "@crux/room/client";
import { type FormEvent, type ReactNode, type Ref, useId, useState } from "react";

/** Asks a moderator for the reason of what is to be done, which everybody can read, and gives it on without its outer spaces. */
export function ReasonForm(props: {
  readonly ask: string;
  /** What the button that does it says. */
  readonly deed: string;
  readonly onGive: (reason: string) => void;
  readonly onCancel: () => void;
  /** Whether it can't be done without words. */
  readonly isNeeded?: boolean;
  /** What stands under the field. */
  readonly note?: ReactNode;
  /** What stands beside the buttons. */
  readonly choice?: ReactNode;
  readonly ref?: Ref<HTMLFormElement>;
}) {
  const [text, setText] = useState("");
  const field = useId();
  const reason = text.trim();
  const isMissing = props.isNeeded === true && reason === "";
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!isMissing) props.onGive(reason);
  };
  return (
    <form
      ref={props.ref}
      onSubmit={submit}
      className="basis-full space-y-1.5 rounded-lg bg-well p-2.5 text-sm"
    >
      <label htmlFor={field} className="label block">
        {props.ask}
      </label>
      <input
        id={field}
        value={text}
        maxLength={limits.reasonText}
        // biome-ignore lint/a11y/noAutofocus: it opens on the press of a button that asks for these words
        autoFocus
        autoComplete="off"
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => event.key === "Escape" && props.onCancel()}
        className="field w-full"
      />
      {props.note}
      <div className="flex flex-wrap items-center justify-end gap-2">
        {props.choice}
        <button type="button" className="button" onClick={props.onCancel}>
          Cancel
        </button>
        <button type="submit" disabled={isMissing} className="button button-full">
          {props.deed}
        </button>
      </div>
    </form>
  );
}
