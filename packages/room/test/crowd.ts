import { createMemoryDevices } from "../src/client/devices.ts";
import { type JoinedRoom, joinRoom } from "../src/client/join-room.ts";
import type { RoomView } from "../src/client/room-view.ts";
import type { Role } from "../src/protocol/role.ts";

/** Many people in one room over the real protocol, each on a device of their own. */
export type Crowd = {
  readonly people: readonly JoinedRoom[];
  /** Everybody acts, one after the other in order of joining; resolves when the server has it all. */
  act(deed: (person: JoinedRoom, at: number) => void): Promise<void>;
  /** Resolves when `isSo` holds for everybody; fails after ten seconds, with how many it does not hold for. */
  all(isSo: (view: RoomView, at: number) => boolean): Promise<void>;
  leave(): void;
};

const patienceMs = 10_000;

/** `count` people ("Person 1" …) come into the room with this code, all at once and from one address, as `as`. */
export async function joinCrowd(
  server: string,
  code: string,
  count: number,
  as: Role = "participant",
): Promise<Crowd> {
  const numbers = Array.from({ length: count }, (_, at) => at + 1);
  const people = await Promise.all(numbers.map((number) => joinOne(server, code, number, as)));
  const all: Crowd["all"] = async (isSo) => {
    const waited = await Promise.all(people.map((person, at) => comesTrue(person, (view) => isSo(view, at))));
    const missing = waited.filter((isTrue) => !isTrue).length;
    if (missing > 0) throw new Error(`not so for ${missing} of ${count}: ${isSo}`);
  };
  await all((view) => view.connection.kind === "online");
  return {
    people,
    all,
    async act(deed) {
      for (const [at, person] of people.entries()) deed(person, at);
      await all((view) => view.saving.kind === "saved");
    },
    leave() {
      for (const person of people) person.leave();
    },
  };
}

async function joinOne(server: string, code: string, number: number, as: Role): Promise<JoinedRoom> {
  const doors = { server, devices: createMemoryDevices() };
  const joined = await joinRoom({ room: { code }, name: `Person ${number}`, as }, doors);
  if (!joined.ok) throw new Error(`person ${number} can't join: ${JSON.stringify(joined.error)}`);
  return joined.value;
}

/** Whether `isSo` holds within ten seconds. */
function comesTrue(person: JoinedRoom, isSo: (view: RoomView) => boolean): Promise<boolean> {
  return new Promise((resolve) => {
    const end = (isTrue: boolean): void => {
      clearTimeout(timer);
      stop();
      resolve(isTrue);
    };
    const look = (): void => {
      if (isSo(person.getSnapshot())) end(true);
    };
    const timer = setTimeout(() => end(false), patienceMs);
    const stop = person.subscribe(look);
    look();
  });
}
