"use client";

import { type FormEvent, useEffect, useId, useRef, useState } from "react";
import { useHydrated } from "../../ui/use-hydrated.ts";

/** The field for a room's code. A room is always loaded as a page of its own, so that its files can be kept for a reload offline. */
export function JoinBox() {
  const field = useId();
  const hint = useId();
  const [text, setText] = useState("");
  const [wrong, setWrong] = useState(false);
  const input = useRef<HTMLInputElement>(null);
  const ready = useHydrated();
  // what was typed before the page answered is only in the field
  useEffect(() => setText((typed) => typed || (input.current?.value ?? "")), []);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const code = codeIn(text);
    setWrong(code === null);
    if (code !== null) location.assign(`/r/${code}`);
  };
  return (
    <section aria-labelledby="join-heading" className="rounded-xl border border-rule bg-card px-5 py-4">
      <h2 id="join-heading" className="font-semibold font-serif text-lg">
        Join a room
      </h2>
      <form onSubmit={submit} className="mt-2">
        <label htmlFor={field} className="label">
          Its code, six letters, or its link
        </label>
        <div className="mt-1 flex gap-2">
          <input
            id={field}
            ref={input}
            value={text}
            onChange={(event) => setText(event.target.value)}
            autoComplete="off"
            autoCapitalize="characters"
            spellCheck={false}
            aria-invalid={wrong}
            aria-describedby={wrong ? hint : undefined}
            placeholder="ABC DEF"
            className="field figure h-11 min-w-0 flex-1 text-lg uppercase tracking-widest placeholder:text-edge"
          />
          <button type="submit" disabled={!ready} className="button button-full h-11 px-5">
            Join
          </button>
        </div>
        <p id={hint} role="alert" className="mt-1 text-alarm text-sm empty:hidden">
          {wrong ? "A code has six letters, such as KWX PTN." : ""}
        </p>
      </form>
    </section>
  );
}

/** The code in what someone typed or pasted, a link included; null where there is none. */
export function codeIn(text: string): string | null {
  const tail = text.trim().match(/\/r\/([^/?#]+)/)?.[1] ?? text;
  const code = tail.replace(/[\s-]/g, "").toUpperCase();
  return /^[A-Z]{6}$/.test(code) ? code : null;
}
