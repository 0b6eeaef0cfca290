"use client";

import { type ChangeEvent, useId } from "react";

/** Files larger than this are not even looked at. */
const LIMIT_MB = 5;
/** Longer texts are taken, but not shown: a field of megabytes stops a page. */
const SHOWN = 200_000;

/** A JSON file to choose, or its text to paste. `onFile` gets the text of a file; one that is too large is refused by name. */
export function FileOrText(props: {
  readonly text: string;
  readonly onText: (text: string) => void;
  readonly onFile: (text: string) => void;
  readonly onRefused: (message: string, hint: string) => void;
}) {
  const field = useId();
  const pick = async (event: ChangeEvent<HTMLInputElement>) => {
    const file = event.target.files?.[0];
    event.target.value = "";
    if (file === undefined) return;
    if (file.size > LIMIT_MB * 1_000_000) {
      props.onText("");
      const size = (file.size / 1_000_000).toLocaleString("en", { maximumFractionDigits: 1 });
      const message = `${file.name} has ${size} MB; at most ${LIMIT_MB} MB are read`;
      return props.onRefused(message, "the command line, crux, reads the same format");
    }
    const text = await file.text();
    props.onText(text.length <= SHOWN ? text : "");
    props.onFile(text);
  };
  return (
    <>
      <label className="button button-line cursor-pointer focus-within:outline-2 focus-within:outline-ink">
        Choose a file
        <input type="file" accept=".json,application/json" onChange={pick} className="sr-only" />
      </label>
      <div>
        <label htmlFor={field} className="label">
          or paste its JSON
        </label>
        <textarea
          id={field}
          value={props.text}
          onChange={(event) => props.onText(event.target.value)}
          spellCheck={false}
          rows={9}
          className="field mt-1 block w-full font-mono text-xs leading-relaxed"
        />
      </div>
    </>
  );
}
