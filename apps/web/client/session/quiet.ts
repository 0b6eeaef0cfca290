import type { Checkpoint, RoomView } from "@crux/room/client";
import { nameOf } from "../room/who.ts";

/** A room in which nobody else is: what it came to last. */
export type Quiet = {
  /** The newest checkpoint, with the name of who named it; null where nobody did. */
  readonly checkpoint: (Pick<Checkpoint, "name" | "at" | "seq"> & { readonly by: string }) | null;
};

type QuietView = Pick<RoomView, "connection" | "you" | "people" | "session">;

/** What somebody finds who is alone in the room; null while others are here, or as long as that is not known. */
export function quietOf(view: QuietView): Quiet | null {
  const { connection, you, people, session } = view;
  const here = people.filter(({ role, at }) => at.length > 0 && role !== "screen");
  if (connection.kind !== "online" || here.length !== 1 || here[0]?.id !== you?.id) return null;
  const newest = session.checkpoints.at(-1);
  if (newest === undefined) return { checkpoint: null };
  const { name, at, seq, by } = newest;
  return { checkpoint: { name, at, seq, by: nameOf(view, by) } };
}
