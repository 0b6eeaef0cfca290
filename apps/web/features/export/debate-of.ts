import type { DebateItem } from "@crux/present/export";
import { objectionsOf, pseudonymName, type RoomView, readOnce } from "@crux/room/client";

/** What people said in a room, oldest first, under their names; what is hidden as a stub, for its author, too. */
export function debateOf({ debate, scenario, rows, people, session }: RoomView): readonly DebateItem[] {
  const names = new Map(people.map(({ id, name }) => [id, name]));
  return objectionsOf(debate, scenario, rows, readOnce).map(({ objection, replyTo }) => {
    const author = names.get(objection.author) ?? pseudonymName(objection.author);
    const { [`objection/${objection.id}`]: hidden } = session.hidden;
    if (hidden === undefined) return { objection: { ...objection, author }, replyTo };
    const text = `Hidden by a moderator: ${hidden.reason}`;
    const anchor = { kind: "scenario", snapshot: "" } as const;
    return { objection: { ...objection, author, text, anchor, readings: [] }, replyTo };
  });
}
