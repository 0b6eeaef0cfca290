"use client";

import { rationalToFloat } from "@crux/present";
import type { Poll } from "@crux/room/client";
import { useState } from "react";
import { useRoomView } from "../../client/room/use-room.tsx";
import { nameOf } from "../../client/room/who.ts";
import { HiddenStub } from "../../client/session/hidden-stub.tsx";
import { HideButton } from "../../client/session/hide-button.tsx";
import { sayAnswer } from "../../client/session/polls.ts";
import { tallyOf, tallySentence } from "../../client/session/tally.ts";
import { Bars } from "../../ui/bars.tsx";
import { type Move, Moves } from "../../ui/moves.tsx";

/** So many people are drawn one by one. */
const DRAWN = 40;

/** What everybody answered, as bars with a mark where each stood before; who answered what behind a button. */
export function PollResult({ poll }: { readonly poll: Poll }) {
  const [open, setOpen] = useState(false);
  // While it is asked again, the page has its own new answer only: the picture is the round before.
  const shown = poll.blind ? { ...poll, answers: poll.before ?? {}, before: null } : poll;
  const tally = tallyOf(shown);
  return (
    <figure>
      <figcaption className="label mb-1">{poll.blind ? "In the round before" : "Answers"}</figcaption>
      <Bars bars={tally.bars} hasBefore={tally.before > 0 && !poll.blind} />
      <p className="sr-only">{tallySentence(tally)}</p>
      {tally.moved > 0 && (
        <p aria-hidden className="mt-1 text-soft text-xs">
          {tally.moved === 1 ? "1 answer changed." : `${tally.moved} answers changed.`}
        </p>
      )}
      <button
        type="button"
        aria-expanded={open}
        className="mt-1 rounded text-soft text-xs underline"
        onClick={() => setOpen(!open)}
      >
        who said what
      </button>
      {open && <People poll={shown} />}
    </figure>
  );
}

function People({ poll }: { readonly poll: Pick<Poll, "id" | "form" | "answers" | "before"> }) {
  const { form, answers, before } = poll;
  const names = useRoomView((view) =>
    Object.fromEntries(Object.keys({ ...before, ...answers }).map((id) => [id, nameOf(view, id)])),
  );
  const moves = Object.entries(names).map(([id, name]): Move => {
    const [old, now] = [before?.[id] ?? null, answers[id] ?? null];
    const words = now === null ? "no answer now" : sayAnswer(form, now);
    const text = old === null || old === now ? words : `${sayAnswer(form, old)} → ${words}`;
    return { id, name, text, before: shareOf(form, old), now: shareOf(form, now) };
  });
  const isLine = form.kind === "slider";
  return (
    <div className="mt-1.5 space-y-1.5">
      {isLine ? (
        <Moves label="Who said what" moves={moves.slice(0, DRAWN)} />
      ) : (
        <ul aria-label="Who said what" className="space-y-0.5 text-[0.8125rem]">
          {moves.slice(0, DRAWN).map(({ id, name, text }) => (
            <li key={id} className="flex flex-wrap items-center gap-1 [overflow-wrap:anywhere]">
              <bdi className="font-medium">{name}</bdi> <span className="min-w-0 text-soft">{text}</span>
              {form.kind === "words" && (
                <HideButton to={`answer/${poll.id}/${id}`} name={`the answer of ${name}`} />
              )}
              <HiddenStub to={`answer/${poll.id}/${id}`} what="the answer" />
            </li>
          ))}
        </ul>
      )}
      {moves.length > DRAWN && <p className="text-soft text-xs">and {moves.length - DRAWN} more</p>}
    </div>
  );
}

/** Where an answer stands between the ends of a slider, from 0 to 1; null where there is none. */
function shareOf(form: Poll["form"], answer: string | null): number | null {
  if (form.kind !== "slider" || answer === null || answer === "") return null;
  const [from, to] = [rationalToFloat(form.from), rationalToFloat(form.to)];
  return Math.min(1, Math.max(0, (rationalToFloat(answer) - from) / (to - from)));
}
