import { must } from "@crux/core";
import { createMemoryDevices } from "../src/client/devices.ts";
import { type ClientDoors, createRoom, type JoinedRoom, joinRoom } from "../src/client/join-room.ts";
import type { RoomView } from "../src/client/room-view.ts";
import type { Role } from "../src/protocol/role.ts";
import { example } from "./example.ts";

/** What a client needs to reach the server at `url`, on a device of its own. */
export const doorsTo = (url: string): ClientDoors => ({
  server: url,
  devices: createMemoryDevices(),
});

/** Makes a room with the example in it. */
export async function makeRoom(url: string, name = "Ann", doors = doorsTo(url)): Promise<JoinedRoom> {
  const made = await createRoom({ name, scenario: example }, doors);
  if (!made.ok) throw new Error(JSON.stringify(made.error));
  await until(made.value, (view) => view.connection.kind === "online");
  return made.value;
}

/** Joins the room of `first` by its code. */
export async function comeIn(
  url: string,
  first: JoinedRoom,
  name: string,
  as?: Role,
  doors = doorsTo(url),
): Promise<JoinedRoom> {
  const code = must(first.getSnapshot().code.value, "the room has a code");
  const joined = await joinRoom({ room: { code }, name, ...(as && { as }) }, doors);
  if (!joined.ok) throw new Error(JSON.stringify(joined.error));
  await until(joined.value, (view) => view.connection.kind === "online");
  return joined.value;
}

/** Waits until `isSo` holds of the room's view; fails with the view after five seconds. */
export function until(
  room: Pick<JoinedRoom, "subscribe" | "getSnapshot">,
  isSo: (view: RoomView) => boolean,
): Promise<RoomView> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(() => {
      stop();
      const { rows: _rows, scenario: _scenario, ...view } = room.getSnapshot();
      reject(new Error(`never came true: ${isSo}\n${JSON.stringify(view, null, 1)}`));
    }, 5_000);
    const look = (): void => {
      const view = room.getSnapshot();
      if (!isSo(view)) return;
      clearTimeout(timer);
      stop();
      resolve(view);
    };
    const stop = room.subscribe(look);
    look();
  });
}
