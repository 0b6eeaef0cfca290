"use client";

import { sayPercent } from "../../client/estimates/credence.ts";
import { type Standing, sayG, standingsOf } from "../../client/estimates/round.ts";
import { useRoomView } from "../../client/room/use-room.tsx";

/** Everybody's numbers that this page knows, as text, with those of the round before where they moved. */
export function Everybody() {
  const standings = useRoomView(standingsOf);
  const you = useRoomView((view) => view.you?.id);
  const isBlind = useRoomView((view) => view.estimates.blind === true);
  const names = useRoomView((view) =>
    Object.fromEntries(view.rows.programs.map(({ key, id, texts }) => [key, texts.name || id])),
  );
  const others = standings.filter(({ id }) => id !== you);
  if (others.length === 0) return null;
  return (
    <section aria-label="Everybody's numbers">
      <h3 className="label">{isBlind ? "In the round before" : "Everybody"}</h3>
      <ul className="mt-1 divide-y divide-rule" data-testid="everybody">
        {standings.map((one) => (
          <li key={one.id} className="flex gap-2 py-1">
            <span
              aria-hidden
              data-person={one.colour % 8}
              className="person-flag mt-1.5 size-2.5 shrink-0 rounded-full"
            />
            <span className="min-w-0 [overflow-wrap:anywhere]">
              <span className="font-medium">{one.name}</span>: {numbers(one, names)}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** One person's numbers as text; `was` where the round before said something else. */
function numbers({ g, credences, before }: Standing, names: Readonly<Record<string, string>>): string {
  const was = (old: string | null | undefined, now: string | null, say: (text: string) => string): string =>
    old === undefined || old === null || old === now ? "" : ` (was ${say(old)})`;
  const percent = (text: string): string => `${sayPercent(text)}%`;
  const rate = `g ${sayG(g)}${was(before?.g, g, sayG)}`;
  const keys = [...new Set([...Object.keys(credences), ...Object.keys(before?.credences ?? {})])];
  const shares = keys.flatMap((key) => {
    const name = names[key];
    if (name === undefined) return [];
    const now = credences[key] ?? null;
    return [
      `${name} ${now === null ? "not placed" : percent(now)}${was(before?.credences[key], now, percent)}`,
    ];
  });
  return [rate, ...shares].join("; ");
}
