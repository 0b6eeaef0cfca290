import {
  type Command,
  createMemoryDevices,
  type JoinedRoom,
  joinRoom,
  type RoomView,
} from "@crux/room/client";

/** Someone in the room at a page's address without a window, who speaks the room's protocol. */
export async function speaker(url: string, name: string): Promise<JoinedRoom> {
  const { origin, pathname } = new URL(url);
  const code = pathname.split("/")[2] ?? "";
  const joined = await joinRoom({ room: { code }, name }, { server: origin, devices: createMemoryDevices() });
  if (!joined.ok) throw new Error(`${name} did not get in: ${JSON.stringify(joined.error)}`);
  await until(joined.value, (view) => view.connection.kind === "online" && view.rows.terms.length > 0);
  return joined.value;
}

/** Waits until a room says so. */
export function until(room: JoinedRoom, holds: (view: RoomView) => boolean): Promise<void> {
  if (holds(room.getSnapshot())) return Promise.resolve();
  return new Promise((done, fail) => {
    const timer = setTimeout(() => fail(new Error("the room did not come to that")), 15_000);
    const stop = room.subscribe(() => {
      if (!holds(room.getSnapshot())) return;
      clearTimeout(timer);
      stop();
      done();
    });
  });
}

type Raise = Extract<Command, { kind: "raise-objection" }>;

let count = 0;

/** Raises an objection to the time of `combine`, or another, and waits until the room has it; gives its id. */
export async function raise(room: JoinedRoom, more: Partial<Raise> = {}): Promise<string> {
  count += 1;
  const objection = more.objection ?? `doubt${String(count).padStart(6, "0")}`;
  room.send(raising(room, { ...more, objection }));
  await until(room, (view) => view.debate.objections[objection] !== undefined);
  return objection;
}

/** The command that raises it. */
export function raising(room: JoinedRoom, more: Partial<Raise> & { readonly objection: string }): Raise {
  const key = room.getSnapshot().rows.terms.find(({ id }) => id === "combine")?.key;
  return {
    kind: "raise-objection",
    doubt: "undermine",
    anchor: { kind: "cost", term: "combine", axis: "t", snapshot: "4" },
    rows: key === undefined ? [] : [`terms/${key}`],
    text: "Combining takes longer.",
    readings: [{ label: "80 steps", patch: [{ kind: "set-cost", term: "combine", axis: "t", to: "80" }] }],
    replyTo: null,
    ...more,
  };
}

/** People without windows who come into the room at once, each on a device of their own. */
export async function crowd(url: string, count: number): Promise<readonly JoinedRoom[]> {
  const people: JoinedRoom[] = [];
  const atOnce = 8;
  for (let from = 0; from < count; from += atOnce) {
    const names = Array.from(
      { length: Math.min(atOnce, count - from) },
      (_, at) => `Student ${from + at + 1}`,
    );
    people.push(...(await Promise.all(names.map((name) => speaker(url, name)))));
  }
  return people;
}

/** Everybody acts, one after the other; resolves when the server has it all. */
export async function everybody(
  people: readonly JoinedRoom[],
  deed: (person: JoinedRoom, at: number) => void,
): Promise<void> {
  for (const [at, person] of people.entries()) deed(person, at);
  await Promise.all(people.map((person) => until(person, (view) => view.saving.kind === "saved")));
}
