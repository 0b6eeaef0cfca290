import { hiddenThing, noteWords } from "@crux/present/notes";
import type { ModerationNote, RoomView } from "@crux/room/client";
import { nameOf } from "../room/who.ts";
import { thingName } from "./things.ts";

/** One line of the record of what moderators did. */
export type NoteLine = { readonly seq: number; readonly at: number; readonly text: string };

type Named = Pick<RoomView, "people" | "rows" | "scenario">;

/** What moderators did, newest first, each as one sentence. */
export const noteLines = (view: RoomView): readonly NoteLine[] =>
  view.session.notes.map((note) => ({ seq: note.seq, at: note.at, text: sayNote(view, note) })).toReversed();

/** One thing that a moderator did, as a sentence. */
export const sayNote = (view: Named, { by, kind, subject, reason }: ModerationNote): string =>
  noteWords({ by: nameOf(view, by), kind, subject: subjectOf(view, kind, subject), reason });

function subjectOf(view: Named, kind: string, subject: string): string {
  if (subject === "") return "";
  if (kind === "hide" || kind === "unhide") return hiddenName(view, subject);
  return kind === "lock-term" ? thingName(view, subject) : nameOf(view, subject);
}

/** What was hidden, without its words. */
export function hiddenName(view: Named, ref: string): string {
  const [kind = "", ...rest] = ref.split("/");
  const last = rest.at(-1) ?? "";
  switch (kind) {
    case "answer":
      return `an answer of ${nameOf(view, last)}`;
    case "because":
      return `a reason of ${nameOf(view, last)}`;
    case "gloss":
      return `plain words on ${thingName(view, rest.join("/"))}`;
    default:
      return hiddenThing(kind);
  }
}
