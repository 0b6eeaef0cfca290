"use client";

import type { Because } from "@crux/room/client";
import { sayPercent } from "../../client/estimates/credence.ts";
import { type Standing, sayG, standingsOf } from "../../client/estimates/round.ts";
import { useRoomView } from "../../client/room/use-room.tsx";
import { HiddenStub } from "../../client/session/hidden-stub.tsx";
import { HideButton } from "../../client/session/hide-button.tsx";

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
                <span className="font-medium">{one.name}</span>: {numbers(one, names)}
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

/** What moved someone: the objection by its first words, and what they say themselves. */
function Moved({ because }: { readonly because: Because }) {
  const objection = useRoomView((view) =>
    because.objection === null ? "" : (view.debate.objections[because.objection]?.text ?? ""),
  );
  const said = [objection === "" ? "" : `“${shortened(objection)}”`, because.words].filter(Boolean);
  return said.length === 0 ? null : <span className="block text-soft">Moved by: {said.join(" – ")}</span>;
}

const shortened = (text: string): string => (text.length > 60 ? `${text.slice(0, 58)} …` : text);

/** One person's numbers as text; those of the round before that were others behind them. */
function numbers(
  { g, credences, before, hasPlaced }: Standing,
  names: Readonly<Record<string, string>>,
): string {
  if (before === null) return said({ g, credences }, names);
  if (!hasPlaced) return `nothing in this round; before, ${said(before, names)}`;
  const now = said({ g, credences }, names);
  const old = said(before, names);
  return now === old ? `${now}, as before` : `${now}; before, ${old}`;
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
