import {
  type Permission,
  type PhaseLock,
  phaseLock,
  phaseOf,
  type QueuePlace,
  queueOf,
  type RoomView,
} from "@crux/room/client";
import { nameOf, voiceOf } from "../room/who.ts";

/** What each permission opens, in plain words: who has it may … */
export const DEEDS: Readonly<Record<Permission, string>> = {
  edit: "edit the shared model",
  object: "raise objections",
  reply: "answer objections",
  react: "react and endorse",
  estimate: "place g and credences",
  claim: "pin claims",
  overlay: "publish own values",
  speak: "raise a hand",
  answer: "answer questions",
};

/** Whether the person at this page steers the meeting now: a moderator, or a debater while no moderator is here. */
export const leads = ({ you, people, connection, closed }: RoomView): boolean =>
  !closed &&
  connection.kind !== "ended" &&
  (you?.role === "moderator" ||
    // Without a connection nobody knows whether a moderator is here.
    (you?.role === "debater" &&
      connection.kind === "online" &&
      !people.some(({ role, at }) => role === "moderator" && at.length > 0)));

/** Whether a meeting is being held: a phase is on, someone speaks or wants to, or a question was put. */
export function isMeeting({ session }: Pick<RoomView, "session">): boolean {
  const { phase, floor, polls, timers } = session;
  return (
    phase !== null ||
    timers.phase !== null ||
    floor.speaker !== null ||
    Object.keys(floor.hands).length > 0 ||
    Object.keys(polls).length > 0
  );
}

/** The agenda with the phase that is on. */
export type AgendaView = {
  readonly phases: readonly {
    readonly id: string;
    readonly name: string;
    readonly seconds: number | null;
    readonly isOn: boolean;
    /** Whether it stands before the phase that is on. */
    readonly isBefore: boolean;
  }[];
  /** The place of the phase that is on; -1 when none is. */
  readonly at: number;
};

/** The agenda as a page shows it. */
export function agendaOf({ session }: Pick<RoomView, "session">): AgendaView {
  const at = session.agenda.findIndex(({ id }) => id === session.phase?.id);
  const phases = session.agenda.map(({ id, name, seconds }, index) => ({
    id,
    name,
    seconds,
    isOn: index === at,
    isBefore: index < at,
  }));
  return { phases, at };
}

/** Why a control is locked, by a moderator who muted you or by the phase that is on, as one sentence; null when it is not. */
export function lockSentence(
  view: Pick<RoomView, "session" | "you" | "pseudonym">,
  permission: Permission,
): string | null {
  const { session, you } = view;
  // What never stands under a pseudonym goes by the muting of one's own name.
  const voice = permission === "edit" || permission === "speak" ? (you?.id ?? null) : voiceOf(view);
  const muted = voice === null ? undefined : session.muted[voice];
  if (muted !== undefined)
    return muted.until === "phase"
      ? "A moderator has muted you until the next phase"
      : "A moderator has muted you; they can lift it";
  const lock = you === null ? null : phaseLock(session, you.role, permission);
  return lock && sayLock(lock);
}

/** Who opens what is locked, and when. */
export const sayLock = ({ phase, opensIn }: PhaseLock): string =>
  opensIn === null
    ? `Not in “${phase.name}”: the moderator opens it by changing the phase`
    : `Opens in “${opensIn.name}”, by the moderator`;

/** What someone of your role may do in the phase that is on, in plain words; null when no phase is on or rules you. */
export function mayNow({ session, you }: Pick<RoomView, "session" | "you">): readonly string[] | null {
  const phase = phaseOf(session);
  if (phase === null || you === null || you.role === "moderator" || you.role === "screen") return null;
  return phase.may[you.role].map((one) => DEEDS[one]);
}

/** One place in the speaking queue. */
export type QueueItem = {
  readonly person: string;
  readonly name: string;
  /** Why they stand where they stand. */
  readonly reason: string;
  readonly isYou: boolean;
  readonly isReply: boolean;
  /** The thing it is about, as reactions name it. */
  readonly about: string | null;
};

const reasonOf = ({ reason, turns }: QueuePlace): string => {
  switch (reason) {
    case "reply":
      return "answers what is being talked about";
    case "first-time":
      return "has not spoken yet";
    case "again":
      return turns === 1 ? "has spoken once" : `has spoken ${turns} times`;
    case "skipped":
      return "was passed over";
  }
};

/** Who speaks, who is next and why. */
export type FloorView = {
  readonly speaker: { readonly person: string; readonly name: string; readonly isYou: boolean } | null;
  readonly queue: readonly QueueItem[];
  /** Whether your hand is up. */
  readonly isUp: boolean;
};

/** The floor as a page shows it. */
export function floorOf(view: Pick<RoomView, "session" | "you" | "people">): FloorView {
  const { floor } = view.session;
  const you = view.you?.id ?? "";
  const queue = queueOf(floor).map((place): QueueItem => {
    const { person, about } = place.hand;
    return {
      person,
      name: nameOf(view, person),
      reason: reasonOf(place),
      isYou: person === you,
      isReply: place.reason === "reply",
      about,
    };
  });
  const speaker = floor.speaker && {
    person: floor.speaker.person,
    name: nameOf(view, floor.speaker.person),
    isYou: floor.speaker.person === you,
  };
  return { speaker, queue, isUp: floor.hands[you] !== undefined };
}
