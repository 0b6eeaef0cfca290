"use client";

/** A few choices of which one holds, as a row of buttons. */
export function Segments<T extends string>(props: {
  readonly label: string;
  readonly value: T;
  readonly options: readonly {
    readonly value: T;
    readonly text: string;
    readonly title?: string;
    readonly disabled?: boolean;
  }[];
  readonly onChange: (value: T) => void;
}) {
  return (
    <div role="group" aria-label={props.label} className="inline-flex rounded-lg bg-well p-0.5">
      {props.options.map((one) => (
        <button
          key={one.value}
          type="button"
          aria-pressed={one.value === props.value}
          disabled={one.disabled}
          title={one.title}
          onClick={() => props.onChange(one.value)}
          className="min-h-7 rounded-md px-2.5 font-medium text-[0.8125rem] text-soft hover:text-ink disabled:text-edge aria-pressed:bg-card aria-pressed:text-ink aria-pressed:shadow-sm"
        >
          {one.text}
        </button>
      ))}
    </div>
  );
}
