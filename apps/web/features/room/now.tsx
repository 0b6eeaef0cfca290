"use client";

import { Hand, Presentation } from "lucide-react";
import type { ReactNode } from "react";
import { useDrafts } from "../../client/debate/use-debate.tsx";
import { useRoom, useRoomView } from "../../client/room/use-room.tsx";
import { sayRemaining } from "../../client/session/countdown.ts";
import { floorOf } from "../../client/session/meeting.ts";
import { pollsOf } from "../../client/session/polls.ts";
import { type Prompt, promptOf } from "../../client/session/prompt.ts";
import { sayShown } from "../../client/session/spotlight.ts";
import { useCountdown, useLock } from "../../client/session/use-meeting.ts";
import { strongestCosts } from "../../client/strongest-costs.ts";
import { useWorkspace } from "../../client/use-workspace.tsx";
import { MePanel } from "../me/me-panel.tsx";
import { GroupPrompt } from "../session/group-prompt.tsx";
import { PollCard } from "../session/poll-card.tsx";

/** What a phone asks of its owner now, and nothing else; below it what is on the big screen, and a hand to raise. */
export function NowPanel({
  onShow,
  onModel,
}: {
  readonly onShow: (() => void) | null;
  readonly onModel: () => void;
}) {
  const prompt = useRoomView(promptOf);
  return (
    <section aria-label="Now" className="space-y-3" data-prompt={prompt.kind}>
      <Asked prompt={prompt} onModel={onModel} />
      <OnScreen onShow={onShow} />
      <Speak />
    </section>
  );
}

function Asked({ prompt, onModel }: { readonly prompt: Prompt; readonly onModel: () => void }) {
  switch (prompt.kind) {
    case "speak":
      return <HasFloor />;
    case "poll":
      return <Question id={prompt.poll} />;
    case "estimate":
      return (
        <div className="rounded-xl border border-rule bg-card p-4">
          <MePanel
            title={
              prompt.isAgain
                ? "Where do you stand now?"
                : "Drag the g to where you think training sits, and pin it."
            }
          />
        </div>
      );
    case "group":
      return <GroupPrompt onValues={onModel} />;
    case "object":
      return <Doubts />;
    case "nothing":
      return (
        <Frame title="Nothing is asked of you now.">
          <p className="text-soft">Listen, look at the screen, or try things out under Model.</p>
        </Frame>
      );
  }
}

function Question({ id }: { readonly id: string }) {
  const view = useRoomView((all) => pollsOf(all).find(({ poll }) => poll.id === id) ?? null);
  return view === null ? null : <PollCard view={view} />;
}

function Frame({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <div className="rounded-xl border border-rule bg-card p-4">
      <h2 className="mb-2 text-pretty font-semibold font-serif text-xl leading-snug">{title}</h2>
      {children}
    </div>
  );
}

/** The costs that move the flip most, each a tap away from an objection. */
function Doubts() {
  const drafts = useDrafts();
  const costs = strongestCosts(
    useWorkspace((workspace) => workspace.view.model.programs),
    3,
  );
  if (drafts === null) return null;
  return (
    <Frame title="Which of these do you doubt?">
      <ul className="space-y-2">
        {costs.map(({ term, axis, label }) => (
          <li key={`${axis} ${term}`}>
            <button
              type="button"
              onClick={() => drafts.store.startDoubt({ kind: "cost", term, axis })}
              className="min-h-12 w-full rounded-xl border border-edge px-4 py-2 text-left text-base hover:bg-well"
            >
              {axis === "c" ? "How long" : "How slow"} <span className="font-semibold">{label}</span> is
            </button>
          </li>
        ))}
        <li>
          <button
            type="button"
            onClick={() => drafts.store.startDoubt({ kind: "scenario" })}
            className="min-h-12 w-full rounded-xl border border-edge border-dashed px-4 py-2 text-left text-base hover:bg-well"
          >
            Something else, or the whole set-up
          </button>
        </li>
      </ul>
    </Frame>
  );
}

function HasFloor() {
  const { room } = useRoom();
  const countdown = useCountdown("speaker");
  return (
    <Frame title="You have the floor.">
      {countdown !== null && (
        <p role="timer" className="figure font-semibold text-4xl">
          {sayRemaining(countdown.ms)}
        </p>
      )}
      <button
        type="button"
        className="button button-line mt-3 min-h-12 px-4 text-base"
        onClick={() => room.send({ kind: "yield-floor" })}
      >
        I am done
      </button>
    </Frame>
  );
}

/** What the big screen shows, in one line, with the way to it. */
function OnScreen({ onShow }: { readonly onShow: (() => void) | null }) {
  const text = useRoomView(sayShown);
  if (text === null) return null;
  return (
    <p className="flex items-center gap-2 rounded-xl bg-well px-3 py-2 text-sm">
      <Presentation size={16} aria-hidden className="shrink-0" />
      <span className="min-w-0 flex-1 [overflow-wrap:anywhere]">
        <span className="text-soft">On the screen:</span> {text}
      </span>
      {onShow !== null && (
        <button type="button" className="button button-line min-h-11" onClick={onShow}>
          See it
        </button>
      )}
    </p>
  );
}

/** A hand to raise, large; who is before this person. */
function Speak() {
  const { room } = useRoom();
  const { queue, isUp, speaker } = useRoomView(floorOf);
  const lock = useLock("speak");
  const role = useRoomView((view) => view.you?.role);
  const you = useRoomView((view) => view.you?.id ?? "");
  if (speaker?.isYou || role === undefined || role === "screen") return null;
  const place = queue.findIndex((one) => one.isYou);
  return (
    <div className="flex flex-wrap items-center gap-2">
      <button
        type="button"
        aria-pressed={isUp}
        disabled={lock !== null && !isUp}
        title={lock ?? undefined}
        onClick={() =>
          room.send(
            isUp ? { kind: "lower-hand", person: you } : { kind: "raise-hand", reply: false, about: null },
          )
        }
        className={`button min-h-12 px-4 text-base ${isUp ? "button-full" : "button-line"}`}
      >
        <Hand size={18} aria-hidden />{" "}
        {isUp ? "Take my hand down" : role === "viewer" ? "Ask to speak" : "Raise my hand"}
      </button>
      <p role="status" className="text-soft text-sm">
        {lock ??
          (place < 0
            ? ""
            : place === 0
              ? "You are next."
              : `${place} before you: ${queue[place]?.reason ?? ""}.`)}
      </p>
    </div>
  );
}
