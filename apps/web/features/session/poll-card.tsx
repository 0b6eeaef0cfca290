"use client";

import { Eye, EyeOff, Presentation } from "lucide-react";
import { useState } from "react";
import { useRoom, useRoomView } from "../../client/room/use-room.tsx";
import { ownIn } from "../../client/room/who.ts";
import { HiddenStub } from "../../client/session/hidden-stub.tsx";
import { HideButton } from "../../client/session/hide-button.tsx";
import type { PollView } from "../../client/session/polls.ts";
import { useLeads } from "../../client/session/use-meeting.ts";
import { PollAnswer } from "./poll-answer.tsx";
import { PollCause } from "./poll-cause.tsx";
import { PollResult } from "./poll-result.tsx";

/** One question: how to answer it, how many have, and once it is revealed what everybody said. */
export function PollCard({ view }: { readonly view: PollView }) {
  const { room } = useRoom();
  const isLeader = useLeads();
  const { poll, mine, hidden } = view;
  const { id, question } = poll;
  const before = useRoomView((all) => (poll.before === null ? null : ownIn(all, poll.before)));
  const named = useRoomView((all) => (poll.because === undefined ? null : ownIn(all, poll.because)));
  const [cause, setCause] = useState(named ?? "");
  const send = (answer: string, because: string) =>
    room.send({
      kind: "answer-poll",
      poll: id,
      answer,
      // Whoever answers as before was not moved.
      ...(because !== "" && before !== null && answer !== before && { because }),
    });
  if (hidden !== null && question === "")
    return (
      <article aria-label="A hidden question">
        <HiddenStub to={`poll/${id}`} what="a question" />
      </article>
    );
  return (
    <article
      aria-label={question}
      className="space-y-2 rounded-xl border border-rule bg-card px-3.5 py-3 text-sm"
    >
      <HiddenStub to={`poll/${id}`} what="this question" isOwn />
      <header>
        <h2 className="font-semibold text-base [overflow-wrap:anywhere]">{question}</h2>
        <p role="status" className="text-soft text-xs">
          {view.by} asks{poll.anonymous ? ", anonymously" : ""}. {view.short}
          {poll.blind
            ? ": nobody sees another's answer until it is revealed."
            : poll.closed
              ? ", closed."
              : "."}
        </p>
      </header>
      {view.mayAnswer && view.lock === null && before !== null && (
        <PollCause
          cause={cause}
          onChange={(next) => {
            setCause(next);
            if (mine !== null) send(mine, next);
          }}
        />
      )}
      {view.mayAnswer &&
        (view.lock === null ? (
          <PollAnswer
            key={mine ?? ""}
            form={poll.form}
            question={question}
            mine={mine}
            onAnswer={(answer) => send(answer, cause)}
          />
        ) : (
          <p className="text-soft">{view.lock}.</p>
        ))}
      {(!poll.blind || poll.before !== null) && <PollResult poll={poll} />}
      {isLeader && (
        <div className="flex flex-wrap gap-1.5">
          {poll.blind ? (
            <button
              type="button"
              className="button button-full"
              disabled={poll.count === 0}
              onClick={() => room.send({ kind: "reveal-poll", poll: id })}
            >
              <Eye size={15} aria-hidden /> Reveal
            </button>
          ) : (
            <button
              type="button"
              title="What was said stays known as before; new answers are hidden until you reveal them"
              className="button button-line"
              onClick={() => room.send({ kind: "blind-poll", poll: id })}
            >
              <EyeOff size={15} aria-hidden /> Ask again
            </button>
          )}
          <button
            type="button"
            className="button button-line"
            onClick={() => room.send({ kind: "show-on-screen", what: { kind: "poll", poll: id } })}
          >
            <Presentation size={15} aria-hidden /> Show on the screen
          </button>
          <button
            type="button"
            className="button"
            onClick={() => room.send({ kind: "close-poll", poll: id, closed: !poll.closed })}
          >
            {poll.closed ? "Take answers again" : "Close"}
          </button>
        </div>
      )}
      <div className="flex flex-wrap empty:hidden">
        <HideButton to={`poll/${id}`} name="this question" />
      </div>
    </article>
  );
}
