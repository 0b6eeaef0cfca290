/** What a moderator did, with names as they may be read. */
export type NotedDeed = {
  readonly by: string;
  /** The command that did it. */
  readonly kind: string;
  /** Whom or what it was about; of what was hidden the sort of thing it is, or words for it; empty for the room. */
  readonly subject: string;
  /** What was said, or set. */
  readonly reason: string;
};

/** What a moderator did, in one sentence. */
export function noteWords({ by, kind, subject, reason }: NotedDeed): string {
  const why = reason === "" ? "." : `: ${reason}${/[.!?…]$/.test(reason) ? "" : "."}`;
  switch (kind) {
    case "hide":
      return `${by} hid ${thingIn(subject)}${why}`;
    case "unhide":
      return `${by} showed ${thingIn(subject)} again.`;
    case "mute":
      return `${by} muted ${subject}${why}`;
    case "unmute":
      return `${by} unmuted ${subject}.`;
    case "remove-person":
      return `${by} sent ${subject} out${why}`;
    case "readmit-person":
      return `${by} let ${subject} back in.`;
    case "lock-term":
      return `${by} ${reason} ${subject}.`;
    case "close-door":
      return reason === "closed" ? `${by} let nobody new in.` : `${by} let new people in again.`;
    case "close-room":
      return reason === "closed" ? `${by} closed the room.` : `${by} opened the room again.`;
    case "set-anonymous":
      return reason === "anonymous"
        ? `${by} made the room anonymous.`
        : `${by} ended the anonymity of the room.`;
    case "set-code":
      return `${by} set the code (${reason}).`;
    case "renew-code":
      return `${by} renewed the code.`;
    case "hand-over":
      return `${by} handed the room over to ${subject}.`;
    case "set-embed":
      return reason === "shown on other pages"
        ? `${by} let other pages show the strip.`
        : `${by} took the strip off other pages.`;
    case "set-role":
      return `${by} made ${subject} a ${reason}.`;
    case "set-agenda":
      return `${by} changed the agenda.`;
    case "skip-hand":
      return `${by} passed over ${subject} in the queue.`;
    default:
      return `${by}: ${[kind.replaceAll("-", " "), subject, reason].filter((one) => one !== "").join(", ")}.`;
  }
}

const thingIn = (subject: string): string => THINGS[subject] ?? (subject || "something");

/** What something that was hidden is, by the first word of its name, e.g. `a claim`. */
export const hiddenThing = (kind: string): string => THINGS[kind] ?? "something";

/** What can be hidden, by the first word of its name. */
const THINGS: Readonly<Record<string, string>> = {
  objection: "an objection",
  claim: "a claim",
  poll: "a question",
  gloss: "plain words",
  answer: "an answer",
  because: "a reason",
  name: "a name",
  overlay: "somebody's values",
};
