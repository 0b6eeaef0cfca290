"use client";

import { type ReactNode, useId } from "react";

/** A field with its name above, and below it what is wrong. */
export function Field(props: {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** What is wrong with what was typed; empty where nothing is. */
  readonly problem?: string;
  readonly placeholder?: string;
  readonly isMath?: boolean;
  readonly isFocused?: boolean;
  readonly className?: string;
}) {
  const id = useId();
  const { problem = "" } = props;
  return (
    <div className={props.className ?? "min-w-0 flex-1"}>
      <label htmlFor={id} className="label mb-0.5 block">
        {props.label}
      </label>
      <input
        id={id}
        // biome-ignore lint/a11y/noAutofocus: the person has just asked for this field
        autoFocus={props.isFocused}
        value={props.value}
        placeholder={props.placeholder}
        autoComplete="off"
        spellCheck={!props.isMath}
        autoCapitalize={props.isMath ? "off" : undefined}
        maxLength={props.isMath ? 4000 : 120}
        aria-invalid={problem !== ""}
        aria-describedby={problem === "" ? undefined : `${id}-problem`}
        onChange={(event) => props.onChange(event.target.value)}
        className={`field w-full aria-invalid:border-alarm ${props.isMath ? "math" : ""}`}
      />
      {problem !== "" && (
        <p id={`${id}-problem`} className="mt-0.5 text-alarm text-sm [overflow-wrap:anywhere]">
          {problem}
        </p>
      )}
    </div>
  );
}

/** A choice with its name above. `empty` is what no choice means; `ask` is shown until something is chosen. */
export function Choice(props: {
  readonly label: string;
  readonly value: string;
  readonly options: readonly { readonly value: string; readonly text: string }[];
  readonly empty?: string;
  readonly ask?: string;
  readonly problem?: string;
  readonly onChange: (value: string) => void;
}) {
  const id = useId();
  const { problem = "" } = props;
  const empty = props.empty ?? (props.value === "" ? props.ask : undefined);
  return (
    <div className="min-w-0 flex-1">
      <label htmlFor={id} className="label mb-0.5 block">
        {props.label}
      </label>
      <select
        id={id}
        value={props.value}
        aria-invalid={problem !== ""}
        aria-describedby={problem === "" ? undefined : `${id}-problem`}
        onChange={(event) => props.onChange(event.target.value)}
        className="field w-full py-0 aria-invalid:border-alarm"
      >
        {empty !== undefined && <option value="">{empty}</option>}
        {props.options.map((one) => (
          <option key={one.value} value={one.value}>
            {one.text}
          </option>
        ))}
      </select>
      {problem !== "" && (
        <p id={`${id}-problem`} className="mt-0.5 text-alarm text-sm">
          {problem}
        </p>
      )}
    </div>
  );
}

/** Fields beside each other where there is room. */
export const FieldRow = ({ children }: { readonly children: ReactNode }) => (
  <div className="flex flex-wrap items-start gap-2 [&>*]:basis-32">{children}</div>
);
