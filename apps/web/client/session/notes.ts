import type { ModerationNote, RoomView } from "@crux/room/client";
import { nameOf } from "../room/who.ts";
import { thingName } from "./things.ts";

/** One line of the record of what moderators did. */
export type NoteLine = { readonly seq: number; readonly at: number; readonly text: string };

/** What moderators did, newest first, each as one sentence. */
export const noteLines = (view: RoomView): readonly NoteLine[] =>
  view.session.notes.map((note) => ({ seq: note.seq, at: note.at, text: sayNote(view, note) })).toReversed();

/** One thing that a moderator did, as a sentence. */
export function sayNote(view: Pick<RoomView, "people" | "rows" | "scenario">, note: ModerationNote): string {
  const by = nameOf(view, note.by);
  const whom = note.subject === "" ? "" : nameOf(view, note.subject);
  const why = note.reason === "" ? "" : `: ${note.reason}`;
  switch (note.kind) {
    case "hide":
      return `${by} hid ${hiddenName(view, note.subject)}${why}.`;
    case "unhide":
      return `${by} showed ${hiddenName(view, note.subject)} again.`;
    case "mute":
      return `${by} muted ${whom}${why}.`;
    case "unmute":
      return `${by} unmuted ${whom}.`;
    case "remove-person":
      return `${by} sent ${whom} out${why}.`;
    case "readmit-person":
      return `${by} let ${whom} back in.`;
    case "lock-term":
      return `${by} ${note.reason} ${thingName(view, note.subject)}.`;
    case "close-door":
      return note.reason === "closed" ? `${by} let nobody new in.` : `${by} let new people in again.`;
    case "close-room":
      return note.reason === "closed" ? `${by} closed the room.` : `${by} opened the room again.`;
    case "set-anonymous":
      return note.reason === "anonymous"
        ? `${by} made the room anonymous.`
        : `${by} ended the anonymity of the room.`;
    case "set-code":
      return `${by} set the code (${note.reason}).`;
    case "renew-code":
      return `${by} renewed the code.`;
    case "hand-over":
      return `${by} handed the room over to ${whom}.`;
    case "set-embed":
      return note.reason === "shown on other pages"
        ? `${by} let other pages show the strip.`
        : `${by} took the strip off other pages.`;
    case "set-role":
      return `${by} made ${whom} a ${note.reason}.`;
    case "set-agenda":
      return `${by} changed the agenda.`;
    case "skip-hand":
      return `${by} passed over ${whom} in the queue.`;
    default:
      return `${by}: ${note.kind}${why}.`;
  }
}

/** What was hidden, without its words. */
function hiddenName(view: Pick<RoomView, "people" | "rows" | "scenario">, ref: string): string {
  const [kind = "", ...rest] = ref.split("/");
  const last = rest.at(-1) ?? "";
  switch (kind) {
    case "objection":
      return "an objection";
    case "claim":
      return "a claim";
    case "poll":
      return "a question";
    case "overlay":
      return "somebody's values";
    case "answer":
      return `an answer of ${nameOf(view, last)}`;
    case "because":
      return `a reason of ${nameOf(view, last)}`;
    case "name":
      return "a name";
    case "gloss":
      return `plain words on ${thingName(view, rest.join("/"))}`;
    default:
      return "something";
  }
}
