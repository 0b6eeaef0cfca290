import { isPublished, type RoomView } from "@crux/room/client";
import { isYou, nameOf } from "../room/who.ts";

/** The objection that a group was given to work on. */
export type Task = {
  readonly objection: string;
  readonly by: string;
  /** Its words; empty while a moderator hides it. */
  readonly text: string;
  /** The patch of each reading; none where it has none, or builds on another. */
  readonly patches: readonly (readonly unknown[])[];
};

/** A group of the room: who is in it, what it was given to work on, whether it has published values. */
export type GroupView = {
  readonly id: string;
  readonly name: string;
  readonly members: readonly string[];
  readonly isIn: boolean;
  /** How many changes it published; null where it has published nothing yet. */
  readonly changes: number | null;
  readonly task: Task | null;
};

/** All groups of the room, by name. */
export function groupsOf(
  view: Pick<RoomView, "debate" | "people" | "you" | "pseudonym">,
): readonly GroupView[] {
  return Object.values(view.debate.overlays)
    .flatMap((overlay): GroupView[] => {
      const { id, group, members, patch, task } = overlay;
      if (group === null) return [];
      return [
        {
          id,
          name: group,
          members: members.map((member) => nameOf(view, member)),
          isIn: members.some((member) => isYou(view, member)),
          changes: isPublished(overlay) ? patch.length : null,
          task: task === undefined ? null : taskOf(view, task),
        },
      ];
    })
    .toSorted((a, b) => (a.name < b.name ? -1 : 1));
}

function taskOf(view: Pick<RoomView, "debate" | "people">, objection: string): Task | null {
  const found = view.debate.objections[objection];
  if (found === undefined) return null;
  const { author, text, readings, replyTo } = found;
  const patches = replyTo === null ? readings.map(({ patch }) => patch) : [];
  return { objection, by: nameOf(view, author), text, patches };
}

/** What a group was given to work on, by the overlay's id; null for nothing. */
export const taskAt = (
  view: Pick<RoomView, "debate" | "people" | "you" | "pseudonym">,
  id: string,
): Task | null => groupsOf(view).find((one) => one.id === id)?.task ?? null;

/** Objections that a group can be given: open ones that can be read and answer nothing, newest first. */
export const givable = (
  view: Pick<RoomView, "debate" | "people">,
): readonly { readonly id: string; readonly name: string }[] =>
  Object.values(view.debate.objections)
    .filter(({ outcome, replyTo, text }) => outcome === null && replyTo === null && text !== "")
    .toSorted((a, b) => b.seq - a.seq)
    .map(({ id, author, text }) => ({
      id,
      name: `${nameOf(view, author)}: ${text.length > 60 ? `${text.slice(0, 58)} …` : text}`,
    }));
