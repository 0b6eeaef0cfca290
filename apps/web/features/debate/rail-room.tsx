"use client";

import type { Role } from "@crux/room/client";
import { editors, isMuted, pseudonymName, speakers } from "@crux/room/client";
import { createContext, type ReactNode, useContext, useMemo } from "react";
import { useRoomView } from "../../client/room/use-room.tsx";
import { voiceOf } from "../../client/room/who.ts";
import { lockSentence } from "../../client/session/meeting.ts";
import { useLeads } from "../../client/session/use-meeting.ts";

/** Who looks at the rail and what they may do, and who everybody is. */
export type RailRoom = {
  readonly you: string;
  /** Whether an id is the reader's own, or the one under which they speak anonymously. */
  readonly isYou: (person: string) => boolean;
  /** Whether they may hide what somebody wrote, and show it again. */
  readonly moderates: boolean;
  /** Whether they steer the meeting: they choose what the big screen shows. */
  readonly leads: boolean;
  /** Why they may not raise objections, answer them, react or place numbers now; null where they may. */
  readonly locks: Readonly<Record<"object" | "reply" | "react" | "estimate", string | null>>;
  /** Whether their word counts: they answer, react, judge. */
  readonly speaks: boolean;
  /** Whether they may change the shared scenario, now. */
  readonly edits: boolean;
  /** Whether a moderator muted them: then they take back, and add or settle nothing. */
  readonly isMute: boolean;
  /** Whether their role settles objections. */
  readonly settles: boolean;
  readonly nameOf: (person: string) => string;
  readonly colourOf: (person: string) => number;
};

const Context = createContext<RailRoom | null>(null);

/** Puts around the rail what all its cards need to know of the room. */
export function RailRoomProvider({ children }: { readonly children: ReactNode }) {
  const you = useRoomView((view) => view.you?.id ?? "");
  const leads = useLeads();
  const locks = useRoomView((view) => ({
    object: lockSentence(view, "object"),
    reply: lockSentence(view, "reply"),
    react: lockSentence(view, "react"),
    estimate: lockSentence(view, "estimate"),
  }));
  const role = useRoomView((view): Role => view.you?.role ?? "viewer");
  const closed = useRoomView((view) => view.closed || view.connection.kind === "ended");
  const isMute = useRoomView((view) => isMuted(view, voiceOf(view)));
  const edits = useRoomView((view) => view.canEdit);
  const pseudonym = useRoomView((view) => view.pseudonym);
  const people = useRoomView((view) =>
    Object.fromEntries(view.people.map(({ id, name, colour }) => [id, { name, colour }])),
  );
  const rail = useMemo<RailRoom>(
    () => ({
      you,
      isYou: (person) => person === you || person === pseudonym,
      leads,
      locks,
      moderates: role === "moderator" && !closed,
      speaks: speakers.includes(role) && !closed,
      edits,
      isMute,
      settles: editors.includes(role) && !closed,
      nameOf: (person) => people[person]?.name ?? pseudonymName(person),
      colourOf: (person) => people[person]?.colour ?? 7,
    }),
    [you, pseudonym, leads, locks, role, closed, edits, isMute, people],
  );
  return <Context value={rail}>{children}</Context>;
}

/** What the rail's parts know of the room around them. */
export function useRailRoom(): RailRoom {
  const rail = useContext(Context);
  if (rail === null) throw new Error("bug: the rail's room is missing around this component");
  return rail;
}
