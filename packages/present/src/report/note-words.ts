import type { RecordNote } from "@crux/core";

/** What a moderator did, in one sentence. */
export function noteWords({ by, kind, subject, reason }: RecordNote): string {
  const because = reason === "" ? "." : `: ${reason}`;
  const thing = THINGS[subject] ?? "something";
  switch (kind) {
    case "hide":
      return `${by} hid ${thing}${because}`;
    case "unhide":
      return `${by} showed ${thing} again.`;
    case "mute":
      return `${by} muted ${subject}${because}`;
    case "unmute":
      return `${by} let ${subject} speak again.`;
    case "remove-person":
      return `${by} removed ${subject}${because}`;
    case "readmit-person":
      return `${by} let ${subject} in again.`;
    case "lock-term":
      return `${by} ${reason} ${subject}.`;
    case "close-door":
      return reason === "closed"
        ? `${by} closed the door to new people.`
        : `${by} opened the door to new people.`;
    case "close-room":
      return reason === "closed" ? `${by} closed the room.` : `${by} opened the room again.`;
    case "set-anonymous":
      return reason === "anonymous"
        ? `${by} made the room anonymous.`
        : `${by} ended anonymity: people speak by name.`;
    case "set-code":
      return `${by} set the code: ${reason}.`;
    case "renew-code":
      return `${by} renewed the code.`;
    case "hand-over":
      return `${by} handed the room over to ${subject}.`;
    case "set-embed":
      return reason === "shown on other pages"
        ? `${by} let other pages show the strip.`
        : `${by} took the strip off other pages.`;
    case "set-role":
      return `${by} made ${subject} ${reason}.`;
    case "set-agenda":
      return `${by} changed the agenda.`;
    case "skip-hand":
      return `${by} passed over ${subject}.`;
    default:
      return `${by}: ${[kind.replaceAll("-", " "), subject, reason].filter((one) => one !== "").join(", ")}.`;
  }
}

/** What can be hidden, by the first word of its address. */
const THINGS: Readonly<Record<string, string>> = {
  objection: "an objection",
  claim: "a claim",
  poll: "a poll",
  gloss: "a gloss",
  answer: "an answer",
  because: "someone's reason",
  name: "a name",
  overlay: "someone's values",
};
