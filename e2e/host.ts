import { createMemoryDevices, createRoom, type JoinedRoom } from "@crux/room/client";
import { until } from "./speaker.ts";

/** A room with the essay's scenario whose moderator has no window; `origin` is the server's. */
export async function host(
  origin: string,
  name: string,
): Promise<{ readonly room: JoinedRoom; readonly url: string }> {
  const scenario: unknown = await (await fetch(`${origin}/api/scenarios/speed-simplicity`)).json();
  const made = await createRoom({ name, scenario }, { server: origin, devices: createMemoryDevices() });
  if (!made.ok) throw new Error(`${name} can't make a room: ${JSON.stringify(made.error)}`);
  const room = made.value;
  await until(room, (view) => view.connection.kind === "online" && view.rows.terms.length > 0);
  return { room, url: `${origin}/r/${room.getSnapshot().code.value}` };
}

/** Waits until the server has all that someone did; fails when it refused something. */
export async function saved(room: JoinedRoom): Promise<void> {
  await until(room, (view) => view.saving.kind === "saved");
  const refusal = room.getSnapshot().lastRefusal;
  if (refusal !== null) throw new Error(`refused: ${JSON.stringify(refusal)}`);
}

/** Types a cost of a term, by the term's id. */
export function setCost(room: JoinedRoom, term: string, axis: "c" | "t", text: string): void {
  const row = room.getSnapshot().rows.terms.find(({ id }) => id === term);
  if (row === undefined || !room.edit.setText({ kind: "terms", key: row.key }, axis, text))
    throw new Error(`${term} can't be edited`);
}
