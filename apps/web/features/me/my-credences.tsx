"use client";

import { rationalToFloat } from "@crux/present";
import type { Because } from "@crux/room/client";
import { useEffect, useId, useRef, useState } from "react";
import { readPercent, sayPercent, scaled, sumOf } from "../../client/estimates/credence.ts";
import { useRoom, useRoomView } from "../../client/room/use-room.tsx";
import { ownIn } from "../../client/room/who.ts";

const PAUSE = 350;
const none: Readonly<Record<string, string>> = {};

/** How likely one holds it, program by program, that training ends there; exact, with the sum and a way to make it whole. */
export function MyCredences({ because }: { readonly because: Because | undefined }) {
  const { room } = useRoom();
  const programs = useRoomView((view) =>
    view.rows.programs.map(({ key, id, texts }) => ({ key, name: texts.name || id })),
  );
  const mine = useRoomView((view) => ownIn(view, view.estimates.values)?.credences ?? none);
  const send = (program: string, value: string | null) => {
    if ((mine[program] ?? null) !== value)
      room.send({ kind: "set-credence", program, value, ...(because && { because }) });
  };
  const given = Object.fromEntries(
    Object.entries(mine).filter(([key]) => programs.some((one) => one.key === key)),
  );
  const sum = sumOf(Object.values(given));
  const count = Object.keys(given).length;
  return (
    <section aria-label="My credences">
      <h3 className="label">My credences: where training ends, in per cent</h3>
      <ul className="mt-1 space-y-1">
        {programs.map(({ key, name }) => (
          <Credence key={key} name={name} value={mine[key] ?? null} onChange={(value) => send(key, value)} />
        ))}
      </ul>
      {count > 0 && (
        <div className="mt-1 flex flex-wrap items-center gap-2">
          <p aria-live="polite" data-testid="credence-sum">
            {sum.sentence}
          </p>
          {!sum.isWhole && (
            <button
              type="button"
              title="Keeps the proportions, exactly"
              className="button button-line min-h-7"
              onClick={() => {
                for (const [key, value] of Object.entries(scaled(given))) send(key, value);
              }}
            >
              Scale to 100%
            </button>
          )}
        </div>
      )}
    </section>
  );
}

/** A slider and its typed twin. What moves is sent when it rests. */
function Credence(props: {
  readonly name: string;
  readonly value: string | null;
  readonly onChange: (value: string | null) => void;
}) {
  const { name, value, onChange } = props;
  const [text, setText] = useState(sayPercent(value));
  const [moving, setMoving] = useState<string | null>(null);
  const field = useId();
  useEffect(() => setText(sayPercent(value)), [value]);
  const newest = useRef(onChange);
  newest.current = onChange;
  useEffect(() => {
    if (moving === null) return;
    const timer = setTimeout(() => {
      newest.current(moving);
      setMoving(null);
    }, PAUSE);
    return () => clearTimeout(timer);
  }, [moving]);
  const shown = moving ?? value;
  const percent = shown === null ? 0 : Math.round(rationalToFloat(shown) * 100);
  const isWrong = text !== "" && text !== sayPercent(value) && readPercent(text) === null;
  const commit = () => {
    if (text === sayPercent(value)) return;
    const read = readPercent(text);
    if (text.trim() === "") onChange(null);
    else if (read !== null) onChange(read);
    else setText(sayPercent(value));
  };
  return (
    <li className="flex flex-wrap items-center gap-x-2">
      <label htmlFor={field} className="w-full min-w-0 [overflow-wrap:anywhere] sm:w-auto sm:flex-1">
        {name}
      </label>
      <input
        id={field}
        type="range"
        min={0}
        max={100}
        value={percent}
        aria-valuetext={shown === null ? "not placed" : `${percent} per cent`}
        onChange={(event) => {
          const next = readPercent(event.target.value);
          setMoving(next);
          setText(event.target.value);
        }}
        className="h-6 min-w-0 flex-1 accent-[var(--ink)] sm:w-32 sm:flex-none"
      />
      <span className="whitespace-nowrap">
        <input
          value={text}
          inputMode="decimal"
          autoComplete="off"
          aria-label={`${name}, in per cent`}
          aria-invalid={isWrong}
          placeholder="–"
          title={value ?? "not placed"}
          onChange={(event) => setText(event.target.value)}
          onBlur={commit}
          onKeyDown={(event) => event.key === "Enter" && commit()}
          className="field math w-16 py-0 text-right aria-invalid:border-alarm"
        />{" "}
        %
      </span>
    </li>
  );
}
