"use client";

import { type Poll, type PollForm, speakers } from "@crux/room/client";
import { useRoomView } from "../../client/room/use-room.tsx";
import { endsOf, middleSentence, middleShares } from "../../client/session/movements.ts";
import { tallyOf, tallySentence } from "../../client/session/tally.ts";
import { Bars } from "../../ui/bars.tsx";
import { Columns } from "./columns.tsx";
import { StageCauses } from "./stage-causes.tsx";
import { Gone } from "./stage-parts.tsx";

/** So many bars are ranges of numbers, which stand as columns. */
const RANGES = 10;

/** A question: how many have answered while answers are hidden, then how they lie, and how they moved. */
export function StagePoll({ id }: { readonly id: string }) {
  const poll = useRoomView((view) => view.session.polls[id] ?? null);
  const hidden = useRoomView((view) => view.session.hidden[`poll/${id}`]?.reason ?? null);
  const here = useRoomView(
    (view) => view.people.filter(({ role, at }) => speakers.includes(role) && at.length > 0).length,
  );
  if (poll === null) return <Gone>This question is not there any more.</Gone>;
  if (hidden !== null) return <Gone>Hidden by a moderator: {hidden}</Gone>;
  const tally = tallyOf(poll);
  const ends = endsOf(poll);
  const steps = poll.form.kind === "choice" ? stepsOf(poll, poll.form.options) : [];
  return (
    <div data-testid="stage-poll" className="mx-auto flex h-full max-w-[44rem] flex-col justify-center">
      <h2 className="text-pretty font-serif text-[1.9rem] leading-tight [overflow-wrap:anywhere]">
        {poll.question}
      </h2>
      {poll.blind ? (
        <>
          {poll.form.kind === "choice" && (
            <ol className="mt-[0.6rem] text-[1.2rem] leading-snug">
              {poll.form.options.map((option) => (
                <li key={option} className="[overflow-wrap:anywhere]">
                  <span
                    aria-hidden
                    className="mr-[0.5rem] inline-block size-[0.75rem] rounded-full border-[0.12rem] border-edge"
                  />
                  <bdi>{option}</bdi>
                </li>
              ))}
            </ol>
          )}
          <p className="figure mt-[0.7rem] font-semibold text-[2.8rem] leading-none" data-testid="count">
            {poll.count} of {Math.max(poll.count, here)} in
          </p>
          <p className="mt-[0.4rem] text-[1rem] text-soft">
            {poll.closed ? "Closed." : "Answer on your phone. Nobody sees an answer before all are shown."}
          </p>
        </>
      ) : (
        <div className="mt-[0.7rem] text-[1.1rem]">
          {ends !== null && tally.bars.length >= RANGES ? (
            <Columns bars={tally.bars} ends={labelled(poll.form, ends)} middles={middleShares(poll)} tall>
              {tally.now === 0
                ? "Nobody has answered."
                : `${tally.now === 1 ? "1 answer" : `${tally.now} answers`}. ${middleSentence(poll)}`}
            </Columns>
          ) : (
            <>
              <Bars bars={tally.bars} hasBefore={tally.moved > 0} beside />
              <p className="mt-[0.4rem] text-[1rem] empty:hidden">{middleSentence(poll)}</p>
            </>
          )}
          <p className="sr-only" data-testid="tally">
            {tallySentence(tally)}
          </p>
          {tally.moved > 0 && (
            <p className="mt-[0.5rem] text-[1rem] text-soft">
              {tally.moved === 1 ? "1 answer changed" : `${tally.moved} answers changed`} since they were
              shown first{steps.length === 0 ? "." : ":"} {steps.join("; ")}
            </p>
          )}
          <StageCauses of={Object.values(poll.because ?? {})} />
        </div>
      )}
    </div>
  );
}

/** So many ways in which answers changed are named. */
const NAMED = 3;

/** How often one option was left for another, the most frequent first: `Store → Derive (2)`. */
function stepsOf({ answers, before }: Poll, options: readonly string[]): readonly string[] {
  const counts = new Map<string, number>();
  for (const [id, now] of Object.entries(answers)) {
    const old = before?.[id];
    const [from, to] = [options[Number(old)], options[Number(now)]];
    if (old === undefined || old === now || old === "" || now === "" || !from || !to) continue;
    const step = `${from} → ${to}`;
    counts.set(step, (counts.get(step) ?? 0) + 1);
  }
  return [...counts]
    .toSorted(([, a], [, b]) => b - a)
    .slice(0, NAMED)
    .map(([step, count]) => `${step} (${count})`);
}

/** The ends of the line with their names. */
const labelled = (form: PollForm, [from, to]: readonly [string, string]): readonly [string, string] =>
  form.kind === "slider"
    ? [
        [from, form.fromLabel].filter((one) => one !== "").join(": "),
        [to, form.toLabel].filter((one) => one !== "").join(": "),
      ]
    : [from, to];
