import type { DebateItem } from "@crux/present/export";
import { objectionsOf, pseudonymName, type RoomView } from "@crux/room/client";

/** What people said in a room, oldest first, under their names. */
export function debateOf({ debate, scenario, rows, people }: RoomView): readonly DebateItem[] {
  const names = new Map(people.map(({ id, name }) => [id, name]));
  return objectionsOf(debate, scenario, rows).map(({ objection, replyTo }) => ({
    objection: { ...objection, author: names.get(objection.author) ?? pseudonymName(objection.author) },
    replyTo,
  }));
}
