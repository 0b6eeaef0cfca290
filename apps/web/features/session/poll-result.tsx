"use client";

import type { Poll } from "@crux/room/client";
import { useState } from "react";
import { useRoomView } from "../../client/room/use-room.tsx";
import { HiddenStub } from "../../client/session/hidden-stub.tsx";
import { HideButton } from "../../client/session/hide-button.tsx";
import { causesOf, endsOf, middleSentence, movementsOf } from "../../client/session/movements.ts";
import { tallyOf, tallySentence } from "../../client/session/tally.ts";
import { Bars } from "../../ui/bars.tsx";
import { Moves } from "../../ui/moves.tsx";

/** So many people are drawn one by one. */
const DRAWN = 40;

type Shown = Pick<Poll, "id" | "form" | "answers" | "before" | "because">;

/** What everybody answered, as bars over those of before, with what moved people; who answered what behind a button. */
export function PollResult({ poll }: { readonly poll: Poll }) {
  const [open, setOpen] = useState(false);
  // While it is asked again, the page has its own new answer only: the picture is the round before.
  const shown: Shown = poll.blind ? { ...poll, answers: poll.before ?? {}, before: null, because: {} } : poll;
  const tally = tallyOf(shown);
  const middle = middleSentence(shown);
  const causes = useRoomView((view) => causesOf(view, Object.values(shown.because ?? {})));
  return (
    <figure>
      <figcaption className="label mb-1">{poll.blind ? "In the round before" : "Answers"}</figcaption>
      <Bars bars={tally.bars} hasBefore={tally.before > 0 && !poll.blind} />
      <p className="sr-only">{tallySentence(tally)}</p>
      {!poll.blind && middle !== "" && <p className="mt-1 text-soft text-xs">{middle}</p>}
      {tally.moved > 0 && (
        <p aria-hidden className="mt-1 text-soft text-xs">
          {tally.moved === 1 ? "1 answer changed." : `${tally.moved} answers changed.`}
        </p>
      )}
      {causes.length > 0 && (
        <ul aria-label="What moved people" className="mt-0.5 space-y-0.5 text-xs">
          {causes.map(({ id, text, count }) => (
            <li key={id} className="[overflow-wrap:anywhere]">
              <span className="text-soft">{count === 1 ? "One moved by" : `${count} moved by`}</span> {text}
            </li>
          ))}
        </ul>
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

function People({ poll }: { readonly poll: Shown }) {
  const { form } = poll;
  const moves = useRoomView((view) => movementsOf(view, poll));
  const drawn = moves.slice(0, DRAWN);
  const withCause = drawn.map(({ cause, text, ...one }) => ({
    ...one,
    text: cause === "" ? text : `${text}, moved by ${cause}`,
  }));
  return (
    <div className="mt-1.5 space-y-1.5">
      {endsOf(poll) === null ? (
        <ul aria-label="Who said what" className="space-y-0.5 text-[0.8125rem]">
          {withCause.map(({ id, name, text }) => (
            <li key={id} className="flex flex-wrap items-center gap-1 [overflow-wrap:anywhere]">
              <bdi className="font-medium">{name}</bdi> <span className="min-w-0 text-soft">{text}</span>
              {form.kind === "words" && (
                <HideButton to={`answer/${poll.id}/${id}`} name={`the answer of ${name}`} />
              )}
              <HiddenStub to={`answer/${poll.id}/${id}`} what="the answer" />
            </li>
          ))}
        </ul>
      ) : (
        <Moves label="Who said what" moves={withCause} />
      )}
      {moves.length > DRAWN && <p className="text-soft text-xs">and {moves.length - DRAWN} more</p>}
    </div>
  );
}
