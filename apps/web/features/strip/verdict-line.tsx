"use client";

import { rationalToFloat } from "@crux/present";
import { useEffect, useId, useState } from "react";

/** `g` as a field to type in, and who wins there. */
export function VerdictLine(props: {
  readonly g: string;
  readonly verdict: string;
  readonly hue: string;
  readonly onChange: (g: string) => void;
}) {
  const { g, onChange } = props;
  const field = useId();
  const hint = useId();
  const [text, setText] = useState(g);
  useEffect(() => setText(g), [g]);
  const valid = isRate(text);
  return (
    <div className="flex min-w-0 items-center gap-x-3 gap-y-1 sm:flex-wrap">
      <label htmlFor={field} className="math flex shrink-0 items-center gap-1.5 text-[1.0625rem]">
        <span className="italic">g</span> =
        <input
          id={field}
          value={text}
          inputMode="text"
          autoComplete="off"
          spellCheck={false}
          aria-label="Your g"
          aria-invalid={!valid}
          aria-describedby={valid ? undefined : hint}
          onChange={(event) => {
            setText(event.target.value);
            if (isRate(event.target.value)) onChange(event.target.value.trim());
          }}
          onBlur={() => setText(g)}
          className="field math w-16 shrink-0 text-center sm:w-20 font-semibold aria-invalid:border-alarm"
        />
      </label>
      {valid ? (
        <p
          data-hue={props.hue}
          data-testid="verdict"
          className="min-w-0 font-medium text-[var(--hue-ink)] max-sm:text-sm max-sm:leading-tight"
        >
          {props.verdict}
        </p>
      ) : (
        <p id={hint} className="text-alarm">
          A positive number is expected, such as 2, 0.5 or 19/8.
        </p>
      )}
    </div>
  );
}

/** Whether a text is an exact positive number. */
const isRate = (text: string): boolean => text.length <= 60 && rationalToFloat(text) > 0;
