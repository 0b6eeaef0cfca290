"use client";

import { useEffect, useId, useState } from "react";
import { useRoom, useRoomView } from "../../client/room/use-room.tsx";
import { ownIn } from "../../client/room/who.ts";
import { useRailRoom } from "./rail-room.tsx";

/** How likely the reader holds it that an objection applies at all, by slider or typed, and how many said so. */
export function Applicability({ objection }: { readonly objection: string }) {
  const { room } = useRoom();
  const { speaks: isSpeaker, locks } = useRailRoom();
  const speaks = isSpeaker && locks.estimate === null;
  const field = useId();
  const mine = useRoomView((view) => ownIn(view, view.estimates.values)?.applicability[objection] ?? null);
  const others = useRoomView((view) =>
    Object.values(view.estimates.values).flatMap((one) => one.applicability[objection] ?? []),
  );
  const isBlind = useRoomView((view) => view.estimates.blind === true);
  const [percent, setPercent] = useState<string | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was typed gives way to what the room took
  useEffect(() => setPercent(null), [mine]);
  const shown = percent ?? (mine === null ? "" : percentOf(mine));
  const send = (text: string) => {
    const value = text.trim() === "" ? null : fractionOf(text);
    if (value === undefined || value === mine) return setPercent(null);
    room.send({ kind: "set-applicability", objection, value });
  };
  const middle = medianOf(others);
  return (
    <div className="rounded-lg bg-well px-2.5 py-2 text-sm">
      <label htmlFor={field} className="label block">
        How likely does it apply? It moves no flip; it says how far the model reaches.
      </label>
      <div className="mt-1 flex items-center gap-2">
        <input
          type="range"
          min={0}
          max={100}
          step={1}
          aria-label="How likely it applies, in percent"
          aria-valuetext={shown === "" ? "not said" : `${shown}%`}
          disabled={!speaks}
          value={shown === "" ? 50 : Math.round(Number(shown)) || 0}
          onChange={(event) => setPercent(event.target.value)}
          onPointerUp={(event) => send(event.currentTarget.value)}
          onKeyUp={(event) => /^(Arrow|Home|End|Page)/.test(event.key) && send(event.currentTarget.value)}
          className={`h-6 min-w-0 flex-1 accent-[var(--ink)] ${shown === "" ? "opacity-50" : ""}`}
        />
        <span className="flex items-center gap-0.5">
          <input
            id={field}
            inputMode="decimal"
            value={shown}
            placeholder="–"
            disabled={!speaks}
            onChange={(event) => setPercent(event.target.value.slice(0, 12))}
            onBlur={(event) => send(event.target.value)}
            onKeyDown={(event) => event.key === "Enter" && send(event.currentTarget.value)}
            className="field figure w-14 text-right"
          />
          %
        </span>
      </div>
      {isSpeaker && locks.estimate !== null && <p className="text-soft text-xs">{locks.estimate}.</p>}
      {others.length > 0 && (
        <p className="figure mt-0.5 text-soft text-xs">
          {isBlind
            ? "Others' numbers are hidden until they are revealed."
            : `${others.length} said so; middle ${middle}%`}
        </p>
      )}
    </div>
  );
}

/** A percentage of a fraction from 0 to 1, with at most two digits after the point, for showing. */
function percentOf(exact: string): string {
  const [num = "0", den = "1"] = exact.split("/");
  return String(Math.round((Number(num) / Number(den)) * 1e4) / 100);
}

/** The exact fraction that a typed percentage is; undefined where it is none from 0 to 100. */
export function fractionOf(text: string): string | undefined {
  const [, whole = "", part = ""] = /^(\d{1,3})(?:[.,](\d{1,6}))?\s*%?$/.exec(text.trim()) ?? [];
  if (whole === "" || Number(`${whole}.${part}`) > 100) return undefined;
  return `${Number(whole + part)}/1${"0".repeat(part.length + 2)}`;
}

const medianOf = (all: readonly string[]): string => {
  const sorted = all.map((one) => Number(percentOf(one))).sort((a, b) => a - b);
  return String(sorted[Math.floor((sorted.length - 1) / 2)] ?? 0);
};
