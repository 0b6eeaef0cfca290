"use client";

import { useEffect, useState } from "react";
import { keepIn } from "../../client/keep-in.ts";
import { later } from "../../client/later.tsx";
import { useRoom, useRoomView } from "../../client/room/use-room.tsx";
import { quietOf } from "../../client/session/quiet.ts";
import { useIsMeeting } from "../../client/session/use-meeting.ts";

const MissedCard = later(() => import("./missed-card.tsx").then((file) => file.MissedCard));

/** The entry after which a room has its first scenario. */
const FIRST = 2;

/** What somebody missed who comes back, or who comes when the meeting has begun; nothing for everybody else. */
export function Missed({ isBrief }: { readonly isBrief: boolean }) {
  const { room } = useRoom();
  const since = useRoomView((view) => view.since);
  const isOnline = useRoomView((view) => view.connection.kind === "online" && view.you !== null);
  const isModerator = useRoomView((view) => view.you?.role === "moderator");
  const isMeeting = useIsMeeting();
  const isQuiet = useRoomView((view) => quietOf(view)?.checkpoint ?? null) !== null;
  const [late, setLate] = useState(false);
  // A device is new to the room once: whoever was here before the meeting began has missed nothing of it.
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked once, when the page has first heard the room
  useEffect(() => {
    if (!isOnline) return;
    const kept = keepIn(`crux-met ${room.id}`);
    if (kept.get() === null && isMeeting && !isModerator) setLate(true);
    kept.set("yes");
  }, [isOnline, room]);
  if (since !== null)
    return (
      <MissedCard
        key={since.seq}
        from={since.seq}
        at={since.at}
        isBrief={isBrief}
        onClose={room.forgetSince}
      />
    );
  // Who finds nobody is told the last checkpoint instead.
  if (late && !isQuiet)
    return <MissedCard from={FIRST} at={null} isBrief={isBrief} onClose={() => setLate(false)} />;
  return null;
}
