"use client";

import { useEffect, useId, useRef, useState } from "react";
import { ownName } from "./own-name.ts";

/**
 * Someone's name while they type it: at first what they typed before the page answered, else the name that they gave
 * last on this device. `field` goes to the `NameField` that shows it.
 */
export function useNameField() {
  const input = useRef<HTMLInputElement>(null);
  const [name, setName] = useState("");
  useEffect(() => setName((typed) => typed || input.current?.value || ownName()), []);
  return { name: name.trim(), field: { input, value: name, onChange: setName } };
}

/** The field for one's name, with its label. */
export function NameField(props: ReturnType<typeof useNameField>["field"] & { readonly label: string }) {
  const id = useId();
  return (
    <div>
      <label htmlFor={id} className="label">
        {props.label}
      </label>
      <input
        id={id}
        ref={props.input}
        value={props.value}
        onChange={(event) => props.onChange(event.target.value)}
        maxLength={60}
        autoComplete="nickname"
        className="field mt-1 h-11 w-full text-base"
      />
    </div>
  );
}
