"use client";

import { MessageCircleQuestion } from "lucide-react";
import { type ReactNode, useId, useState } from "react";
import { useRoomView } from "../../client/room/use-room.tsx";
import { pollsOf } from "../../client/session/polls.ts";
import { useLeads } from "../../client/session/use-meeting.ts";
import { GroupsPart } from "./groups-part.tsx";
import { LostList } from "./lost-list.tsx";
import { Moderation } from "./moderation.tsx";
import { PollCard } from "./poll-card.tsx";
import { PollForm } from "./poll-form.tsx";
import { QueueBox } from "./queue-box.tsx";
import { ScreenBox } from "./screen-box.tsx";

/** The meeting beside the model: who speaks and who is next, and the questions that were put to everybody. */
export function MeetingPanel() {
  const isModerator = useRoomView((view) => view.you?.role === "moderator");
  const isLeader = useLeads();
  const hasGroups = useRoomView(({ debate }) =>
    Object.values(debate.overlays).some(({ group }) => group !== null),
  );
  return (
    <section aria-label="Meeting" className="space-y-4">
      <Part title="Speaking">
        <QueueBox />
      </Part>
      <Polls />
      {(isLeader || hasGroups) && (
        <Part title="Groups">
          <GroupsPart />
        </Part>
      )}
      {isModerator && (
        <Part title="Where people are lost">
          <LostList />
        </Part>
      )}
      <Part title="Moderation">
        <Moderation />
      </Part>
      {isLeader && (
        <Part title="Big screen">
          <ScreenBox />
        </Part>
      )}
    </section>
  );
}

function Polls() {
  const polls = useRoomView(pollsOf);
  const isLeader = useLeads();
  const [asking, setAsking] = useState(false);
  if (polls.length === 0 && !isLeader) return null;
  return (
    <Part title="Questions to everybody">
      <div className="space-y-2">
        {asking ? (
          <PollForm onDone={() => setAsking(false)} />
        ) : (
          isLeader && (
            <button type="button" className="button button-line" onClick={() => setAsking(true)}>
              <MessageCircleQuestion size={15} aria-hidden /> Ask a question
            </button>
          )
        )}
        {polls.map((view) => (
          <PollCard key={view.poll.id} view={view} />
        ))}
      </div>
    </Part>
  );
}

/** A part of the panel with its heading. */
function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  const heading = useId();
  return (
    <section aria-labelledby={heading}>
      <h2 id={heading} className="label mb-1">
        {title}
      </h2>
      {children}
    </section>
  );
}
