"use client";

import { MessageCircleQuestion } from "lucide-react";
import { useState } from "react";
import { later } from "../../client/later.tsx";
import { useRoomView } from "../../client/room/use-room.tsx";
import { openPollOf, pollsOf } from "../../client/session/polls.ts";
import { Dialog } from "../../ui/dialog.tsx";

const PollCard = later(
  () => import("./poll-card.tsx").then((file) => file.PollCard),
  () => <p className="p-3 text-soft">Opening …</p>,
);

/** That a question waits for an answer, with the way to it; nothing where none does. */
export function PollPrompt() {
  const open = useRoomView((view) => {
    const poll = openPollOf(view);
    return poll && { id: poll.poll.id, question: poll.poll.question, by: poll.by, short: poll.short };
  });
  const [answering, setAnswering] = useState<string | null>(null);
  const view = useRoomView((all) => pollsOf(all).find(({ poll }) => poll.id === answering) ?? null);
  return (
    <>
      {open !== null && (
        <div className="mb-1.5 flex flex-wrap items-center gap-x-3 gap-y-1 rounded-lg bg-ink px-3 py-1.5 text-paper text-sm">
          <p role="status" className="flex min-w-0 flex-1 items-center gap-2 [overflow-wrap:anywhere]">
            <MessageCircleQuestion size={16} aria-hidden className="shrink-0" />
            <span>
              {open.by} asks: <strong>{open.question}</strong>
            </span>
          </p>
          <span className="figure text-xs">{open.short}</span>
          <button
            type="button"
            className="button bg-paper text-ink hover:bg-well"
            onClick={() => setAnswering(open.id)}
          >
            Answer
          </button>
        </div>
      )}
      <Dialog title="A question" open={view !== null} onClose={() => setAnswering(null)}>
        {view !== null && <PollCard view={view} />}
      </Dialog>
    </>
  );
}
