"use client";

import type { ObjectionKind } from "@crux/core";
import { useId } from "react";
import { KINDS } from "../../client/debate/kinds.ts";

/** Which kind of objection it is; each says what it means. */
export function KindChoice(props: {
  readonly kind: ObjectionKind;
  readonly onChange: (kind: ObjectionKind) => void;
}) {
  const name = useId();
  return (
    <fieldset>
      <legend className="label">What kind of doubt is it?</legend>
      <div className="mt-1 flex flex-wrap gap-1">
        {(Object.keys(KINDS) as ObjectionKind[]).map((kind) => (
          <label
            key={kind}
            title={KINDS[kind].does}
            className="button button-line min-h-7 cursor-pointer has-checked:bg-ink has-checked:text-paper has-focus-visible:outline-2 has-focus-visible:outline-ink has-focus-visible:outline-offset-2"
          >
            <input
              type="radio"
              name={name}
              value={kind}
              checked={props.kind === kind}
              aria-describedby={`${name}-says`}
              className="sr-only"
              onChange={() => props.onChange(kind)}
            />
            {KINDS[kind].name}
          </label>
        ))}
      </div>
      <p id={`${name}-says`} className="mt-1 text-soft text-sm">
        It {KINDS[props.kind].does}.
      </p>
    </fieldset>
  );
}
