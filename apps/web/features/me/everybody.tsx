"use client";

import { rationalToFloat } from "@crux/present";
import { type Because, ratherNot } from "@crux/room/client";
import { knobPosition } from "../../client/choose-g.ts";
import { useShownStrip } from "../../client/debate/use-shown-strip.ts";
import { sayPercent } from "../../client/estimates/credence.ts";
import { type Standing, sayG, standingsOf } from "../../client/estimates/round.ts";
import { useRoomView } from "../../client/room/use-room.tsx";
import { HiddenStub } from "../../client/session/hidden-stub.tsx";
import { HideButton } from "../../client/session/hide-button.tsx";
import { sayObjection } from "../../client/session/movements.ts";
import { MoveLine } from "../../ui/moves.tsx";

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
            <div className="flex min-w-0 flex-1 flex-wrap items-center gap-x-2 gap-y-1 [overflow-wrap:anywhere]">
              <p className="min-w-0 flex-1">
                <span className="font-medium">{one.name}</span>:{" "}
                {one.before !== null && one.hasPlaced ? (
                  <BeforeAndNow one={one} names={names} />
                ) : (
                  numbers(one, names)
                )}
                {one.because !== null && <Moved because={one.because} />}
              </p>
              {one.because !== null && one.because.words !== "" && (
                <HideButton to={`because/${one.id}`} name={`the reason of ${one.name}`} />
              )}
              <HiddenStub
                to={`because/${one.id}`}
                what="the reason"
                isOwn={(one.because?.words ?? "") !== ""}
              />
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** One number of someone, before and now, in words and as shares from 0 to 1 of its line; null where it is on none. */
type Moved = {
  readonly key: string;
  readonly text: string;
  readonly before: number | null;
  readonly now: number | null;
};

/** The numbers of someone who said some in the round before, too, each with an arrow from the old to the new. */
function BeforeAndNow(props: { readonly one: Standing; readonly names: Readonly<Record<string, string>> }) {
  const axis = useShownStrip().strip?.axis;
  const { g, credences, before } = props.one;
  if (before === null) return null;
  const onStrip = (text: string | null): number | null =>
    axis === undefined || text === null || text === ratherNot ? null : knobPosition(axis, text);
  const shares = (key: string) => [before.credences[key] ?? null, credences[key] ?? null] as const;
  const all: readonly Moved[] = [
    ...(g === null && before.g === null
      ? []
      : [{ key: "g", text: `g ${change(before.g, g, sayG)}`, before: onStrip(before.g), now: onStrip(g) }]),
    ...Object.entries(props.names).flatMap(([key, name]): Moved[] => {
      const [old, now] = shares(key);
      if (old === null && now === null) return [];
      const text = `${name} ${change(old, now, (share) => `${sayPercent(share)}%`)}`;
      const [from, to] = [old, now].map((share) => (share === null ? null : rationalToFloat(share)));
      return [{ key, text, before: from ?? null, now: to ?? null }];
    }),
  ];
  return (
    <span className="mt-0.5 block space-y-0.5 text-[0.8125rem]" data-testid="arrows">
      {all.map(({ key, text, before: old, now }) => (
        <span
          key={key}
          className="grid grid-cols-[minmax(0,3fr)_minmax(0,2fr)] items-center gap-2 leading-snug"
        >
          <span>{text}</span>
          <MoveLine before={old} now={now} />
        </span>
      ))}
    </span>
  );
}

/** `1 → 3`, `3, as before`, or which of the two there is. */
function change(before: string | null, now: string | null, say: (text: string) => string): string {
  if (now === null) return `before ${before === null ? "" : say(before)}`;
  if (before === null) return say(now);
  return before === now ? `${say(now)}, as before` : `${say(before)} → ${say(now)}`;
}

/** What moved someone: the objection by its first words, and what they say themselves. */
function Moved({ because }: { readonly because: Because }) {
  const objection = useRoomView((view) =>
    because.objection === null ? "" : sayObjection(view, because.objection),
  );
  const said = [objection, because.words].filter(Boolean);
  return said.length === 0 ? null : <span className="block text-soft">Moved by: {said.join(" – ")}</span>;
}

/** One person's numbers as text; of who said nothing in this round, those of the round before. */
function numbers(
  { g, credences, before, hasPlaced }: Standing,
  names: Readonly<Record<string, string>>,
): string {
  return before === null || hasPlaced
    ? said({ g, credences }, names)
    : `nothing in this round; before, ${said(before, names)}`;
}

function said(
  { g, credences }: Pick<Standing, "g" | "credences">,
  names: Readonly<Record<string, string>>,
): string {
  const rate = g === null ? [] : [`g ${sayG(g)}`];
  const shares = Object.entries(credences).flatMap(([key, share]) => {
    const name = names[key];
    return name === undefined ? [] : [`${name} ${sayPercent(share)}%`];
  });
  return [...rate, ...shares].join(", ") || "nothing";
}
