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
    <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
      <label htmlFor={field} className="math flex items-center gap-1.5 text-[1.0625rem]">
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
          className="field math w-20 text-center font-semibold aria-invalid:border-alarm"
        />
      </label>
      {valid ? (
        <p data-hue={props.hue} data-testid="verdict" className="font-medium text-[var(--hue-ink)]">
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
